import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath, KubevirtNodeLabel } from '../../../facts';
import type { VirtualMachineView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

const RESERVED = [
  'kubevirt.io/created-by',
  'kubevirt.io/migrationJobUID',
  'kubevirt.io/nodeName',
  'kubevirt.io/migrationTargetNodeName',
  KubevirtNodeLabel.SCHEDULABLE,
  'kubevirt.io/install-strategy',
];

export const reservedLabel: Rule<VirtualMachineView> = {
  id: 'reserved-label',
  title: 'The template of a VM sets none of the labels that KubeVirt sets',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses labels by which its controllers find their pods.',
  remediation: 'Use labels of your own.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: RESERVED,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const labels = vm.podLabels;
  if (Object.keys(labels).length === 0) {
    return NOT_APPLICABLE;
  }
  return RESERVED.filter((label) => labels[label] !== undefined).map((label) => {
    const path = entryPath(vm.templateMetadataPath('labels'), label);
    const remedy = 'Use a label of your own, e.g. app.kubernetes.io/name.';
    return { manifest: vm.manifest, path, value: labels[label], ...refusal(vm), remedy, fix: removal(path) };
  });
}

/** The instances of a replica set are made by KubeVirt, which may set the labels. */
function refusal({ manifest }: VirtualMachineView): Pick<Violation, 'stage' | 'message'> {
  return manifest.kind === 'VirtualMachineInstanceReplicaSet'
    ? { stage: Stage.RUN, message: 'KubeVirt sets this label itself, and its controllers take the instances of the replica set for others' }
    : { message: 'KubeVirt sets this label itself and refuses a VM with it' };
}
