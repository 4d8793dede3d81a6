import { isWatchdogArmedByImage, KubevirtSource, opensWatchdog, userDataTexts } from '../../../../admission';
import { IntentAnnotation } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const watchdogNotArmed: Rule<VirtualMachineView> = {
  id: 'watchdog-not-armed',
  title: 'Something in the guest opens the watchdog device',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale: 'A watchdog that nobody in the guest opens never fires, however long the guest hangs.',
  remediation: 'Set RuntimeWatchdogSec for systemd in the cloud-init user data, or run a watchdog daemon.',
  references: ['https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html', KubevirtSource.PROBES],
  mentions: ['watchdog'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const { watchdog } = vm.devices;
  const texts = userDataTexts(vm, graph);
  if (!isObject(watchdog) || texts === undefined) {
    return NOT_APPLICABLE;
  }
  if (isWatchdogArmedByImage(vm) || opensWatchdog(texts)) {
    return [];
  }
  const message = 'nothing in the cloud-init user data opens the device, and a watchdog that is not opened never fires';
  const remedy = `Set RuntimeWatchdogSec for systemd in userData; if the image does it, annotate the VM with ${IntentAnnotation.WATCHDOG_ARMED_BY}: image.`;
  return [{ manifest: vm.manifest, path: vm.path('domain.devices.watchdog'), value: watchdog, message, remedy }];
}
