import { ownValue, WATCHDOG_CHECK, WATCHDOG_DEVICES } from '../facts';
import { isObject, type VirtualMachineView } from '../graph';
import { WATCHDOG_ACTION } from './defaults';

/** The watchdog device of a VM. */
export interface WatchdogOfMachine {
  /** What happens when the guest stops feeding it. */
  readonly action: string;
  /** Manifest path of the action. */
  readonly actionPath: string;
}

/** The watchdog device of a VM; undefined when it has none. */
export function watchdogOf(vm: VirtualMachineView): WatchdogOfMachine | undefined {
  const { watchdog } = vm.devices;
  if (!isObject(watchdog)) {
    return undefined;
  }
  const device = WATCHDOG_DEVICES.find((candidate) => isObject(watchdog[candidate])) ?? WATCHDOG_DEVICES[0];
  return {
    action: watchdog[device]?.action ?? WATCHDOG_ACTION,
    actionPath: vm.path(`domain.devices.watchdog.${device}.action`),
  };
}

/**
 * What systemd is told, except in comments: a time span such as `90`, `60s` or `1min 30s`. The `n` may be that of `\n` in a string. What
 * stands before is looked at behind the name only: at each place of a long text it would take the square of its length.
 */
const SETTING = /RuntimeWatchdogSec(?<!(?:#[ \t]*|(?<!\\)\w)RuntimeWatchdogSec)[ \t]*=[ \t]*(\d[0-9a-z ]*)/g;
const SPAN = /^(?:\d+(?: ?[a-z]+ *| +|$))+$/;
const COMPONENT = /(\d+) ?([a-z]*)/g;
const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  ...{ s: 1, sec: 1, second: 1, seconds: 1 },
  ...{ m: 60, min: 60, minute: 60, minutes: 60 },
  ...{ h: 3600, hr: 3600, hour: 3600, hours: 3600 },
};

/** The timeouts that user data set for systemd, in seconds; none where one of them cannot be read. 0 switches off. */
export function watchdogTimeouts(text: string): number[] {
  const timeouts = [...text.matchAll(SETTING)].map(([, span]) => secondsOf(span.trim()));
  return timeouts.every((seconds) => seconds !== undefined && seconds > 0) ? (timeouts as number[]) : [];
}

function secondsOf(span: string): number | undefined {
  const components = SPAN.test(span) ? [...span.matchAll(COMPONENT)] : [];
  const seconds = components.map(([, count, unit]) => Number(count) * (ownValue(SECONDS_PER_UNIT, unit) ?? Number.NaN));
  const total = seconds.reduce((sum, value) => sum + value, 0);
  return components.length === 0 || Number.isNaN(total) ? undefined : total;
}

const OPENS_WATCHDOG = /RuntimeWatchdogSec|watchdog/i;

/** What looks at a watchdog and does not feed it: the kernel's files about it, the name that a driver gives itself, our own check. */
const LOOKS_AT_WATCHDOG = new RegExp(
  String.raw`/class/watchdog|watchdog of this VM|\bz watchdog\b|echo \\?"watchdog:|\b${WATCHDOG_CHECK}\b`,
  'gi',
);

/** Whether user data have something in the guest open the watchdog device. */
export function opensWatchdog(userData: readonly string[]): boolean {
  return userData.some((text) => OPENS_WATCHDOG.test(text.replace(LOOKS_AT_WATCHDOG, '')));
}
