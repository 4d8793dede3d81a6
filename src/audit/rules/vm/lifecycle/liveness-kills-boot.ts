import { awaitsPackages, KubevirtSource, secondsUntilFailure, userDataTexts } from '../../../../admission';
import { IntentAnnotation, secondsOfGoDuration } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, optionOf, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const SHORTEST_BOOT = 60;

/** A first boot that fetches packages, and starts what they bring, seldom takes less. */
const SHORTEST_BOOT_WITH_PACKAGES = 120;

export const livenessKillsBoot: Rule<VirtualMachineView> = {
  id: 'liveness-kills-boot',
  title: 'A liveness probe leaves the guest time to boot',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'There is no startup probe: a liveness probe that gives up before the guest has booted stops the VM in the middle of its boot, each time. The first boot takes longest: what cloud-init installs does not answer before it is there.',
  remediation: 'Set initialDelaySeconds to the longest boot, the first one with cloud-init included, or raise failureThreshold.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  options: {
    bootSeconds: {
      description: 'The seconds that the slowest of your guests takes to boot, where a VM does not say its own.',
      default: SHORTEST_BOOT,
      minimum: 1,
    },
  },
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { livenessProbe } = vm.spec;
  if (!isObject(livenessProbe)) {
    return NOT_APPLICABLE;
  }
  const seconds = secondsUntilFailure(livenessProbe);
  const boot = secondsOfGoDuration(vm.annotations[IntentAnnotation.BOOT_TIME]) ?? optionOf(livenessKillsBoot, 'bootSeconds', context);
  const isSuspect = seconds < Math.max(boot, SHORTEST_BOOT_WITH_PACKAGES);
  const awaits = isSuspect && awaitsPackages(livenessProbe, userDataTexts(vm, context.graph) ?? []);
  const fault = isSuspect ? faultOf(seconds, boot, awaits) : undefined;
  const path = vm.path('livenessProbe.initialDelaySeconds');
  return fault === undefined ? [] : [{ manifest: vm.manifest, path, value: livenessProbe.initialDelaySeconds, ...fault }];
}

function faultOf(seconds: number, boot: number, hasPackages: boolean): Pick<Violation, 'message' | 'remedy'> | undefined {
  if (hasPackages) {
    return {
      message: `the probe gives up ${seconds} s after the start, and asks for what cloud-init installs at the first boot: a VM that still fetches packages then is stopped`,
      remedy:
        'Set initialDelaySeconds to the longest first boot, packages included, or bring them with the image: there is no startup probe.',
    };
  }
  return seconds >= boot
    ? undefined
    : {
        message: `the probe gives up ${seconds} s after the start, and the VM is stopped while its guest may still boot`,
        remedy: 'Set initialDelaySeconds to the longest boot of the guest: there is no startup probe.',
      };
}
