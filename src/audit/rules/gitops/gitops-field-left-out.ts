import { GitOpsSource } from '../../../admission';
import { isOmittedByGo, KUBEVIRT_GROUP, MACHINE_OMITTED } from '../../../facts';
import { fieldValues, type Manifest, syncedOfKind } from '../../../graph';
import { safeRemoval } from '../../fix';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

export const gitopsFieldLeftOut: Rule<Manifest> = {
  id: 'gitops-field-left-out',
  title: 'A VM that a GitOps tool applies has no fields that KubeVirt leaves out again',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    "KubeVirt's webhook reads each VM and writes it anew, without fields that are 0, false or empty where Go's types cannot tell that " +
    'from not set. A tool that compares with what it has applied last misses them for ever.',
  remediation: 'Remove the field: it says what is so without it.',
  references: [GitOpsSource.VM_MUTATOR, GitOpsSource.API_SCHEMA, GitOpsSource.ARGO_DIFFING],
  subjects: (graph) => syncedOfKind(graph, KUBEVIRT_GROUP, 'VirtualMachine'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const fields = MACHINE_OMITTED.flatMap((steps) => fieldValues(manifest.spec, steps)).filter(({ value }) => isOmittedByGo(value));
  return fields.map(({ path: place, value }) => {
    const path = `spec.${place}`;
    const message = 'KubeVirt stores the VM without it, and a GitOps tool that compares with what it has applied misses it for ever';
    return { manifest, path, value, message, remedy: 'Remove it: it says what is so without it.', fix: safeRemoval(path) };
  });
}
