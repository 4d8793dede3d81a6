import { SECRETS_GOOD_PRACTICES } from '../../../../admission';
import { sysprepPasswords } from '../../../../facts';
import { isObject, type Manifest, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const sysprepPasswordReadable: Rule<VirtualMachineView> = {
  id: 'sysprep-password-readable',
  title: 'Answers for the set-up of Windows with passwords are in Secrets',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    "An answer file has the password of the administrator in it, in plain text or in base64. Kubernetes' role view lets everybody read " +
    'ConfigMaps, and nobody Secrets.',
  remediation: 'Put the answer file into a Secret, and name that in sysprep.secret.',
  references: [
    'https://kubevirt.io/user-guide/user_workloads/startup_scripts/#sysprep',
    'https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/microsoft-windows-shell-setup-useraccounts-administratorpassword',
    SECRETS_GOOD_PRACTICES,
  ],
  mentions: ['sysprep'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const known = vm.volumes.flatMap(({ sysprep }, index) => {
    const name: unknown = isObject(sysprep) ? sysprep.configMap?.name : undefined;
    const map = typeof name === 'string' ? graph.find('', 'ConfigMap', vm.namespace, name) : undefined;
    return map === undefined ? [] : [{ map, name, path: vm.path(`volumes[${index}].sysprep.configMap.name`) }];
  });
  if (known.length === 0) {
    return NOT_APPLICABLE;
  }
  return known.flatMap(({ map, name, path }) => {
    const [fault] = passwordsOf(map);
    const message = `${fault} of this ConfigMap has a password, and everybody who may look at ConfigMaps can read it`;
    const remedy = 'Put the answer file into a Secret, and name that in sysprep.secret.';
    return fault === undefined ? [] : [{ manifest: vm.manifest, path, value: name, message, remedy }];
  });
}

/** The elements with passwords, and the keys of the files that have them. */
function passwordsOf({ data, binaryData }: Manifest): string[] {
  const files = [...entriesOf(data), ...entriesOf(binaryData).map(([key, text]) => [key, Buffer.from(text, 'base64').toString('utf8')])];
  return files.flatMap(([key, text]) => sysprepPasswords(text).map((element) => `${element} in ${key}`));
}

function entriesOf(data: unknown): [string, string][] {
  return Object.entries(isObject(data) ? data : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
