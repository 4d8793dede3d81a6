import { GitOpsSource } from '../../../admission';
import { canonicalQuantity, KUBEVIRT_GROUP, MACHINE_QUANTITIES, MACHINE_QUANTITY_MAPS, memberPath } from '../../../facts';
import { fieldValues, isObject, type Manifest, syncedOfKind } from '../../../graph';
import { safeSetting } from '../../fix';
import type { Outcome, Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

const REMEDY = 'Write it as Kubernetes does.';

export const gitopsQuantityRewritten: Rule<Manifest> = {
  id: 'gitops-quantity-rewritten',
  title: 'Quantities of a VM that a GitOps tool applies are written as Kubernetes writes them',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    "KubeVirt's webhook reads each VM and writes it anew: 1024Mi becomes 1Gi, 1000m becomes 1, 0.5 becomes 500m. A tool that compares " +
    'texts, as Argo CD does by default, sees another value for ever, and one that heals applies the VM again and again.',
  remediation: REMEDY,
  references: [GitOpsSource.VM_MUTATOR, GitOpsSource.QUANTITY, GitOpsSource.ARGO_DIFFING],
  subjects: (graph) => syncedOfKind(graph, KUBEVIRT_GROUP, 'VirtualMachine'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  return quantitiesOf(manifest.spec).flatMap(({ path: place, value }): Violation[] => {
    const canonical = canonicalQuantity(value);
    if (canonical === undefined || canonical === value) {
      return [];
    }
    const path = `spec.${place}`;
    const message = `KubeVirt stores ${JSON.stringify(canonical)} in its place, and a GitOps tool that compares texts sees a difference for ever`;
    return [{ manifest, path, value, message, remedy: `Write ${JSON.stringify(canonical)}.`, fix: safeSetting(path, canonical) }];
  });
}

function quantitiesOf(spec: unknown): { readonly path: string; readonly value: unknown }[] {
  const maps = MACHINE_QUANTITY_MAPS.flatMap((steps) => fieldValues(spec, steps));
  return [
    ...MACHINE_QUANTITIES.flatMap((steps) => fieldValues(spec, steps)),
    ...maps.flatMap(({ path, value }) =>
      Object.entries(isObject(value) ? value : {}).map(([name, quantity]) => ({ path: memberPath(path, name), value: quantity })),
    ),
  ];
}
