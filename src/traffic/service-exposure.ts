import type { Arguments } from '../errors';
import { isIpRange, LABEL_KEY } from '../facts';
import type { ServiceExposureOptions } from './service-exposure-options';

/** The fields of a Service that say how it is reached from outside; those that are not asked for are left out. */
export function serviceExposure(args: Arguments, options: ServiceExposureOptions): Record<string, unknown> {
  const fields = {
    externalTrafficPolicy: options.externalTrafficPolicy,
    loadBalancerClass: loadBalancerClass(args, options.loadBalancerClass),
    loadBalancerSourceRanges: sourceRanges(args, options.loadBalancerSourceRanges),
    allocateLoadBalancerNodePorts: options.allocateLoadBalancerNodePorts,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function loadBalancerClass(args: Arguments, name: string | undefined): string | undefined {
  const rule = 'a load balancer class is a name, behind a domain and "/" unless it is your own';
  const remedy = 'Pass a class such as "example.com/internal".';
  return args.matching('loadBalancerClass', name, LABEL_KEY.pattern, rule, remedy, 'load-balancer-class-invalid');
}

function sourceRanges(args: Arguments, ranges: string[] | undefined): string[] | undefined {
  if (ranges?.length === 0) {
    const rule = 'Kubernetes takes an empty list for no list and lets everyone in';
    args.refuse('source-ranges-empty', 'loadBalancerSourceRanges', '[]', rule, 'List at least one range, or leave the option out.');
  }
  for (const [index, range] of (ranges ?? []).entries()) {
    if (!isIpRange(range)) {
      const remedy = 'Pass a range such as "192.0.2.0/24", or "192.0.2.7/32" for one address.';
      const argument = `loadBalancerSourceRanges[${index}]`;
      args.refuse('source-range-invalid', argument, JSON.stringify(range), 'Kubernetes takes only CIDR ranges', remedy);
    }
  }
  return ranges;
}
