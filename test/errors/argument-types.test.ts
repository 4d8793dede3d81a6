import { App, Chart, Duration, Size } from 'cdk8s';
import * as library from 'cdk8s-kubevirt';
import * as plus from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

const { Disk, HighlyAvailableVM, Probe, ProbedService, VirtualMachine } = library as any;

function chart(): Chart {
  return new Chart(new App(), 'shop');
}

function vm(props: object): unknown {
  return new HighlyAvailableVM(chart(), 'web', { memory: Size.gibibytes(1), ...props });
}

test.each<[string, () => unknown, string]>([
  [
    'a text for a Size',
    () => vm({ memory: '4Gi' }),
    '[shop/web] memory is "4Gi": a Size is required. Use Size.gibibytes(4). (argument-type)',
  ],
  [
    'seconds for a Duration',
    () => vm({ bootTime: 120 }),
    '[shop/web] bootTime is 120: a Duration is required. Use Duration.seconds(120). (argument-type)',
  ],
  [
    'minutes in a text for a Duration',
    () => vm({ recoveryObjective: '5m' }),
    '[shop/web] recoveryObjective is "5m": a Duration is required. Use Duration.minutes(5). (argument-type)',
  ],
  [
    'a number for a struct',
    () => vm({ cpu: 2 }),
    '[shop/web] cpu is 2: an object with options is required. Pass options such as cores, dedicatedCpuPlacement and features. (argument-type)',
  ],
  [
    'a number in quotes',
    () => vm({ cpu: { cores: '2' } }),
    '[shop/web] cpu.cores is "2": a number is required. Leave the quotes out: 2. (argument-type)',
  ],
  [
    'one thing for a list of them',
    () => vm({ disks: Disk.emptyDisk('scratch', { size: Size.gibibytes(1) }) }),
    '[shop/web] disks is a Disk: a list, each entry of it a Disk is required. Put it in brackets: [ … ]. (argument-type)',
  ],
  [
    'a hole in a list',
    () => vm({ disks: [undefined] }),
    '[shop/web] disks[0] is not set: a Disk is required. Pass one made by Disk.blank, Disk.downwardApi, Disk.downwardMetrics, Disk.emptyCdRom or another factory of Disk. (argument-missing)',
  ],
  [
    'no member of an enum',
    () => vm({ runStrategy: 'Foo' }),
    '[shop/web] runStrategy is "Foo": a member of RunStrategy is required. Use RunStrategy.ALWAYS, RunStrategy.RERUN_ON_FAILURE, RunStrategy.MANUAL, RunStrategy.HALTED or RunStrategy.ONCE. (argument-type)',
  ],
  [
    'a member of an enum in other letters',
    () => vm({ runStrategy: 'always' }),
    '[shop/web] runStrategy is "always": a member of RunStrategy is required. Use RunStrategy.ALWAYS. (argument-type)',
  ],
  [
    'the class of the same name',
    () => vm({ readiness: plus.Probe.fromHttpGet('/health') }),
    '[shop/web] readiness is a Probe: a Probe is required. This is the Probe of cdk8s-plus-27: pass that of cdk8s-kubevirt. (argument-type)',
  ],
  [
    'a class in place of an instance',
    () => vm({ readiness: Probe }),
    '[shop/web] readiness is the function or class Probe: a Probe is required. Pass one made by Probe.fromCommand, Probe.fromGuestAgentPing, Probe.fromHttpGet or Probe.fromTcpSocket. (argument-type)',
  ],
  [
    'a number in a map of texts',
    () => vm({ podLabels: { tier: 1 } }),
    `[shop/web] podLabels["tier"] is 1: a string is required. Put it in quotes: '1'. (argument-type)`,
  ],
  [
    'null',
    () => vm({ terminationGracePeriod: null }),
    '[shop/web] terminationGracePeriod is null: a Duration is required. Use Duration.seconds(2). (argument-type)',
  ],
  [
    'an option that is required',
    () => new ProbedService(chart(), 'service', { ports: [{ name: 'http', port: 80 }] }),
    '[shop/service] vms is not set: a list, each entry of it a VirtualMachineWorkload is required. Pass a list: [ … ]. (argument-missing)',
  ],
  [
    'no options where some are required',
    () => new ProbedService(chart(), 'service'),
    '[shop/service] props is not set: an object with options is required. Pass at least ports and vms. (argument-missing)',
  ],
  [
    'a Secret for a ConfigMap',
    () => Disk.fromConfigMap('settings', { configMap: plus.Secret.fromSecretName(chart(), 'settings', 'settings') }),
    '[Disk.fromConfigMap] configMap is an ImportedSecret: a ConfigMap is required. Pass a ConfigMap of cdk8s-plus-27, such as ConfigMap.fromConfigMapName(…). (argument-type)',
  ],
  [
    'no scope',
    () => new VirtualMachine(undefined, 'web'),
    '[VirtualMachine] scope is not set: a Construct is required. Pass the chart or construct that it belongs to. (argument-missing)',
  ],
  [
    'no id',
    () => new VirtualMachine(chart(), ''),
    '[shop] id is "": an id tells a construct from its neighbours. Choose one like "web". (id-empty)',
  ],
  [
    'an argument of a factory',
    () => Probe.fromTcpSocket({ port: 22, period: 10 }),
    '[Probe.fromTcpSocket] period is 10: a Duration is required. Use Duration.seconds(10). (argument-type)',
  ],
  [
    'an argument of a method',
    () => new VirtualMachine(chart(), 'web').placement.requireNodes(undefined),
    '[Placement.requireNodes] labels[0] is not set: a NodeLabel is required. Pass one made by NodeLabel.above, NodeLabel.absent, NodeLabel.below, NodeLabel.exists or another factory of NodeLabel. (argument-missing)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(act)).toBe(message);
});

test('takes instances of the same class from another copy of its library', () => {
  const twin = Object.assign(Object.create({ constructor: copyOf(Duration) }), { amount: 120, toMilliseconds: () => 120_000 });
  expect(() => vm({ bootTime: twin })).not.toThrow();
});

test('takes options from an object with a class of its own', () => {
  class Options {
    public readonly memory = Size.gibibytes(1);
  }
  expect(() => new VirtualMachine(chart(), 'web', new Options())).not.toThrow();
});

/** A class with the mark of another, as a second copy of a library has it. */
function copyOf(original: any): object {
  const mark = Symbol.for('jsii.rtti');
  return Object.defineProperty(class {}, mark, { value: original[mark] });
}
