import { KubevirtSource, networkProbesWithPort } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type Connection, objectsOf, type VirtualMachineView } from '../../../../graph';
import { appending } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probePortNotForwarded: Rule<VirtualMachineView> = {
  id: 'probe-port-not-forwarded',
  title: 'The port of a probe is forwarded to the guest',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'A masquerade interface with a port list forwards these ports only: a probe of another port fails for ever, and a liveness probe then stops the VM again and again.',
  remediation: 'Add the port to the ports of the interface, or leave the list out.',
  references: [KubevirtSource.INTERFACES, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const connection = vm.podConnection;
  const probes = networkProbesWithPort(vm);
  if (connection === undefined || probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes
    .filter(({ handler }) => !vm.forwards(handler.port))
    .map(({ field, handler: { port } }) => ({
      manifest: vm.manifest,
      path: vm.path(`${field}.port`),
      value: port,
      ...faultOf(vm, connection, port),
    }));
}

function faultOf(vm: VirtualMachineView, { networkInterface, index }: Connection, port: unknown) {
  const listed = objectsOf(networkInterface.ports);
  const ranges = objectsOf(networkInterface.portRanges);
  if (ranges.length > 0) {
    return {
      message: `the interface forwards ${ranges.map(({ start, end, protocol }) => `${start}-${end}/${protocol}`).join(', ')} only, so the probe never reaches the guest`,
      remedy: `Add a range with the port to ${vm.path(`domain.devices.interfaces[${index}].portRanges`)}.`,
    };
  }
  if (index < 0 || listed.length === 0) {
    const message = 'no interface of the VM lists a port of this name, so the probe never succeeds';
    return { message, remedy: 'Use the number of the port.' };
  }
  const shown = listed.map(({ name, port: number, protocol = 'TCP' }) => `${name === undefined ? '' : `${name} `}${number}/${protocol}`);
  const entry = typeof port === 'string' ? `{name: ${port}, port: …}` : `{port: ${port}}`;
  return {
    message: `the interface forwards ${shown.join(', ')} only, so the probe never reaches the guest`,
    remedy: `Add ${entry} to ${vm.path(`domain.devices.interfaces[${index}].ports`)}.`,
    fix: typeof port === 'number' ? appending(vm.manifest, vm.path(`domain.devices.interfaces[${index}].ports`), { port }) : undefined,
  };
}
