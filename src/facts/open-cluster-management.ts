import type { Format } from './format';

/*
 * What Open Cluster Management, release 1.3, takes and does. Sources: https://github.com/open-cluster-management-io/api/tree/v1.3.0 and
 * https://github.com/open-cluster-management-io/ocm/tree/v1.3.1.
 */

export const OCM_CLUSTER_GROUP = 'cluster.open-cluster-management.io';
export const OCM_POLICY_GROUP = 'policy.open-cluster-management.io';

/** Kinds that carry manifests within themselves, each with the path to what is a ManifestWork's spec. */
export const OCM_WORK_KINDS: readonly (readonly [kind: string, spec: readonly string[]])[] = [
  ['ManifestWork', ['spec']],
  ['ManifestWorkReplicaSet', ['spec', 'manifestWorkTemplate']],
];

/**
 * How many bytes the manifests of a work may have in all, unless the webhook of the hub was started with another `--manifestLimit`.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/webhook/option.go
 */
export const OCM_MANIFESTS_LIMIT = 500 * 1024;

/**
 * The longest name of a ManifestWork: the agent has an object of the same name, behind a hash of 64 characters and a dash.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/helper/helpers.go (`HubHash`)
 */
export const OCM_WORK_NAME_LENGTH = 188;

/**
 * The longest name of a policy, with that of its namespace and a dot before it.
 *
 * @see https://github.com/open-cluster-management-io/policy-generator-plugin/blob/v1.9.1/internal/plugin.go (`maxObjectNameLength`)
 */
export const OCM_POLICY_NAME_LENGTH = 63;

/**
 * Taints of clusters that the hub hears nothing of. A Placement that does not tolerate them deselects such a cluster.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/registration/hub/taint/controller.go
 */
export const OCM_OUTAGE_TAINTS = [`${OCM_CLUSTER_GROUP}/unreachable`, `${OCM_CLUSTER_GROUP}/unavailable`] as const;

/**
 * The name of a group of clusters in a Placement.
 *
 * Source: https://github.com/open-cluster-management-io/api/blob/v1.3.0/cluster/v1beta1/types_placement.go.
 */
export const DECISION_GROUP_NAME: Format = {
  pattern: /^[a-zA-Z0-9][-A-Za-z0-9_.]{0,61}[a-zA-Z0-9]$/,
  words: '2 to 63 letters, digits, "-", "_" or ".", beginning and ending with a letter or digit',
};

/**
 * Has a policy take what looks like a Go template for text.
 *
 * @see https://github.com/open-cluster-management-io/policy-generator-plugin/blob/v1.9.1/docs/policygenerator-reference.yaml
 */
export const OCM_DISABLE_TEMPLATES_ANNOTATION = `${OCM_POLICY_GROUP}/disable-templates`;

/** Kinds of ours in whose plural form something else happens than in English, or nothing. */
const IRREGULAR: Readonly<Record<string, string>> = {
  NetworkAttachmentDefinition: 'network-attachment-definitions',
  Endpoints: 'endpoints',
};

/**
 * The name of a resource, by its kind, as Kubernetes guesses it; of kinds that do not follow the rule, as their definitions say it.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/api/meta/restmapper.go (`UnsafeGuessKindToResource`)
 */
export function resourceOfKind(kind: string): string {
  const singular = kind.toLowerCase();
  if (IRREGULAR[kind] !== undefined) {
    return IRREGULAR[kind];
  }
  if (singular.endsWith('s')) {
    return `${singular}es`;
  }
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/**
 * What a manifest counts for in a work: its JSON as Go writes it, which escapes three characters more, and the frame around it.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/webhook/common/validator.go
 */
export function sizeInWork(manifest: unknown): number {
  const text = JSON.stringify(manifest);
  const length = Buffer.byteLength(text) + 5 * (text.match(/[<>&]/g)?.length ?? 0) + 3 * (text.match(/[\u2028\u2029]/g)?.length ?? 0);
  return length + 1 + varintLength(length);
}

/** How many bytes a number takes in a protocol buffer: seven bits in each. */
function varintLength(value: number): number {
  return value < 0x80 ? 1 : 1 + varintLength(Math.floor(value / 0x80));
}
