import { didYouMean, KubevirtSource, repeatedNames } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { hasFormat, INTERFACE_PROTOCOLS, isWithin, PORT_NAME, PORTS } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
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

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const connection = vm.podConnection;
  const ports = objectsOf(connection?.networkInterface.ports);
  if (connection === undefined || ports.length === 0) {
    return NOT_APPLICABLE;
  }
  const path = vm.path(`domain.devices.interfaces[${connection.index}].ports`);
  const repeated = new Set(repeatedNames(ports));
  return ports.flatMap((port, index) => [
    ...numberFaults(port.port, !cluster.atLeast('1.9')).map((fault) => ({
      manifest: vm.manifest,
      path: `${path}[${index}].port`,
      value: port.port,
      ...fault,
    })),
    ...protocolFaults(port.protocol).map((fault) => ({
      manifest: vm.manifest,
      path: `${path}[${index}].protocol`,
      value: port.protocol,
      fix: nearestValue(`${path}[${index}].protocol`, String(port.protocol), INTERFACE_PROTOCOLS),
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

/** A port that is one too high gets by the webhooks of older releases. */
const ONE_TOO_HIGH = PORTS.max + 1;

function numberFaults(port: unknown, takesOneTooHigh: boolean) {
  const remedy = 'Use a number from 1 to 65535.';
  if (port === undefined || port === 0) {
    return [{ message: 'KubeVirt refuses a port without a number', remedy }];
  }
  if (typeof port !== 'number' || isWithin(port, PORTS)) {
    return [];
  }
  return port === ONE_TOO_HIGH && takesOneTooHigh
    ? [{ stage: Stage.START, message: 'there is no such port, and the VM never starts', remedy }]
    : [{ message: 'there is no such port, and KubeVirt refuses the VM', remedy }];
}

function protocolFaults(protocol: unknown) {
  const known = protocol === undefined || protocol === '' || INTERFACE_PROTOCOLS.includes(String(protocol));
  return known
    ? []
    : [{ message: 'KubeVirt refuses other protocols than TCP and UDP', remedy: didYouMean(String(protocol), INTERFACE_PROTOCOLS) }];
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
