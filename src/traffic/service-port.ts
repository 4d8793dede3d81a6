import type { Service } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { PORTS } from '../facts';

/** The number of a port of a Service: the one that is asked for, else the only one that the Service has by now. */
export function servicePort(args: Arguments, argument: string, service: Service, port: number | undefined): number {
  if (port !== undefined) {
    return args.integer(argument, port, PORTS);
  }
  if (service.ports.length !== 1) {
    const rule = `${service.node.path} has ${service.ports.length} ports, and none of them is the obvious one`;
    args.refuse('service-port-unset', argument, undefined, rule, 'Pass the number of a port of the Service.');
  }
  return service.port;
}
