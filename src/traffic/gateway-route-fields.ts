import type { Resource } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { GATEWAY_GROUP } from '../facts';
import type { BackendRef, ParentReference } from '../imports';
import type { GatewayBackend } from './gateway-backend';
import type { GatewayReference } from './gateway-reference';
import { refuseServiceElsewhere } from './service-in-namespace';
import { servicePort } from './service-port';

/*
 * The fields that have a default are written out: they stand in lists that one applier owns as a whole, so that what the API server fills
 * in there is a difference to GitOps tools that compare by themselves.
 */

/** The Gateways that a route attaches to. */
export function parentReferences(args: Arguments, gateways: GatewayReference[]): ParentReference[] {
  if (gateways.length === 0) {
    const rule = 'a route without a Gateway gets no traffic';
    args.refuse('gateways-missing', 'gateways', '[]', rule, 'Pass at least one Gateway, such as { name: "public" }.');
  }
  return gateways.map(({ name, namespace, listener }) => ({
    group: GATEWAY_GROUP,
    kind: 'Gateway',
    name,
    namespace,
    sectionName: listener,
  }));
}

/** The Services that a route sends traffic to. */
export function backendReferences(args: Arguments, backends: GatewayBackend[]): BackendRef[] {
  if (backends.length === 0) {
    const remedy = 'Pass at least one Service, such as { service: web }.';
    args.refuse('backends-missing', 'backends', '[]', 'a route without a Service answers with an error', remedy);
  }
  return backends.map((backend, index) => ({
    group: '',
    kind: 'Service',
    name: backend.service.name,
    port: servicePort(args, `backends[${index}].port`, backend.service, backend.port),
    weight: args.integer(`backends[${index}].weight`, backend.weight ?? 1, { min: 0, max: 1_000_000 }),
  }));
}

/** Refuses Services of other namespaces, which need a ReferenceGrant that this library does not write. */
export function refuseBackendsElsewhere(args: Arguments, resource: Resource, backends: GatewayBackend[]): void {
  for (const [index, { service }] of backends.entries()) {
    refuseServiceElsewhere(args, resource, `backends[${index}].service`, service);
  }
}
