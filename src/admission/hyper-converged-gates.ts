import type { ClusterProfile } from '../cluster';
import { HYPER_CONVERGED_ALWAYS, HYPER_CONVERGED_GATES, HyperConvergedAnnotation } from '../facts';
import { isObject, type Manifest, objectsOf } from '../graph';

const PASST_GATE = 'PasstBinding';
const FIRST_RELEASE_WITH_PASST = '1.8';

/** Whether nobody can tell the gates from this object: patches for the KubeVirt object may list any. */
export function areGatesPatched({ metadata }: Manifest): boolean {
  return metadata?.annotations?.[HyperConvergedAnnotation.PATCHES] !== undefined;
}

/** The gates that the operator of a HyperConverged object lists in the KubeVirt object. */
export function gatesByHyperConverged({ metadata, spec }: Manifest, cluster: ClusterProfile): string[] {
  const isPasstDeployed = metadata?.annotations?.[HyperConvergedAnnotation.PASST] === 'true' && cluster.atLeast(FIRST_RELEASE_WITH_PASST);
  return [...gatesOf(cluster, (name) => switchOf(spec?.featureGates, name)), ...(isPasstDeployed ? [PASST_GATE] : [])];
}

/** The gates that the operator lists when nobody changes them. */
export function gatesByHyperConvergedDefault(cluster: ClusterProfile): string[] {
  return gatesOf(cluster, () => undefined);
}

function gatesOf(cluster: ClusterProfile, isSwitched: (name: string) => boolean | undefined): string[] {
  const always = Object.keys(HYPER_CONVERGED_ALWAYS).filter((gate) => cluster.atLeast(HYPER_CONVERGED_ALWAYS[gate]));
  const options = Object.entries(HYPER_CONVERGED_GATES)
    .filter(([, { since = cluster.kubevirtVersion, goneSince }]) => cluster.atLeast(since) && !isReached(goneSince, cluster))
    .filter(([name, { onSince }]) => isSwitched(name) ?? isReached(onSince, cluster));
  return [...always, ...options.flatMap(([, { gates }]) => gates)];
}

function isReached(release: string | undefined, cluster: ClusterProfile): boolean {
  return release !== undefined && cluster.atLeast(release);
}

/** Whether the object switches a gate on or off: v1 of its API has a list, v1beta1 a field for each. */
function switchOf(switches: unknown, name: string): boolean | undefined {
  if (Array.isArray(switches)) {
    const found = objectsOf(switches).find((entry) => String(entry.name).toLowerCase() === name.toLowerCase());
    return found && found.state !== 'Disabled';
  }
  const value = isObject(switches) ? switches[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
}
