import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Manifest, ManifestGraph } from '../../src/graph';
import type { Fault } from './faults';
import type { Guest, GuestOptions } from './guest';
import { LabMachine, type Sighting } from './instance';
import type { Phase } from './phase';
import { now, sleep } from './qmp';

/** A boot: how long it took, and how long of that the machine had no processor for it. */
export interface BootTime {
  readonly seconds: number;
  readonly waited: number;
}

/** What became of a VM after a fault, in seconds since then. */
export interface Observation {
  readonly noticedBy: readonly string[];
  readonly noticed?: number;
  /** What QEMU told. */
  readonly told: readonly Sighting[];
  /** What became of the instance that failed. */
  readonly phase: Phase;
  /** When the service answered again, of a guest that has booted; undefined: not as long as somebody looked. */
  readonly answered?: number;
  /** Whether it answered at the end. */
  readonly isUp: boolean;
  readonly boot?: BootTime;
  /** How much later or sooner something may have been seen than it was, because the guest or the lab had to wait for a processor. */
  readonly late: number;
  readonly log: string;
}

/** What one looks for. */
export interface Watch {
  /** How long one waits for the service, at most. */
  readonly seconds: number;
}

const FIRST_BOOT = 600;
const NANOSECONDS = 1e9;
/** Events of QEMU that say nothing of failures. */
const NOISE = /^(NIC_RX_FILTER_CHANGED|STOP|RESUME|VSERPORT_CHANGE|RTC_CHANGE)/;

/** Boots a guest, and resets it when it is up: the slower of two boots, as far as the machine had a processor for it. */
export async function measureBoots(manifests: readonly Manifest[], options: GuestOptions): Promise<number> {
  const machine = await startMachine(manifests, options);
  try {
    const cold = await bootFrom(machine, machine.guest.startedAt);
    const waited = machine.guest.waited();
    await machine.guest.ask('system_reset');
    const warm = await bootFrom(machine, now(), waited);
    return Math.max(...[cold, warm].map((boot) => boot.seconds - boot.waited));
  } finally {
    await machine.stop();
  }
}

/** Waits until the service answers. */
export async function bootFrom(machine: LabMachine, begin: number, waitedBefore = 0): Promise<BootTime> {
  // What runs while it is reset answers no more.
  await sleep(1);
  const answering = await machine.answering(FIRST_BOOT);
  if (answering === undefined) {
    throw new Error(`the guest does not boot:\n${machine.guest.log}`);
  }
  return { seconds: answering - begin, waited: machine.guest.waited() - waitedBefore };
}

/** Starts the first VM of some manifests. */
export function startMachine(manifests: readonly Manifest[], options: GuestOptions): Promise<LabMachine> {
  const graph = new ManifestGraph(manifests);
  return LabMachine.start(graph.virtualMachines[0], graph, options);
}

/** Starts a VM, has it fail, and looks at what becomes of it. */
export async function observe(
  manifests: readonly Manifest[],
  options: GuestOptions,
  fault: Fault<Guest>,
  watch: Watch,
): Promise<Observation> {
  const machine = await startMachine(manifests, options);
  try {
    await bootFrom(machine, machine.guest.startedAt);
    await agentOf(machine);
    machine.probe();
    const at = await fault.strike(machine.guest);
    return await follow(machine, at, watch);
  } finally {
    await machine.stop();
  }
}

/** Waits for the agent, by which faults get into the guest. */
export async function agentOf({ guest }: LabMachine): Promise<void> {
  for (const end = now() + FIRST_BOOT; now() < end; ) {
    if (await guest.pings(1)) {
      return;
    }
  }
  throw new Error(`no agent answers in the guest:\n${guest.log}`);
}

/** Looks at what becomes of a VM since it has failed. */
export async function follow(machine: LabMachine, at: number, { seconds }: Watch): Promise<Observation> {
  const failed = machine.guest;
  const waitedBefore = failed.waited();
  let waited = 0;
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const bootsAgainAt = () =>
    machine.guest === failed ? machine.told(at).find(({ what }) => what === 'RESET')?.at : machine.guest.startedAt;
  const answering = await machine.answering(at + seconds - now(), () => {
    if (notice(machine, machine.told(at), at).noticed === undefined) {
      waited = failed.waited() - waitedBefore;
    }
    return bootsAgainAt() !== undefined;
  });
  loop.disable();
  const isUp = answering !== undefined || (await machine.guest.answers('/health', 1));
  const begin = bootsAgainAt();
  const told = machine.told(at).filter(({ what }) => !NOISE.test(what));
  return {
    ...notice(machine, told, at),
    told: told.map(({ at: when, what }) => ({ at: when - at, what })),
    phase: machine.phases.find((change) => change.at >= at)?.phase ?? 'Running',
    answered: answering === undefined ? undefined : answering - at,
    isUp,
    boot:
      answering === undefined || begin === undefined
        ? undefined
        : { seconds: answering - begin, waited: machine.guest.waited() - (machine.guest === failed ? waitedBefore : 0) },
    late: waited + loop.max / NANOSECONDS,
    log: machine.guest.log,
  };
}

/** Who was the first to notice, by the names that the model has for them. */
function notice({ probeFailedAt }: LabMachine, told: readonly Sighting[], at: number): Pick<Observation, 'noticedBy' | 'noticed'> {
  const actors: readonly (readonly [RegExp, ...string[]])[] = [
    [/^WATCHDOG/, 'watchdog'],
    [/^GUEST_PANICKED/, 'QEMU'],
    [/^BLOCK_IO_ERROR/, 'storage'],
    [/^RESET/, 'guest kernel'],
    // A kernel that reboots where the VM may not ends QEMU.
    [/^SHUTDOWN guest-reset/, 'guest kernel', 'virt-handler'],
    [/^(SHUTDOWN|exit)/, 'virt-handler'],
  ];
  const [first] = told.flatMap(({ at: when, what }) => {
    const [, ...noticedBy] = actors.find(([pattern]) => pattern.test(what)) ?? [];
    return noticedBy.length === 0 ? [] : [{ when, noticedBy }];
  });
  if (probeFailedAt !== undefined && !(first !== undefined && first.when < probeFailedAt)) {
    return { noticedBy: ['kubelet'], noticed: probeFailedAt - at };
  }
  return first === undefined ? { noticedBy: [] } : { noticedBy: first.noticedBy, noticed: first.when - at };
}
