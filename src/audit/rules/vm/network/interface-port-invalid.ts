import { didYouMean, KubevirtSource, repeatedNames } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, isWithin, PORT_NAME, PORTS } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const interfacePortInvalid: Rule<VirtualMachineView> = {
  id: 'interface-port-invalid',
  title: 'The ports of an interface are ports',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a port without a number, with a number or protocol that does not exist, and a name that is wrong or occurs twice.',
  remediation: 'Use numbers from 1 to 65535, TCP or UDP, and names of their own.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  mentions: ['ports'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const connection = vm.podConnection;
  const ports = objectsOf(connection?.networkInterface.ports);
  if (connection === undefined || ports.length === 0) {
    return NOT_APPLICABLE;
  }
  const path = vm.path(`domain.devices.interfaces[${connection.index}].ports`);
  const repeated = new Set(repeatedNames(ports));
  return ports.flatMap((port, index) => [
    ...numberFaults(port.port).map((fault) => ({ manifest: vm.manifest, path: `${path}[${index}].port`, value: port.port, ...fault })),
    ...protocolFaults(port.protocol).map((fault) => ({
      manifest: vm.manifest,
      path: `${path}[${index}].protocol`,
      value: port.protocol,
      ...fault,
    })),
    ...nameFaults(port.name, repeated.has(index)).map((fault) => ({
      manifest: vm.manifest,
      path: `${path}[${index}].name`,
      value: port.name,
      ...fault,
    })),
  ]);
}

function numberFaults(port: unknown) {
  const remedy = 'Use a number from 1 to 65535.';
  if (port === undefined || port === 0) {
    return [{ message: 'KubeVirt refuses a port without a number', remedy }];
  }
  return typeof port === 'number' && !isWithin(port, PORTS) ? [{ message: 'there is no such port, and the VM never starts', remedy }] : [];
}

function protocolFaults(protocol: unknown) {
  const known = protocol === undefined || protocol === '' || protocol === 'TCP' || protocol === 'UDP';
  return known
    ? []
    : [{ message: 'KubeVirt refuses other protocols than TCP and UDP', remedy: didYouMean(String(protocol), ['TCP', 'UDP']) }];
}

function nameFaults(name: unknown, repeated: boolean) {
  if (typeof name !== 'string' || name === '') {
    return [];
  }
  if (repeated) {
    return [{ message: 'another port of the interface has the same name, and KubeVirt refuses the VM', remedy: 'Use another name.' }];
  }
  return hasFormat(name, PORT_NAME)
    ? []
    : [{ message: `KubeVirt refuses a name that is not ${PORT_NAME.words}`, remedy: 'Use another name.' }];
}
