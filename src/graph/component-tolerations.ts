import { CDI_GROUP, HYPER_CONVERGED_GROUP, KUBEVIRT_GROUP, OPERATOR_GROUP } from '../facts';
import { fieldValues } from './field-values';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A toleration that ends on pods other than those of VMs. */
export interface ComponentToleration {
  readonly manifest: Manifest;
  readonly path: string;
  readonly toleration: Readonly<Record<string, any>>;
}

const PLACEMENTS = ['infra', 'workloads'].map((part) => ['spec', part, 'nodePlacement', 'tolerations[]']);
const TEMPLATE = ['spec', 'template', 'spec', 'tolerations[]'];

/** Where kinds have the tolerations of their pods. */
const PLACES: readonly (readonly [group: string, kind: string, places: readonly (readonly string[])[]])[] = [
  [KUBEVIRT_GROUP, 'KubeVirt', PLACEMENTS],
  [HYPER_CONVERGED_GROUP, 'HyperConverged', PLACEMENTS],
  [CDI_GROUP, 'CDI', ['infra', 'workload'].map((part) => ['spec', part, 'tolerations[]'])],
  [OPERATOR_GROUP, 'IngressController', [['spec', 'nodePlacement', 'tolerations[]']]],
  ['operators.coreos.com', 'Subscription', [['spec', 'config', 'tolerations[]']]],
  ['', 'Pod', [['spec', 'tolerations[]']]],
  ['apps', 'Deployment', [TEMPLATE]],
  ['apps', 'DaemonSet', [TEMPLATE]],
  ['apps', 'StatefulSet', [TEMPLATE]],
  ['apps', 'ReplicaSet', [TEMPLATE]],
  ['batch', 'Job', [TEMPLATE]],
  ['batch', 'CronJob', [['spec', 'jobTemplate', ...TEMPLATE]]],
];

/** The tolerations of the pods of operators and of ordinary workloads. */
export function componentTolerations(graph: ManifestGraph): ComponentToleration[] {
  return PLACES.flatMap(([group, kind, places]) => graph.ofKind(group, kind).flatMap((manifest) => tolerationsOf(manifest, places)));
}

function tolerationsOf(manifest: Manifest, places: readonly (readonly string[])[]): ComponentToleration[] {
  return places.flatMap((steps) =>
    fieldValues(manifest, steps).flatMap(({ path, value }) => (isObject(value) ? [{ manifest, path, toleration: value }] : [])),
  );
}
