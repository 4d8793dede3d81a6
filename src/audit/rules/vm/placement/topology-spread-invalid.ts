import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { HOST_NAME_LABEL, hasFormat, LABEL_KEY, ZONE_LABEL } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** A fault of a field of a constraint. */
type Fault = Pick<Violation, 'message' | 'remedy' | 'stage'> & { readonly field: string };

export const topologySpreadInvalid: Rule<VirtualMachineView> = {
  id: 'topology-spread-invalid',
  title: 'Topology spread constraints are complete and occur once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a constraint with a maxSkew below 1 or a topologyKey that is no label, and two for the same key and ' +
    'whenUnsatisfiable. Kubernetes refuses the pod of a VM whose minDomains is below 1, or goes with ScheduleAnyway.',
  remediation: 'Keep one constraint for each topologyKey and whenUnsatisfiable, with maxSkew: 1.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.AFFINITY_VALIDATION, KubevirtSource.TOPOLOGY_SPREAD],
  mentions: ['topologySpreadConstraints'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const constraints = objectsOf(vm.spec.topologySpreadConstraints);
  if (constraints.length === 0) {
    return NOT_APPLICABLE;
  }
  return constraints.flatMap((constraint, index) => {
    const repeated = constraints.findIndex((other, position) => position > index && isSameKind(other, constraint));
    return [...faultsOf(constraint), ...(repeated < 0 ? [] : [repetition(repeated)])].map(({ field, ...fault }) => ({
      manifest: vm.manifest,
      path: vm.path(`topologySpreadConstraints[${index}].${field}`),
      value: constraint[field],
      fix: field === 'maxSkew' ? setting(vm.path(`topologySpreadConstraints[${index}].maxSkew`), 1) : undefined,
      ...fault,
    }));
  });
}

function isSameKind(one: Record<string, any>, other: Record<string, any>): boolean {
  return one.topologyKey === other.topologyKey && one.whenUnsatisfiable === other.whenUnsatisfiable;
}

function repetition(index: number): Fault {
  const message = `topologySpreadConstraints[${index}] has the same key and whenUnsatisfiable, and KubeVirt refuses the VM`;
  return { field: 'topologyKey', message, remedy: 'Remove one of them.' };
}

function faultsOf({ maxSkew, topologyKey, minDomains, whenUnsatisfiable }: Record<string, any>): Fault[] {
  const faults: Fault[] = [];
  if (maxSkew < 1) {
    faults.push({ field: 'maxSkew', message: 'KubeVirt refuses a maxSkew below 1', remedy: 'Use maxSkew: 1.' });
  }
  if (typeof topologyKey === 'string' && !hasFormat(topologyKey, LABEL_KEY)) {
    const what = topologyKey === '' ? 'a constraint without a node label to spread over' : `a node label that is not ${LABEL_KEY.words}`;
    faults.push({ field: 'topologyKey', message: `KubeVirt refuses ${what}`, remedy: `Use ${HOST_NAME_LABEL} or ${ZONE_LABEL}.` });
  }
  if (typeof minDomains === 'number' && (minDomains < 1 || whenUnsatisfiable === 'ScheduleAnyway')) {
    const what = minDomains < 1 ? 'minDomains below 1' : 'minDomains with ScheduleAnyway';
    const message = `the VM is accepted, but Kubernetes refuses its pod, and it never starts: it takes no ${what}`;
    faults.push({ field: 'minDomains', stage: Stage.START, message, remedy: 'Remove it, or use whenUnsatisfiable: DoNotSchedule.' });
  }
  return faults;
}
