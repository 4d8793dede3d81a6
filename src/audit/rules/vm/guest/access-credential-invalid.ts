import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ownValue } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = ['sshPublicKey', 'userPassword'];
const CLOUD_INIT = { noCloud: 'cloudInitNoCloud', configDrive: 'cloudInitConfigDrive' };

export const accessCredentialInvalid: Rule<VirtualMachineView> = {
  id: 'access-credential-invalid',
  title: 'Access credentials have one source, one way into the guest, and what that way needs',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses credentials without a source or a way into the guest, keys through cloud-init in a VM without the cloud-init volume, and ' +
    'keys through the guest agent that are for nobody.',
  remediation: 'Add the cloud-init volume, or propagate through qemuGuestAgent.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['accessCredentials'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const credentials = objectsOf(vm.spec.accessCredentials);
  if (credentials.length === 0) {
    return NOT_APPLICABLE;
  }
  return credentials.flatMap((credential, index) => faultsOf(vm, credential, vm.path(`accessCredentials[${index}]`)));
}

function faultsOf(vm: VirtualMachineView, credential: Record<string, any>, path: string): Violation[] {
  const kinds = KINDS.filter((kind) => isObject(credential[kind]));
  if (kinds.length !== 1) {
    const message = 'KubeVirt refuses a credential that is not exactly one of sshPublicKey and userPassword';
    return [{ manifest: vm.manifest, path, value: credential, message, remedy: `Keep one of ${KINDS.join(', ')}.` }];
  }
  const { source, propagationMethod } = credential[kinds[0]];
  const methods = isObject(propagationMethod) ? Object.keys(propagationMethod) : [];
  const kindPath = `${path}.${kinds[0]}`;
  return [
    ...onlyOne(vm, `${kindPath}.source`, source, 'source', 'Use source: {secret: {secretName: …}}.'),
    ...onlyOne(vm, `${kindPath}.propagationMethod`, propagationMethod, 'propagationMethod', 'Use propagationMethod: {qemuGuestAgent: …}.'),
    ...(kinds[0] === 'sshPublicKey' ? nobody(vm, `${kindPath}.propagationMethod.qemuGuestAgent`, propagationMethod?.qemuGuestAgent) : []),
    ...methods.flatMap((method) => missingVolume(vm, `${kindPath}.propagationMethod.${method}`, method, propagationMethod[method])),
  ];
}

function onlyOne(vm: VirtualMachineView, path: string, value: unknown, field: string, remedy: string): Violation[] {
  const message = `KubeVirt refuses a credential without exactly one ${field}`;
  const one = isObject(value) && Object.keys(value).length === 1;
  return one ? [] : [{ manifest: vm.manifest, path, value, message, remedy }];
}

function nobody(vm: VirtualMachineView, path: string, agent: unknown): Violation[] {
  const users = isObject(agent) ? agent.users : undefined;
  const message = 'KubeVirt refuses a key that is for no user of the guest';
  return Array.isArray(users) && users.length === 0
    ? [{ manifest: vm.manifest, path: `${path}.users`, value: users, message, remedy: 'Name the users whose authorized_keys get it.' }]
    : [];
}

function missingVolume(vm: VirtualMachineView, path: string, method: string, value: unknown): Violation[] {
  const source = ownValue(CLOUD_INIT, method);
  if (source === undefined || vm.volumes.some((volume) => isObject(volume[source]))) {
    return [];
  }
  const message = `the VM has no ${source} volume that would bring the key into the guest, and KubeVirt refuses it`;
  return [{ manifest: vm.manifest, path, value, message, remedy: `Add a ${source} volume, or use qemuGuestAgent.` }];
}
