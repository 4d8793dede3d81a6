import { KUBEVIRT_GROUP } from '../facts';
import type { AdmissionContext } from './context';

/** Whether changes reach running VMs: the KubeVirt object says so, or the release does by default. */
export function updatesLive({ graph, cluster }: AdmissionContext): boolean {
  const strategy = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt')[0]?.spec?.configuration?.vmRolloutStrategy;
  return strategy === undefined ? cluster.atLeast('1.6') : strategy === 'LiveUpdate';
}
