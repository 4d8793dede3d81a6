import { judgedArchitecture, KubevirtSource, kubevirtConfiguration } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture, type ClusterProfile } from '../../../../cluster';
import { ownValue } from '../../../../facts';
import type { ManifestGraph, VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** How the names begin. Up to 1.5 KubeVirt was content with all but the last letter, anywhere. */
const MACHINE_TYPES: Readonly<Record<string, readonly string[]>> = {
  amd64: ['q35', 'pc-q35'],
  arm64: ['virt'],
  s390x: ['s390-ccw-virtio'],
};

export const machineTypeUnsupported: Rule<VirtualMachineView> = {
  id: 'machine-type-unsupported',
  title: 'The machine type is one that KubeVirt emulates on the architecture',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses machine types that its configuration does not list: by default q35 on amd64, virt on arm64 and s390-ccw-virtio on s390x.',
  remediation: 'Leave domain.machine.type out.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['machine'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { graph, cluster } = context;
  const value = vm.domain.machine?.type;
  const architecture = judgedArchitecture(vm, context);
  if (typeof value !== 'string' || value === '' || architecture === undefined || listsMachineTypes(graph)) {
    return NOT_APPLICABLE;
  }
  const types = machineTypes(architecture, cluster);
  const message = `KubeVirt emulates ${types.map((type) => `${type}*`).join(', ')} ${architecture === '' ? '' : `on ${architecture} `}and refuses other machine types unless it is configured for them`;
  const path = vm.path('domain.machine.type');
  const known = types.some((type) => (cluster.atLeast('1.6') ? value.startsWith(type) : value.includes(type.slice(0, -1))));
  return known ? [] : [{ manifest: vm.manifest, path, value, message, remedy: 'Leave it out: KubeVirt chooses one.', fix: removal(path) }];
}

/** KubeVirt takes those of amd64 for an architecture that it does not know, as it does not know ppc64le any more from 1.7 on. */
function machineTypes(architecture: string, cluster: ClusterProfile): readonly string[] {
  const isPower = architecture === 'ppc64le' && !cluster.atLeast('1.7');
  return isPower ? ['pseries'] : (ownValue(MACHINE_TYPES, architecture) ?? MACHINE_TYPES[Architecture.AMD64]);
}

function listsMachineTypes(graph: ManifestGraph): boolean {
  const configuration = kubevirtConfiguration(graph);
  return configuration?.emulatedMachines !== undefined || configuration?.architectureConfiguration !== undefined;
}
