import type { AdmissionContext } from '../../admission';
import { type Amounts, largerOf, sumOf } from './amounts';
import { computeContainer } from './compute-container';
import type { ContainerResources } from './container';
import type { PodInstance } from './pod-instance';
import { attachmentPod, type InitContainer, sideContainers } from './side-containers';

/** What the pod of a VM asks for, as the scheduler reckons with it. */
export interface PodRequests {
  /** The container in which the guest runs. */
  readonly compute: ContainerResources;
  /** The pod as a whole. */
  readonly pod: Amounts;
  /** What the pod is limited to, with what nothing limits left out. */
  readonly limits: Amounts;
  /** What the pod asks for that holds hot-plugged volumes on the same node; undefined: there is none. */
  readonly attachment?: Amounts;
}

/**
 * What the pods of an instance ask for.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/staging/src/k8s.io/component-helpers/resource/helpers.go
 */
export function podRequests(instance: PodInstance, context: AdmissionContext): PodRequests {
  const compute = computeContainer(instance, context);
  const { beside, before } = sideContainers(instance, context);
  return {
    compute,
    pod: totalOf('requests', [compute, ...beside], before),
    limits: totalOf('limits', [compute, ...beside], before),
    attachment: attachmentPod(instance)?.requests,
  };
}

/** The most of what runs at a time: the containers with those that stay, or one of those before them with those that stay by then. */
function totalOf(list: keyof ContainerResources, containers: readonly ContainerResources[], before: readonly InitContainer[]): Amounts {
  let staying: Amounts = {};
  let most: Amounts = {};
  for (const { resources, stays } of before) {
    most = largerOf(most, sumOf(staying, resources[list]));
    staying = stays ? sumOf(staying, resources[list]) : staying;
  }
  return largerOf(most, sumOf(staying, ...containers.map((container) => container[list])));
}
