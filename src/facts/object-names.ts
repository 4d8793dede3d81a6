import { CDI_GROUP, HYPER_CONVERGED_GROUP, OPENSHIFT_TEMPLATE_GROUP, RBAC_GROUP, SUBRESOURCES_GROUP } from './api-groups';
import { VOLUME_IMPORT_SOURCE_KIND, VOLUME_UPLOAD_SOURCE_KIND } from './disks';
import { DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN } from './dns-names';
import type { Format } from './format';
import { LONGEST_LABEL } from './labels';

/**
 * The name of a role or of what an authorization is for: anything that can stand in a URL.
 *
 * Source: `IsValidPathSegmentName` in Kubernetes' apimachinery/pkg/api/validation/path.
 */
export const PATH_SEGMENT: Format = { pattern: /^(?!\.{1,2}$)[^/%]+$/, words: 'a name without "/" and "%", other than "." and ".."' };

/**
 * The name of a CronJob: its Jobs have eleven characters more.
 *
 * Source: `ValidateCronJobCreate` in Kubernetes' pkg/apis/batch/validation.
 */
export const CRON_JOB_NAME: Format = {
  pattern: new RegExp(`^(?=.{1,52}$)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: 'a DNS subdomain of at most 52 characters',
};

/**
 * The name of what CDI keeps under a label: its webhook bounds it.
 *
 * Source: `validateNameLength` in pkg/apiserver/webhooks of the containerized data importer.
 */
export const IMPORT_NAME: Format = {
  pattern: new RegExp(`^(?=.{1,${LONGEST_LABEL}}$)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: `a DNS subdomain of at most ${LONGEST_LABEL} characters`,
};

/**
 * The name of a HyperConverged: there is one in a cluster.
 *
 * Source: the CustomResourceDefinition in the HyperConverged Cluster Operator's deploy/crds.
 */
export const HYPER_CONVERGED_NAME: Format = {
  pattern: new RegExp(`^(?=.*kubevirt-hyperconverged)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: '"kubevirt-hyperconverged"',
};

/** Groups whose names are not those of DNS. */
const PATH_SEGMENT_GROUPS: readonly string[] = [
  RBAC_GROUP,
  'certificates.k8s.io',
  'apiregistration.k8s.io',
  'user.openshift.io',
  'oauth.openshift.io',
  'image.openshift.io',
  'security.openshift.io',
];

/** The first minor release of Kubernetes 1 that takes any DNS label for the name of a Service: https://github.com/kubernetes/enhancements/issues/5311 */
export const RELAXED_SERVICE_NAMES_SINCE = 36;

/** Kinds with stricter names than others. */
const FORMATS: Readonly<Record<string, Format>> = {
  '/Namespace': DNS_LABEL,
  'project.openshift.io/Project': DNS_LABEL,
  '/Service': DNS_1035_LABEL,
  'batch/CronJob': CRON_JOB_NAME,
  [`${CDI_GROUP}/DataImportCron`]: IMPORT_NAME,
  [`${CDI_GROUP}/${VOLUME_IMPORT_SOURCE_KIND}`]: IMPORT_NAME,
  [`${CDI_GROUP}/${VOLUME_UPLOAD_SOURCE_KIND}`]: IMPORT_NAME,
  [`${HYPER_CONVERGED_GROUP}/HyperConverged`]: HYPER_CONVERGED_NAME,
};

/** Groups of requests that are never stored, and of files that have the form of an object and are read by a tool. */
const UNSTORED_GROUPS = [
  'authentication.k8s.io',
  'authorization.k8s.io',
  'authorization.openshift.io',
  SUBRESOURCES_GROUP,
  'upload.cdi.kubevirt.io',
  'audit.k8s.io',
  'config.kubernetes.io',
  'kind.x-k8s.io',
  'kubeadm.k8s.io',
  'mirror.openshift.io',
  OPENSHIFT_TEMPLATE_GROUP,
  'backstage.io',
  'ctlptl.dev',
  'k3d.io',
  'kpt.dev',
  'tilt.dev',
];

const UNSTORED_DOMAINS = ['.config.k8s.io', '.sigs.k8s.io'];

/** The kinds of the core group that have names of their own. */
const CORE_KINDS = [
  'ConfigMap',
  'Endpoints',
  'LimitRange',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'PodTemplate',
  'ReplicationController',
  'ResourceQuota',
  'Secret',
  'Service',
  'ServiceAccount',
];

/** Groups of Kubernetes itself without a domain. */
const SHORT_GROUPS = ['apps', 'autoscaling', 'batch', 'policy'];

/** Whether the API server keeps objects of this kind, each under its name. */
export function isStoredKind(group: string, kind: unknown): boolean {
  if (typeof kind !== 'string') {
    return false;
  }
  if (group === '') {
    return CORE_KINDS.includes(kind);
  }
  if (!group.includes('.')) {
    return SHORT_GROUPS.includes(group);
  }
  return !UNSTORED_GROUPS.includes(group) && !UNSTORED_DOMAINS.some((domain) => group.endsWith(domain)) && !kind.endsWith('List');
}

/** The format of the names of a kind; custom resources have that of a DNS subdomain. */
export function objectNameFormat(group: string, kind: string): Format {
  if (PATH_SEGMENT_GROUPS.includes(group)) {
    return PATH_SEGMENT;
  }
  return FORMATS[`${group}/${kind}`] ?? DNS_SUBDOMAIN;
}
