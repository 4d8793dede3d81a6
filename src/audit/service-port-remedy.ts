import type { ServicePortView, ServiceView } from '../graph';

/** The port of a Service that leads to a port of the guest, which was written in its place, or its only one; undefined: nobody knows. */
export function meantServicePort({ ports }: ServiceView, port: unknown): ServicePortView | undefined {
  return leadingTo(ports, port) ?? (ports.length === 1 ? ports[0] : undefined);
}

function leadingTo(ports: readonly ServicePortView[], port: unknown): ServicePortView | undefined {
  return ports.find(({ targetPort }) => String(targetPort) === String(port));
}

/** What to use in place of a port that a Service does not have. */
export function servicePortRemedy(service: ServiceView, port: unknown): string {
  const meant = leadingTo(service.ports, port);
  if (meant !== undefined) {
    return `Use the port of the Service that leads to it: ${meant.port}.`;
  }
  return `Use a port of the Service: ${service.ports.map((known) => known.port).join(', ')}.`;
}
