import { KUBEVIRT_TREE, KubevirtSource, migrationPolicies } from '../../../admission';
import { KUBEVIRT_GROUP } from '../../../facts';
import { isObject, type Manifest, type ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** An object with migration settings, and where they are. */
interface Settings {
  readonly manifest: Manifest;
  readonly path: string;
  readonly fields: unknown;
}

export const postCopyWithoutDisruption: Rule<Settings> = {
  id: 'post-copy-without-disruption',
  title: 'Post-copy that is allowed can happen',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Post-copy disturbs the guest, so KubeVirt uses it only when workload disruption is allowed too. Forbidden, a migration that takes too long is given up instead.',
  remediation: 'Set allowWorkloadDisruption: true as well, or remove allowPostCopy.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-launcher/virtwrap/live-migration-source.go`, KubevirtSource.LIVE_MIGRATION],
  subjects: settingsOf,
  evaluate,
};

function settingsOf(graph: ManifestGraph): Settings[] {
  const policies = migrationPolicies(graph).map((manifest) => ({ manifest, path: 'spec', fields: manifest.spec }));
  const clusters = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt').map((manifest) => {
    return { manifest, path: 'spec.configuration.migrations', fields: manifest.spec?.configuration?.migrations };
  });
  return [...policies, ...clusters];
}

function evaluate({ manifest, path, fields }: Settings): Outcome {
  if (!isObject(fields) || fields.allowPostCopy !== true) {
    return NOT_APPLICABLE;
  }
  const value = fields.allowWorkloadDisruption;
  const message = 'post-copy is allowed, but disturbing the guest is not, so a migration that takes too long is given up';
  const remedy = 'Set it to true, or remove allowPostCopy.';
  return value === false ? [{ manifest, path: `${path}.allowWorkloadDisruption`, value, message, remedy }] : [];
}
