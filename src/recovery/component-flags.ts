import type { ControllerManagerFlag } from '../facts';
import { type ComponentFlag, controllerManagerFlagsOf, isControllerManager, type ManifestGraph, perGraph } from '../graph';

/** The flags of kube-controller-manager, by name, where its Pod is among the objects of the cluster. */
export const controllerManagerFlags = perGraph((graph: ManifestGraph): ReadonlyMap<ControllerManagerFlag, ComponentFlag> => {
  const flags = graph.ofKind('', 'Pod').filter(isControllerManager).flatMap(controllerManagerFlagsOf);
  return new Map(flags.map((flag) => [flag.name, flag]));
});
