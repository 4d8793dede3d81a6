import { KubevirtSource, userDataTexts, watchdogTimeouts } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { WATCHDOG_TIMEOUTS } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

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
  const timeouts = isObject(watchdog) ? watchdogTimeouts(userDataTexts(vm, graph)?.join('\n') ?? '') : [];
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
