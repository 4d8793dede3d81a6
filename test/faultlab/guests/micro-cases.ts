import { Duration, Size } from 'cdk8s';
import {
  CloudInit,
  Disk,
  GuestAgentSource,
  PanicDeviceModel,
  Probe,
  RebootPolicy,
  RunStrategy,
  type VirtualMachineProps,
  WatchdogAction,
  WatchdogArming,
} from 'cdk8s-kubevirt';
import { FailureClass } from '../../../src/facts';
import type { Manifest } from '../../../src/graph';
import { andThen, FAILING_DISK, type Fault, Faults, inGuest } from '../faults';
import type { Guest } from '../guest';
import { type LabVm, vm, WATCHDOG_SECONDS, watched, withPanicDevice } from './vms';

/** A VM, what happens to it, and what is expected beyond what the model says of its failure. */
export interface FaultCase extends LabVm {
  readonly fault: Fault<Guest>;
  /** The failure as the model knows it. */
  readonly failure: FailureClass;
  /** What the model takes for granted and the guest has not: nobody notices then. */
  readonly lacks?: string;
  /** The guest goes on, and the model has nothing to say. */
  readonly goesOn?: boolean;
  /** Files of its volumes, or what else QEMU takes for them. */
  readonly files?: ReadonlyMap<string, string>;
  /** Words of the kernel's command line. */
  readonly words?: readonly string[];
  /** Whether it is one of the few that each change is tested with. */
  readonly isQuick?: boolean;
}

const PERIOD = Duration.seconds(2);
const TIMINGS = { period: PERIOD, timeout: Duration.seconds(1), failureThreshold: 3, initialDelay: Duration.seconds(60) };
const ASKED = { liveness: Probe.fromHttpGet('/health', { port: 8080, ...TIMINGS }), terminationGracePeriod: Duration.seconds(5) };
const PINGED = {
  guestAgent: GuestAgentSource.IMAGE,
  liveness: Probe.fromGuestAgentPing(TIMINGS),
  terminationGracePeriod: Duration.seconds(5),
};

const WATCHDOG_KILLED = inGuest('watchdog daemon killed', 'killall -9 watchdog');
/** A daemon that is told to end disarms the device, where that is possible. */
const WATCHDOG_ENDED = inGuest('watchdog daemon told to end', 'killall watchdog');
const DISARMED = andThen('watchdog daemon told to end, then kernel hangs', WATCHDOG_ENDED, Faults.HANG);
const SERVICE_KILLED = inGuest('service killed', 'killall -9 httpd');

