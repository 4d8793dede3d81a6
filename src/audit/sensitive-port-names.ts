import type { SensitivePort } from '../admission';
import { displayName } from '../graph';

/** The ports in words: `SSH (port 22) of VirtualMachine shop/web`. */
export function namesOfPorts(ports: readonly SensitivePort[]): string {
  const titles = new Set(ports.map(({ service, port }) => `${service.title} (port ${port.port})`));
  return `${[...titles].join(', ')} of ${displayName(ports[0].vm.manifest)}`;
}
