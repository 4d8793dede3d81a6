import { didYouMean, instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture, type ClusterProfile } from '../../../../cluster';
import type { VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const architectureUnknown: Rule<VirtualMachineView> = {
  id: 'architecture-unknown',
  title: 'The architecture of a VM is one that KubeVirt knows',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'KubeVirt runs VMs on amd64, arm64 and s390x, and in 1.6 on ppc64le. It checks it when the VM starts, not when it is created.',
  remediation: 'Use one of these names, or leave it out for the architecture of the cluster.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['architecture'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const value = vm.architecture;
  if (typeof value !== 'string') {
    return NOT_APPLICABLE;
  }
  const known = architecturesOf(cluster);
  const message = `no such architecture: ${instanceRefused(vm)}`;
  return known.includes(value)
    ? []
    : [
        {
          manifest: vm.manifest,
          stage: instanceStage(vm),
          path: vm.path('architecture'),
          value,
          message,
          remedy: didYouMean(value, known),
          fix: nearestValue(vm.path('architecture'), value, known),
        },
      ];
}

function architecturesOf(cluster: ClusterProfile): string[] {
  const architectures: string[] = [Architecture.AMD64, Architecture.ARM64, Architecture.S390X];
  return cluster.atLeast('1.6') && !cluster.atLeast('1.7') ? [...architectures, 'ppc64le'] : architectures;
}
