import { CPU_TOPOLOGIES, didYouMean, PREFERENCE_ADMITTER, preferences } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { Manifest } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const preferenceTopologyUnknown: Rule<Manifest> = {
  id: 'preference-topology-unknown',
  title: 'A preference asks for a CPU topology that exists',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a preference with a topology that it does not know.',
  remediation: 'Use sockets, cores, threads, spread or any.',
  references: [PREFERENCE_ADMITTER],
  mentions: ['preferredCPUTopology'],
  subjects: preferences,
  evaluate,
};

const PATH = 'spec.cpu.preferredCPUTopology';
const TOLD = CPU_TOPOLOGIES.slice(0, 5);

function evaluate(manifest: Manifest): Outcome {
  const value = manifest.spec?.cpu?.preferredCPUTopology;
  if (typeof value !== 'string') {
    return NOT_APPLICABLE;
  }
  const message = 'no such topology: KubeVirt refuses the preference';
  return CPU_TOPOLOGIES.includes(value)
    ? []
    : [{ manifest, path: PATH, value, message, remedy: didYouMean(value, TOLD), fix: nearestValue(PATH, value, TOLD) }];
}
