import { CILIUM_GROUP, isPrivateAddress, METALLB_GROUP } from '../facts';
import { type ManifestGraph, objectsOf } from '../graph';

/**
 * Whether the pools that load balancers get their addresses from are among the manifests, and all of them private. A range is CIDR,
 * or its first and its last address.
 */
export function hasPrivatePoolsOnly(graph: ManifestGraph): boolean {
  const ranges = [
    ...graph.ofKind(METALLB_GROUP, 'IPAddressPool').flatMap(({ spec }) => (Array.isArray(spec?.addresses) ? spec.addresses : [])),
    ...graph.ofKind(CILIUM_GROUP, 'CiliumLoadBalancerIPPool').flatMap(({ spec }) => objectsOf(spec?.blocks).map(rangeOf)),
  ];
  return (
    ranges.length > 0 &&
    ranges.every((range) =>
      String(range)
        .split('-')
        .every((end) => isPrivateAddress(end.trim())),
    )
  );
}

function rangeOf({ cidr, start, stop = start }: Record<string, any>): unknown {
  return cidr ?? `${start}-${stop}`;
}
