import { KubevirtSource, userDataTexts } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ownValue, WATCHDOG_TIMEOUTS } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

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

export const watchdogTimeoutUnsupported: Rule<VirtualMachineView> = {
  id: 'watchdog-timeout-unsupported',
  title: 'The driver of the watchdog takes the timeout that the guest is set up with',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale: 'systemd gives up a watchdog whose driver refuses the timeout. Nothing is armed then, and a guest that hangs goes on hanging.',
  remediation: 'Set RuntimeWatchdogSec to what the driver takes: 1 to 2046 s for i6300esb, 15 to 3600 s for diag288.',
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html', KubevirtSource.PROBES],
  mentions: ['watchdog'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const { watchdog } = vm.devices;
  const timeouts = isObject(watchdog) ? timeoutsIn(userDataTexts(vm, graph)?.join('\n') ?? '') : [];
  if (timeouts.length === 0) {
    return NOT_APPLICABLE;
  }
  return Object.entries(WATCHDOG_TIMEOUTS).flatMap(([device, { min, max }]) => {
    const isRefused = isObject(watchdog[device]) && timeouts.every((seconds) => seconds < min || seconds > max);
    const message = `the user data sets RuntimeWatchdogSec to ${timeouts.join(' s and ')} s, which the driver refuses, and systemd then arms no watchdog`;
    const remedy = `Set RuntimeWatchdogSec to ${min} to ${max} s.`;
    const path = vm.path(`domain.devices.watchdog.${device}`);
    return isRefused ? [{ manifest: vm.manifest, path, value: watchdog[device], message, remedy }] : [];
  });
}

/** The timeouts that are set anywhere in the text, in seconds; none where one of them cannot be read. 0 switches off. */
function timeoutsIn(text: string): number[] {
  const timeouts = [...text.matchAll(SETTING)].map(([, span]) => secondsOf(span.trim()));
  return timeouts.every((seconds) => seconds !== undefined && seconds > 0) ? (timeouts as number[]) : [];
}

function secondsOf(span: string): number | undefined {
  const components = SPAN.test(span) ? [...span.matchAll(COMPONENT)] : [];
  const seconds = components.map(([, count, unit]) => Number(count) * (ownValue(SECONDS_PER_UNIT, unit) ?? Number.NaN));
  const total = seconds.reduce((sum, value) => sum + value, 0);
  return components.length === 0 || Number.isNaN(total) ? undefined : total;
}