export const MICRO_CASES: readonly FaultCase[] = [
  ...[Faults.PANIC, Faults.HANG].flatMap((fault) => {
    const failure = fault === Faults.PANIC ? FailureClass.GUEST_PANIC : FailureClass.GUEST_HANG;
    const quick = fault === Faults.PANIC ? WatchdogAction.POWEROFF : WatchdogAction.RESET;
    return [
      ...Object.values(WatchdogAction).map((action) => ({ ...watched(action), fault, failure, isQuick: action === quick })),
      { vm: 'no watchdog', manifests: vm(), fault, failure },
    ];
  }),
  // A guest that is well otherwise obeys SHUTDOWN, which is no hang.
  ...[WatchdogAction.POWEROFF, WatchdogAction.RESET].map((action) => ({
    ...watched(action),
    fault: WATCHDOG_KILLED,
    failure: FailureClass.GUEST_HANG,
  })),
  {
    ...watched(WatchdogAction.POWEROFF, { runStrategy: RunStrategy.RERUN_ON_FAILURE }),
    fault: Faults.HANG,
    failure: FailureClass.GUEST_HANG,
  },
  { ...watched(WatchdogAction.RESET, { rebootPolicy: RebootPolicy.TERMINATE }), fault: Faults.HANG, failure: FailureClass.GUEST_HANG },
  {
    ...watched(WatchdogAction.RESET, { rebootPolicy: RebootPolicy.TERMINATE, runStrategy: RunStrategy.RERUN_ON_FAILURE }),
    fault: Faults.HANG,
    failure: FailureClass.GUEST_HANG,
  },
  { vm: 'panic device', manifests: withPanicDevice(PanicDeviceModel.PVPANIC), fault: Faults.PANIC, failure: FailureClass.GUEST_PANIC },
  { vm: 'panic device isa', manifests: withPanicDevice(PanicDeviceModel.ISA), fault: Faults.PANIC, failure: FailureClass.GUEST_PANIC },
  {
    vm: 'panic device, watchdog reset',
    manifests: withPanicDevice(PanicDeviceModel.PVPANIC, WatchdogAction.RESET),
    fault: Faults.PANIC,
    failure: FailureClass.GUEST_PANIC,
  },
  { ...rebootingKernel(), fault: Faults.PANIC, failure: FailureClass.GUEST_PANIC },
  { ...rebootingKernel({ rebootPolicy: RebootPolicy.TERMINATE }), fault: Faults.PANIC, failure: FailureClass.GUEST_PANIC },
  { vm: 'liveness HTTP', manifests: vm(ASKED), fault: Faults.HANG, failure: FailureClass.GUEST_HANG },
  { vm: 'liveness ping of the agent', manifests: vm(PINGED), fault: Faults.HANG, failure: FailureClass.GUEST_HANG },

  { ...watched(WatchdogAction.RESET), fault: SERVICE_KILLED, failure: FailureClass.APPLICATION },
  { vm: 'liveness HTTP', manifests: vm(ASKED), fault: SERVICE_KILLED, failure: FailureClass.APPLICATION, isQuick: true },
  { vm: 'liveness ping of the agent', manifests: vm(PINGED), fault: SERVICE_KILLED, failure: FailureClass.APPLICATION },
  { vm: 'liveness HTTP', manifests: vm(ASKED), fault: Faults.NETWORK_CUT, failure: FailureClass.APPLICATION },
  { ...watched(WatchdogAction.RESET), fault: Faults.NETWORK_CUT, failure: FailureClass.APPLICATION },
  { ...watched(WatchdogAction.RESET), fault: Faults.AGENT_KILLED, failure: FailureClass.APPLICATION, goesOn: true },

  { vm: 'runStrategy Always', manifests: vm(), fault: Faults.SHUTDOWN, failure: FailureClass.GUEST_SHUTDOWN },
  {
    vm: 'runStrategy RerunOnFailure',
    manifests: vm({ runStrategy: RunStrategy.RERUN_ON_FAILURE }),
    fault: Faults.SHUTDOWN,
    failure: FailureClass.GUEST_SHUTDOWN,
  },
  {
    vm: 'rebootPolicy Terminate',
    manifests: vm({ rebootPolicy: RebootPolicy.TERMINATE }),
    fault: Faults.REBOOT,
    failure: FailureClass.GUEST_SHUTDOWN,
  },
  { vm: 'runStrategy Always', manifests: vm(), fault: Faults.PROCESS_KILLED, failure: FailureClass.VM_PROCESS },
  {
    vm: 'runStrategy RerunOnFailure',
    manifests: vm({ runStrategy: RunStrategy.RERUN_ON_FAILURE }),
    fault: Faults.PROCESS_KILLED,
    failure: FailureClass.VM_PROCESS,
  },
  {
    vm: 'errorPolicy stop, watchdog reset',
    manifests: vm({
      watchdog: { action: WatchdogAction.RESET, timeout: Duration.seconds(WATCHDOG_SECONDS), guestCheck: false },
      disks: [Disk.blank('data', { size: Size.mebibytes(64) })],
    }),
    files: new Map([['data', FAILING_DISK]]),
    fault: Faults.DISK_ERROR,
    failure: FailureClass.STORAGE_ERROR,
  },

  { ...watched(WatchdogAction.RESET), fault: WATCHDOG_ENDED, failure: FailureClass.GUEST_HANG },
  {
    ...armedByOthers('WatchdogDevice=/dev/watchdog-kubevirt\n'),
    fault: DISARMED,
    failure: FailureClass.GUEST_HANG,
    lacks: 'watchdog-armed',
  },
  {
    ...watched(WatchdogAction.RESET),
    fault: { ...Faults.HANG, name: 'kernel without i6300esb hangs' },
    failure: FailureClass.GUEST_HANG,
    lacks: 'watchdog-armed',
    words: ['lab.without=i6300esb'],
  },
  {
    ...armedByOthers(),
    fault: { ...Faults.HANG, name: 'iTCO fed instead of i6300esb, kernel hangs' },
    failure: FailureClass.GUEST_HANG,
    lacks: 'watchdog-armed',
    words: ['lab.without=i6300esb'],
  },
  {
    vm: 'watchdog that nobody arms',
    manifests: unarmed(),
    fault: Faults.HANG,
    failure: FailureClass.GUEST_HANG,
  },
];

/** A kernel that reboots by itself, before its watchdog fires. */
function rebootingKernel(props: Partial<VirtualMachineProps> = {}): LabVm {
  const files = [{ path: '/etc/sysctl.d/60-panic.conf', content: 'kernel.panic = 2\n' }];
  const watchdog = { action: WatchdogAction.POWEROFF, timeout: Duration.seconds(30), guestCheck: false };
  return {
    vm: `kernel.panic = 2${props.rebootPolicy === undefined ? '' : `, rebootPolicy ${props.rebootPolicy}`}, watchdog poweroff after 30 s`,
    manifests: vm({ cloudInit: CloudInit.fromSettings({ files }), watchdog, ...props }),
  };
}

/** The device, and user data that have systemd feed it without what makes that sure. */
function armedByOthers(more = ''): LabVm {
  const content = `[Manager]\nRuntimeWatchdogSec=${WATCHDOG_SECONDS}s\n${more}`;
  const files = [{ path: '/etc/systemd/system.conf.d/50-watchdog.conf', content }];
  const watchdog = { action: WatchdogAction.RESET, arming: WatchdogArming.IMAGE };
  return { vm: 'watchdog reset, user data of others', manifests: vm({ watchdog, cloudInit: CloudInit.fromSettings({ files }) }) };
}

/** The device, and a guest that nobody has told of it. */
function unarmed(): Manifest[] {
  const manifests = vm({ watchdog: { action: WatchdogAction.RESET, arming: WatchdogArming.IMAGE } });
  return manifests.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, annotations: {} } }));
}
