import type { ConsoleLine, Guest } from './guest';
import { now, sleep } from './qmp';

/** A guest that something happens to. */
export interface Victim {
  readonly console: readonly ConsoleLine[];
  readonly log: string;
  /** Has it run a line of its shell, and does not wait for the end of it. */
  run(line: string): Promise<void>;
  /** Has all of its processors go in a circle, with interrupts off. Returns when that began. */
  freeze(): Promise<number>;
  /** Ends QEMU, as by its power plug. */
  stop(): Promise<void>;
}

/**
 * Something that goes wrong with a guest.
 *
 * @typeParam Who whose guest it is: anybody's, or that of the lab itself
 */
export interface Fault<Who extends Victim = Victim> {
  readonly name: string;
  /** Makes it go wrong, and returns when it did, in seconds of the lab's clock. */
  readonly strike: (guest: Who) => Promise<number>;
}

const TOLD_WITHIN = 20;
const POLL = 0.02;

/** The sector of a disk of the lab that cannot be written. */
export const BAD_SECTOR = 4096;

/** A disk that fails when its bad sector is written, in the words of QEMU. */
export const FAILING_DISK = `json:${JSON.stringify({
  driver: 'blkdebug',
  image: { driver: 'null-co', size: 2 ** 26 },
  'inject-error': [{ event: 'none', iotype: 'write', sector: BAD_SECTOR, errno: 5, once: false }],
})}`;

/** Has the guest run a line of its shell, a moment after the agent has said that it will. */
export function inGuest(name: string, line: string): Fault {
  return {
    name,
    strike: async (guest) => {
      const mark = `fault ${Math.random().toString(36).slice(2)}`;
      await guest.run(`(sleep 0.2; echo ${mark} > /dev/console; ${line}) > /dev/null 2>&1 &`);
      for (const end = now() + TOLD_WITHIN; now() < end; await sleep(POLL)) {
        const told = guest.console.find(({ text }) => text.includes(mark));
        if (told !== undefined) {
          return told.at;
        }
      }
      throw new Error(`the guest does not get to its fault:\n${guest.log}`);
    },
  };
}

const HANG: Fault = { name: 'kernel hangs', strike: (guest) => guest.freeze() };

/** What can be made to fail in any guest of Linux, and in QEMU. */
export const Faults = {
  PANIC: inGuest('kernel panics', 'echo c > /proc/sysrq-trigger'),
  HANG,
  SHUTDOWN: inGuest('guest shuts down', 'poweroff -f'),
  REBOOT: inGuest('guest reboots', 'reboot -f'),
  AGENT_KILLED: inGuest('guest agent killed', 'killall -9 qemu-ga'),
  DISK_ERROR: inGuest('disk error', `for disk in /dev/vd?; do dd if=/dev/zero of=$disk bs=512 seek=${BAD_SECTOR} count=1 conv=fsync; done`),
  PROCESS_KILLED: {
    name: 'QEMU killed',
    strike: async (guest) => {
      const at = now();
      await guest.stop();
      return at;
    },
  } satisfies Fault,
  NETWORK_CUT: {
    name: 'network cut',
    strike: async (guest) => {
      await guest.ask('set_link', { name: 'nic-default', up: false });
      return now();
    },
  } satisfies Fault<Guest>,
};

/** One fault, and a moment later another. */
export function andThen(name: string, first: Fault, second: Fault): Fault {
  return {
    name,
    strike: async (guest) => {
      await first.strike(guest);
      await sleep(1);
      return second.strike(guest);
    },
  };
}
