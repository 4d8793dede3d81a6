import { Testing } from 'cdk8s';
import { CloneSource, CloneVolumeNamePolicy, ClusterProfile, VirtualMachineClone, type VirtualMachineCloneProps } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function clone(props: Partial<VirtualMachineCloneProps> = {}) {
  const chart = Testing.chart();
  ClusterProfile.kubevirt('1.8').applyTo(chart);
  new VirtualMachineClone(chart, 'clone', { source: CloneSource.virtualMachine('web'), ...props });
  return Testing.synth(chart)[0];
}

test('clones a VM and leaves the name to KubeVirt', () => {
  expect(clone({ metadata: { name: 'web-copy' } })).toEqual({
    apiVersion: 'clone.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClone',
    metadata: { name: 'web-copy' },
    spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' } },
  });
});

test('clones a snapshot, and says what becomes different', () => {
  const { spec } = clone({
    source: CloneSource.snapshot('web-20260801020000'),
    targetName: 'web-trial',
    labelFilters: ['*'],
    annotationFilters: ['team', '!note'],
    podLabelFilters: ['*', '!app'],
    podAnnotationFilters: ['!*'],
    newMacAddresses: { default: '02:48:09:00:00:07' },
    newSmBiosSerial: 'trial',
    volumeNamePolicy: CloneVolumeNamePolicy.PREFIX_TARGET_NAME,
    patches: ['{"op":"replace","path":"/spec/runStrategy","value":"Halted"}'],
  });
  expect(spec).toEqual({
    source: { apiGroup: 'snapshot.kubevirt.io', kind: 'VirtualMachineSnapshot', name: 'web-20260801020000' },
    target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web-trial' },
    labelFilters: ['*'],
    annotationFilters: ['team', '!note'],
    template: { labelFilters: ['*', '!app'], annotationFilters: ['!*'] },
    newMacAddresses: { default: '02:48:09:00:00:07' },
    newSMBiosSerial: 'trial',
    volumeNamePolicy: 'PrefixTargetName',
    patches: ['{"op":"replace","path":"/spec/runStrategy","value":"Halted"}'],
  });
});

test('refuses a MAC address that is none', () => {
  expect(thrownBy(() => clone({ newMacAddresses: { default: '02:48' } }))).toBe(
    '[test/clone] newMacAddresses.default is "02:48": a MAC address has six pairs of hexadecimal digits. Write it like "02:48:09:00:00:00". (mac-address-invalid)',
  );
});

test('refuses names that no object can have', () => {
  const rule =
    'the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit';
  expect(thrownBy(() => clone({ targetName: 'web_2' }))).toBe(
    `[test/clone] targetName is "web_2": ${rule}. Pass the name as kubectl prints it. (object-name-invalid)`,
  );
  expect(thrownBy(() => clone({ source: CloneSource.snapshot('Web') }))).toBe(
    `[test/clone] source is "Web": ${rule}. Pass the name as kubectl prints it. (object-name-invalid)`,
  );
});
