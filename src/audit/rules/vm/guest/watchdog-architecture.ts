import { architectureOf, instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { ownValue, WATCHDOG_DEVICES, WATCHDOG_OF_ARCHITECTURE } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { removal, renaming } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const watchdogArchitecture: Rule<VirtualMachineView> = {
  id: 'watchdog-architecture',
  title: 'The watchdog device exists on the architecture of the VM',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'amd64 has i6300esb, s390x has diag288, arm64 has none. KubeVirt checks it when the VM starts, not when it is created.',
  remediation: 'Use the watchdog of the architecture, and a liveness probe on arm64.',
  references: [KubevirtSource.ARCHITECTURES],
  mentions: ['watchdog'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { watchdog } = vm.devices;
  if (!isObject(watchdog)) {
    return NOT_APPLICABLE;
  }
  const architecture = architectureOf(vm, context);
  if (architecture === undefined) {
    return [];
  }
  const outcome = instanceRefused(vm);
  const path = vm.path('domain.devices.watchdog');
  if (architecture === Architecture.ARM64) {
    const message = `arm64 has no watchdog device: ${outcome}`;
    return [
      {
        manifest: vm.manifest,
        stage: instanceStage(vm),
        path,
        value: watchdog,
        message,
        remedy: 'Remove it, and use a livenessProbe to notice a hung guest.',
        fix: removal(path),
      },
    ];
  }
  const right = ownValue(WATCHDOG_OF_ARCHITECTURE, architecture) ?? WATCHDOG_DEVICES[0];
  const wrong = WATCHDOG_DEVICES.find((device) => device !== right && isObject(watchdog[device]));
  if (wrong === undefined) {
    return [];
  }
  const message = `${architecture} has ${right}, not ${wrong}: ${outcome}`;
  return [
    {
      manifest: vm.manifest,
      stage: instanceStage(vm),
      path: `${path}.${wrong}`,
      value: watchdog[wrong],
      message,
      remedy: `Use ${right}.`,
      fix: renaming(`${path}.${wrong}`, watchdog[wrong], right),
    },
  ];
}
