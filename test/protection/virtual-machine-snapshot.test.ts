import { type Chart, Duration, Size, Testing } from 'cdk8s';
import { SnapshotDeletionPolicy, VirtualMachine, VirtualMachineSnapshot, type VirtualMachineSnapshotProps } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function snapshot(chart: Chart, props: Omit<VirtualMachineSnapshotProps, 'vm'> = {}): VirtualMachineSnapshot {
  const vm = new VirtualMachine(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1) });
  return new VirtualMachineSnapshot(chart, 'snapshot', { ...props, vm });
}

function synthesized(props?: Omit<VirtualMachineSnapshotProps, 'vm'>) {
  const chart = Testing.chart();
  snapshot(chart, props);
  return Testing.synth(chart)[1];
}

test('takes a snapshot of the VM, and leaves the rest to KubeVirt', () => {
  expect(synthesized({ metadata: { name: 'before-update' } })).toEqual({
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineSnapshot',
    metadata: { name: 'before-update' },
    spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' } },
  });
});

test('keeps the data and waits longer when told so', () => {
  const { spec } = synthesized({ deletionPolicy: SnapshotDeletionPolicy.RETAIN, failureDeadline: Duration.minutes(30) });
  expect(spec).toMatchObject({ deletionPolicy: 'Retain', failureDeadline: '1800s' });
});

test('refuses a deadline of a fraction of a second', () => {
  expect(thrownBy(() => snapshot(Testing.chart(), { failureDeadline: Duration.millis(2500) }))).toBe(
    '[test/snapshot] failureDeadline is 2500 ms: whole seconds only. Use Duration.seconds(2) or Duration.seconds(3). (whole-seconds)',
  );
});
