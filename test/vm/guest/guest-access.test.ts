import { ApiObject, Chart, Size, Testing } from 'cdk8s';
import {
  AccessCredential,
  CloudInit,
  CloudInitDataSource,
  GuestAgentSource,
  ManifestCheck,
  Probe,
  VirtualMachine,
  type VirtualMachineProps,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

const chart = Testing.chart();
const KEYS = Secret.fromSecretName(chart, 'keys', 'keys');
const PASSWORDS = Secret.fromSecretName(chart, 'passwords', 'passwords');
const SOURCE = { secret: { secretName: 'keys' } };

function synthesized(props: VirtualMachineProps) {
  const vm = new VirtualMachine(new Chart(Testing.app(), 'shop'), 'web', { memory: Size.gibibytes(1), ...props });
  const manifest = ApiObject.of(vm).toJson();
  return { vm, manifest, spec: manifest.spec.template.spec };
}

test('hands keys to cloud-init on the disk that the VM has', () => {
  const accessCredentials = [AccessCredential.sshKeyThroughCloudInit(KEYS)];
  const cloudInit = CloudInit.fromUserData('#!/bin/sh\n', { dataSource: CloudInitDataSource.CONFIG_DRIVE });
  expect(synthesized({ accessCredentials, cloudInit }).spec.accessCredentials).toEqual([
    { sshPublicKey: { source: SOURCE, propagationMethod: { configDrive: {} } } },
  ]);
});

test('brings a disk of cloud-init for keys that need one', () => {
  const { spec } = synthesized({ accessCredentials: [AccessCredential.sshKeyThroughCloudInit(KEYS)] });
  expect(spec.accessCredentials).toEqual([{ sshPublicKey: { source: SOURCE, propagationMethod: { noCloud: {} } } }]);
  expect(spec.volumes).toEqual([{ name: 'cloudinit', cloudInitNoCloud: { userData: '#cloud-config\n{}\n' } }]);
});

test('hands keys and passwords to the guest agent, which cloud-init installs and allows to write keys', () => {
  const { spec, vm } = synthesized({
    guestAgent: GuestAgentSource.CLOUD_INIT,
    accessCredentials: [
      AccessCredential.sshKeyThroughGuestAgent(KEYS, ['cloud-user']),
      AccessCredential.passwordThroughGuestAgent(PASSWORDS),
    ],
  });
  expect(spec.accessCredentials).toEqual([
    { sshPublicKey: { source: SOURCE, propagationMethod: { qemuGuestAgent: { users: ['cloud-user'] } } } },
    { userPassword: { source: { secret: { secretName: 'passwords' } }, propagationMethod: { qemuGuestAgent: {} } } },
  ]);
  expect(spec.volumes[0].cloudInitNoCloud.userData).toBe(`#cloud-config
packages:
  - qemu-guest-agent
runcmd:
  - - systemctl
    - enable
    - --now
    - qemu-guest-agent
  - - sh
    - -c
    - if command -v setsebool; then setsebool -P virt_qemu_ga_manage_ssh on; fi
`);
  expect(ManifestCheck.findings(vm)).toEqual([]);
});

test('leaves an image that has the agent as it is', () => {
  const accessCredentials = [AccessCredential.sshKeyThroughGuestAgent(KEYS, ['cloud-user'])];
  expect(synthesized({ accessCredentials, guestAgent: GuestAgentSource.IMAGE }).spec.volumes).toBeUndefined();
});

test('refuses keys for nobody', () => {
  const accessCredentials = [AccessCredential.sshKeyThroughGuestAgent(KEYS, [])];
  expect(thrownBy(() => synthesized({ accessCredentials }))).toBe(
    '[shop/web] accessCredentials[0].users is []: nobody would get the keys. Name the users, e.g. ["cloud-user"]. (credential-users-missing)',
  );
});

test('says in the manifest that the image has the agent, and nothing warns', () => {
  const { manifest, spec, vm } = synthesized({ guestAgent: GuestAgentSource.IMAGE, readiness: Probe.fromCommand(['true']) });
  expect(manifest.metadata.annotations).toEqual({ 'cdk8s-kubevirt/guest-agent': 'image' });
  expect(spec.volumes).toBeUndefined();
  expect(ManifestCheck.findings(vm)).toEqual([]);
});

test('warns when nothing brings the agent that a probe needs', () => {
  const { vm } = synthesized({ readiness: Probe.fromCommand(['true']) });
  expect(ManifestCheck.findings(vm).map(({ code }) => code)).toEqual(['guest-agent-missing']);
});
