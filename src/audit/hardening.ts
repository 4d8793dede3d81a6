import { architectureOf, type MigrationBlocker } from '../admission';
import {
  FIRST_BOOT_SECONDS,
  IntentAnnotation,
  LIVENESS_FAILURES,
  ownValue,
  PROBE_TIMINGS,
  READINESS_FAILURES,
  secondsOfGoDuration,
  WATCHDOG_OF_ARCHITECTURE,
} from '../facts';
import { isObject, type ServiceView, type VirtualMachineView } from '../graph';
import { renaming, setting, settingIn, together } from './fix';
import type { Fix, RuleContext } from './rule';

/** A mend that makes a VM highly available: `harden` writes it without being asked for each. */
export function hardening(fix: Fix, note?: string): Fix {
  return { ...fix, hardens: true, ...(note === undefined ? {} : { note }) };
}

/** A readiness probe of the first port that a Service sends traffic to; undefined: it has none for TCP. */
export function readinessByService(vm: VirtualMachineView, service: ServiceView): Fix | undefined {
  const probe = probeOf(service);
  return probe && hardening(settingIn(vm.manifest, vm.path('readinessProbe'), { ...probe, failureThreshold: READINESS_FAILURES }));
}

/** A liveness probe of the port that a Service leads to; it waits until the first boot is over. */
export function livenessByService(vm: VirtualMachineView, services: readonly ServiceView[]): Fix | undefined {
  const probe = services.map(probeOf).find((found) => found !== undefined);
  if (probe === undefined) {
    return undefined;
  }
  const bootSeconds = secondsOfGoDuration(vm.annotations[IntentAnnotation.BOOT_TIME]) ?? 0;
  const initialDelaySeconds = Math.max(FIRST_BOOT_SECONDS, 2 * bootSeconds);
  const value = { ...probe, initialDelaySeconds, failureThreshold: LIVENESS_FAILURES };
  return hardening(
    settingIn(vm.manifest, vm.path('livenessProbe'), value),
    `A guest whose first boot takes longer than ${initialDelaySeconds} s needs more initialDelaySeconds.`,
  );
}

/** The watchdog of the architecture; undefined: it has none, or Windows, which has no driver for it. */
export function watchdogOf(vm: VirtualMachineView, context: RuleContext): Fix | undefined {
  const device = ownValue(WATCHDOG_OF_ARCHITECTURE, architectureOf(vm, context) ?? '');
  if (device === undefined || vm.volumes.some(({ sysprep }) => isObject(sysprep))) {
    return undefined;
  }
  return hardening(
    settingIn(vm.manifest, vm.path('domain.devices.watchdog'), { name: 'watchdog', [device]: { action: 'poweroff' } }),
    'The guest has to arm it, such as with RuntimeWatchdogSec=30s of systemd: until then it notices nothing.',
  );
}

/** What lets a VM be migrated in spite of what blocks it now; undefined: nobody knows, or it would take another volume or device. */
export function unblocking(vm: VirtualMachineView, { path, reason }: MigrationBlocker): Fix | undefined {
  const connection = vm.podConnection;
  if (connection === undefined || reason !== 'InterfaceNotLiveMigratable') {
    return undefined;
  }
  if (connection.index < 0) {
    const networks = settingIn(vm.manifest, vm.path('networks'), [{ name: 'default', pod: {} }]);
    const interfaces = settingIn(vm.manifest, vm.path('domain.devices.interfaces'), [{ name: 'default', masquerade: {} }]);
    return hardening(together(networks, interfaces), ANOTHER_ADDRESS);
  }
  if (path.endsWith('.bridge')) {
    return hardening(renaming(path, {}, 'masquerade'), ANOTHER_ADDRESS);
  }
  return path.endsWith('.masquerade') ? hardening(setting(path, {}), ANOTHER_ADDRESS) : undefined;
}

const ANOTHER_ADDRESS = 'The guest gets another address by DHCP at its next start: one with a static address has to be changed first.';

function probeOf(service: ServiceView) {
  const port = service.tcpPorts[0]?.targetPort;
  return port === undefined ? undefined : { tcpSocket: { port }, ...PROBE_TIMINGS };
}
