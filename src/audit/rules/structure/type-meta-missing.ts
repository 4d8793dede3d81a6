import { Stage } from '../../../admission/stage';
import { apiVersionOf } from '../../../admission/structure/api-version';
import type { Manifest } from '../../../graph';
import type { Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

export const typeMetaMissing: Rule<Manifest> = {
  id: 'type-meta-missing',
  title: 'Every object says its apiVersion and its kind',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale: 'Without them neither kubectl nor the API server knows what the object is. They refuse it, and no other rule can judge it.',
  remediation: 'Set apiVersion, such as kubevirt.io/v1, and kind, such as VirtualMachine.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    const { apiVersion, kind } = manifest;
    const violations: Violation[] = [];
    if (!isApiVersion(apiVersion)) {
      const known = apiVersionOf(kind);
      const message = 'kubectl and the API server do not know what this object is without a group and a version, and refuse it';
      const remedy = known === undefined ? 'Set it to the group and version of the kind.' : `Set it to ${known}.`;
      violations.push({ manifest, path: 'apiVersion', value: apiVersion, message, remedy });
    }
    if (typeof kind !== 'string' || kind === '') {
      const message = 'kubectl and the API server do not know what this object is without its kind, and refuse it';
      violations.push({ manifest, path: 'kind', value: kind, message, remedy: 'Set it to the kind, such as VirtualMachine.' });
    }
    return violations;
  },
};

/** A version, or a group and a version. */
function isApiVersion(value: unknown): boolean {
  const parts = typeof value === 'string' ? value.split('/') : [];
  return [1, 2].includes(parts.length) && !parts.includes('');
}
