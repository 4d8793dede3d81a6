import { KubevirtSource, networkProbesWithPort } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, isWithin, PORT_NAME, PORTS } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probePortInvalid: Rule<VirtualMachineView> = {
  id: 'probe-port-invalid',
  title: 'The port of a probe is a port number or a port name',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'Kubernetes refuses the pod of a VM whose probe has an impossible port: the VM is accepted and never starts.',
  remediation: 'Use a number from 1 to 65535, or the name of a port of the interface.',
  references: [KubevirtSource.POD_PROBES, KubevirtSource.PROBE_RENDERING],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = networkProbesWithPort(vm);
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes
    .filter(({ handler }) => !isPort(handler.port))
    .map(({ field, handler }) => ({
      manifest: vm.manifest,
      path: vm.path(`${field}.port`),
      value: handler.port,
      message: 'the VM is accepted, but Kubernetes refuses its pod, and it never starts',
      remedy: 'Use a number from 1 to 65535; a string has to be the name of a port.',
      fix: isQuotedPort(handler.port) ? safeSetting(vm.path(`${field}.port`), Number(handler.port)) : undefined,
    }));
}

function isQuotedPort(port: unknown): boolean {
  return typeof port === 'string' && String(Number(port)) === port && isWithin(Number(port), PORTS);
}

function isPort(port: unknown): boolean {
  return typeof port === 'string' ? hasFormat(port, PORT_NAME) : isWithin(port, PORTS);
}
