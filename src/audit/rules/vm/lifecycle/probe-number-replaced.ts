import { KubevirtSource } from '../../../../admission';
import { PROBE_DEFAULTS } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const DEFAULTS = Object.entries(PROBE_DEFAULTS);

export const probeNumberReplaced: Rule<VirtualMachineView> = {
  id: 'probe-number-replaced',
  title: 'The numbers of a probe are at least 1',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'KubeVirt replaces a number below 1 by its default without a word, so the probe has other timings than it shows.',
  remediation: 'Write the number that is meant, or leave it out.',
  references: [KubevirtSource.PROBE_DEFAULTS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = vm.probes;
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes.flatMap(({ field, probe }) =>
    DEFAULTS.filter(([name]) => typeof probe[name] === 'number' && probe[name] < 1).map(([name, preset]) => ({
      manifest: vm.manifest,
      path: vm.path(`${field}.${name}`),
      value: probe[name],
      message: `KubeVirt replaces values below 1 by its default, which is ${preset}`,
      remedy: `Write ${name}: ${preset}, or the number that is meant.`,
      fix: setting(vm.path(`${field}.${name}`), preset),
    })),
  );
}
