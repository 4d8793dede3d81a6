import {
  AWS_CONTROLLER,
  AWS_PUBLIC,
  entryPath,
  isPortName,
  isPrivateAddress,
  LIMITED_LOAD_BALANCERS,
  PRIVATE_CLASSES,
  REQUESTED_ADDRESSES,
  type SensitiveService,
  SOURCE_RANGES_ANNOTATIONS,
  says,
  sensitiveService,
} from '../facts';
import { guestPort, isObject, type ManifestGraph, type ServicePortView, type ServiceView, type VirtualMachineView } from '../graph';
import { isLimitedByPolicies } from './network-policies';

/** Which clients a load balancer lets through, and where that is written; no ranges: all. */
export interface SourceRanges {
  readonly path: string;
  readonly value: unknown;
  readonly ranges: readonly string[];
}

/** A port of a Service behind which something listens that not everybody should reach. */
export interface SensitivePort {
  readonly service: SensitiveService;
  readonly port: ServicePortView;
  /** A VM that answers there, and that no network policy keeps to some addresses. */
  readonly vm: VirtualMachineView;
}

/** The ranges of a load balancer: those of the field, and where there are none those of an annotation. */
export function sourceRangesOf({ spec, manifest }: ServiceView): SourceRanges {
  const path = 'spec.loadBalancerSourceRanges';
  const { loadBalancerSourceRanges: listed } = spec;
  if (Array.isArray(listed) && listed.length > 0) {
    return { path, value: listed, ranges: listed.map(String) };
  }
  const annotations = annotationsOf(manifest);
  const annotation = SOURCE_RANGES_ANNOTATIONS.find((name) => typeof annotations[name] === 'string' && annotations[name].trim() !== '');
  return annotation === undefined
    ? { path, value: listed, ranges: [] }
    : {
        path: entryPath('metadata.annotations', annotation),
        value: annotations[annotation],
        ranges: String(annotations[annotation]).split(','),
      };
}

/** Whether a load balancer is for networks that are not public, or limited by a list that is kept elsewhere. */
export function isLimitedLoadBalancer({ spec, manifest }: ServiceView): boolean {
  const annotations = annotationsOf(manifest);
  const isInternalByDefault = PRIVATE_CLASSES.includes(spec.loadBalancerClass) || says(annotations, AWS_CONTROLLER);
  return (
    LIMITED_LOAD_BALANCERS.some((limit) => says(annotations, limit)) ||
    (isInternalByDefault && !says(annotations, AWS_PUBLIC)) ||
    asksForPrivateAddresses(spec.loadBalancerIP, annotations)
  );
}

/** The sensitive ports of the VMs behind a Service that anybody reaches who reaches the Service, each with one VM. */
export function openSensitivePorts(view: ServiceView, graph: ManifestGraph): SensitivePort[] {
  const machines = graph.virtualMachinesBehind(view.manifest);
  return view.ports.flatMap((port) => {
    if (!isPortName(port.targetPort) && serviceAt(port) === undefined) {
      return [];
    }
    for (const vm of machines) {
      const service = serviceAt(port, guestPort(port.targetPort, vm));
      if (service !== undefined && !isLimitedByPolicies(port, vm, graph)) {
        return [{ service, port, vm }];
      }
    }
    return [];
  });
}

/** What listens behind a port, as far as its numbers and its name tell; a name of a port of the guest means something in VMs only. */
function serviceAt({ port, targetPort, name }: ServicePortView, guest: unknown = targetPort): SensitiveService | undefined {
  return sensitiveService([guest, port], name);
}

function asksForPrivateAddresses(loadBalancerIP: unknown, annotations: Readonly<Record<string, unknown>>): boolean {
  const asked = [loadBalancerIP, ...REQUESTED_ADDRESSES.map((name) => annotations[name])];
  const addresses = asked.filter((value) => typeof value === 'string' && value !== '').flatMap((value) => String(value).split(','));
  return addresses.length > 0 && addresses.every((address) => isPrivateAddress(address.trim()));
}

function annotationsOf({ metadata }: ServiceView['manifest']): Readonly<Record<string, unknown>> {
  return isObject(metadata?.annotations) ? metadata.annotations : {};
}
