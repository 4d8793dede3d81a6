import { Chart, Size, Testing } from 'cdk8s';
import { ClusterProfile, HighlyAvailableVM, PanicDevice, PanicDeviceModel, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function chartOf(version: string): Chart {
  const app = Testing.app();
  ClusterProfile.kubevirt(version).applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}

test('notices a panic, which is enough for a highly available VM', () => {
  const chart = chartOf('1.9');
  const vm = new HighlyAvailableVM(chart, 'vm', { memory: Size.gibibytes(2) });
  new PanicDevice(vm, 'Panic');
  expect(Testing.synth(chart)[0].spec.template.spec.domain.devices.panicDevices).toEqual([{ model: 'pvpanic' }]);
});

test('takes several models', () => {
  const chart = chartOf('1.6');
  const vm = new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(2) });
  const models = [PanicDeviceModel.ISA, PanicDeviceModel.HYPERV];
  expect(models.map((model) => new PanicDevice(vm, model, { model }).model)).toEqual(models);
  expect(Testing.synth(chart)[0].spec.template.spec.domain.devices.panicDevices).toEqual([{ model: 'isa' }, { model: 'hyperv' }]);
});

test('is refused by the releases before 1.6, which would drop it', () => {
  const chart = chartOf('1.5');
  new PanicDevice(new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(2) }), 'Panic');
  expect(thrownBy(() => Testing.synth(chart))).toContain('(fails at run: field-newer-than-cluster)');
});

test('refuses the same model twice', () => {
  const vm = new VirtualMachine(chartOf('1.9'), 'vm');
  new PanicDevice(vm, 'First');
  expect(thrownBy(() => new PanicDevice(vm, 'Second'))).toBe(
    '[shop/vm/Second] model is "pvpanic": shop/vm has a panic device of this model already. Remove one of the two. (panic-device-twice)',
  );
});
