import type { ServiceView } from '../graph';

/** What to use in place of a port that a Service does not have. */
export function servicePortRemedy(service: ServiceView, port: unknown): string {
  const meant = service.ports.find(({ targetPort }) => String(targetPort) === String(port));
  if (meant !== undefined) {
    return `Use the port of the Service that leads to it: ${meant.port}.`;
  }
  return `Use a port of the Service: ${service.ports.map((known) => known.port).join(', ')}.`;
}
