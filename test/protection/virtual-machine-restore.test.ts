import { Testing } from 'cdk8s';
import {
  ClusterProfile,
  RestoreReadinessPolicy,
  VirtualMachineRestore,
  type VirtualMachineRestoreProps,
  VolumeOwnershipPolicy,
  VolumeRestorePolicy,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function restore(props: Partial<VirtualMachineRestoreProps> = {}) {
  const chart = Testing.chart();
  ClusterProfile.kubevirt('1.8').applyTo(chart);
  new VirtualMachineRestore(chart, 'restore', { snapshotName: 'web-20260801020000', targetName: 'web', ...props });
  return Testing.synth(chart)[0];
}

test('restores a VM from a snapshot', () => {
  expect(restore({ metadata: { name: 'web' } })).toEqual({
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineRestore',
    metadata: { name: 'web' },
    spec: {
      target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' },
      virtualMachineSnapshotName: 'web-20260801020000',
    },
  });
});

test('says what happens to a target that runs and to its volumes', () => {
  const { spec } = restore({
    targetReadinessPolicy: RestoreReadinessPolicy.STOP_TARGET,
    volumeRestorePolicy: VolumeRestorePolicy.IN_PLACE,
    volumeOwnershipPolicy: VolumeOwnershipPolicy.NONE,
    volumeRestoreOverrides: [{ volumeName: 'data', restoreName: 'web-data', labels: { tier: 'db' }, annotations: { note: 'restored' } }],
    patches: ['{"op": "remove", "path": "/spec/runStrategy"}'],
  });
  expect(spec).toMatchObject({
    targetReadinessPolicy: 'StopTarget',
    volumeRestorePolicy: 'InPlace',
    volumeOwnershipPolicy: 'None',
    volumeRestoreOverrides: [{ volumeName: 'data', restoreName: 'web-data', labels: { tier: 'db' }, annotations: { note: 'restored' } }],
    patches: ['{"op": "remove", "path": "/spec/runStrategy"}'],
  });
});

test('refuses what cannot be the name of a VM or of a snapshot', () => {
  const rule =
    'the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit';
  expect(thrownBy(() => restore({ targetName: 'Web' }))).toBe(
    `[test/restore] targetName is "Web": ${rule}. Pass the name as kubectl prints it. (object-name-invalid)`,
  );
  expect(thrownBy(() => restore({ snapshotName: '' }))).toBe(
    `[test/restore] snapshotName is "": ${rule}. Pass the name as kubectl prints it. (object-name-invalid)`,
  );
});
