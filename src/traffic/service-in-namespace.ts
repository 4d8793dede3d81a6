import type { Resource, Service } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';

/** Refuses a Service that an object of this kind cannot reach, because it is in another namespace. */
export function refuseServiceElsewhere(args: Arguments, resource: Resource, argument: string, service: Service): void {
  const [own, other] = [resource.metadata.namespace, service.metadata.namespace];
  if (own !== undefined && other !== undefined && own !== other) {
    const rule = `the Service has to be in the namespace of the ${resource.kind}, ${own}`;
    const remedy = `Create the ${resource.kind} in the namespace ${other}.`;
    args.refuse('service-in-other-namespace', argument, `${service.node.path} in the namespace ${other}`, rule, remedy);
  }
}
