import { credentialsInCommand, KUBEVIRT_AUTHORIZATION, KubevirtSource } from '../../../../admission';
import { isCredentialHeader } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const probeCredentialReadable: Rule<VirtualMachineView> = {
  id: 'probe-credential-readable',
  title: 'A probe logs in with nothing that stands in the VM',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Everybody who may look at VMs reads the headers and the commands of their probes, and a command is in the list of processes of the ' +
    'guest as well.',
  remediation: 'Let the guest have a health check that needs no login, or a script that reads the password from a file of the guest.',
  references: [KUBEVIRT_AUTHORIZATION, KubevirtSource.PROBES],
  mentions: ['readinessProbe', 'livenessProbe'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  return vm.probes.length === 0
    ? NOT_APPLICABLE
    : vm.probes.flatMap(({ field, probe }) => [...inHeaders(vm, field, probe), ...inCommand(vm, field, probe)]);
}

function inHeaders(vm: VirtualMachineView, field: string, { httpGet }: Record<string, any>): Violation[] {
  const headers = isObject(httpGet) && Array.isArray(httpGet.httpHeaders) ? httpGet.httpHeaders : [];
  return headers.flatMap((header: unknown, index) => {
    const { name, value } = isObject(header) ? header : {};
    if (typeof name !== 'string' || typeof value !== 'string' || !isCredentialHeader(name, value)) {
      return [];
    }
    const message = `${name} logs in, and everybody who may look at VMs can read it`;
    const remedy = 'Probe a path that needs no login.';
    return [{ manifest: vm.manifest, path: vm.path(`${field}.httpGet.httpHeaders[${index}].value`), value, message, remedy }];
  });
}

function inCommand(vm: VirtualMachineView, field: string, { exec }: Record<string, any>): Violation[] {
  const command = isObject(exec) ? exec.command : undefined;
  const words = Array.isArray(command) && command.every((word) => typeof word === 'string') ? command : [];
  const found = credentialsInCommand(words);
  if (found.length === 0) {
    return [];
  }
  const message = `it has a credential (${found.join(', ')}), and everybody who may look at VMs can read it`;
  const remedy = 'Run a script of the guest that reads it from a file of the guest.';
  return [{ manifest: vm.manifest, path: vm.path(`${field}.exec.command`), value: command, message, remedy }];
}
