import { evictionDecision, isHighlyAvailable, KubevirtSource, whoDecides } from '../../../../admission';
import type { Manifest, VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** Domains of the labels and annotations that controllers write on VMs whose evictions they answer. */
const CONTROLLERS = /(^|\.)(cluster\.x-k8s\.io|cluster\.k8s\.io|hypershift\.openshift\.io)\//;

/** Of highly available VMs `ha-eviction-strategy` tells. */
export const externalEvictionUnanswered: Rule<VirtualMachineView> = {
  id: 'external-eviction-unanswered',
  title: 'A VM with evictionStrategy External belongs to a controller that answers evictions',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'KubeVirt refuses each eviction of such a VM and notes it in the status. Unless a controller, such as that of Cluster API, then ends the VM, a drain of its node waits for ever.',
  remediation: 'Set evictionStrategy: LiveMigrate, LiveMigrateIfPossible or None, unless a controller of yours ends evicted VMs.',
  references: [KubevirtSource.POD_EVICTION_ADMITTER, 'https://github.com/kubevirt/kubevirt/pull/7493'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const decision = evictionDecision(vm, graph, cluster);
  if (decision.strategy !== 'External' || isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  if (belongsToController(vm)) {
    return [];
  }
  const message = `KubeVirt refuses every eviction of a VM with evictionStrategy External${whoDecides(decision)} and leaves it to another controller to end the VM: without one, a drain of its node waits for ever`;
  const remedy = 'Set evictionStrategy: LiveMigrate, or LiveMigrateIfPossible if the VM cannot be migrated.';
  const path = vm.path('evictionStrategy');
  return [{ manifest: vm.manifest, path, value: vm.spec.evictionStrategy, message, remedy, fix: setting(path, 'LiveMigrate') }];
}

function belongsToController({ manifest, podLabels, podAnnotations }: VirtualMachineView): boolean {
  const marks = [manifest.metadata?.labels, manifest.metadata?.annotations, podLabels, podAnnotations];
  return hasOwner(manifest) || marks.some((mark) => Object.keys(mark ?? {}).some((key) => CONTROLLERS.test(key)));
}

function hasOwner({ metadata }: Manifest): boolean {
  return Array.isArray(metadata?.ownerReferences) && metadata.ownerReferences.length > 0;
}
