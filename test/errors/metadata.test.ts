import { type ApiObjectMetadata, Chart, Size, Testing } from 'cdk8s';
import * as library from 'cdk8s-kubevirt';
import { DataVolumeSource, Disk, VirtualMachine } from 'cdk8s-kubevirt';
import { Arguments } from '../../src/errors';
import { CALLS } from '../../src/errors/signatures';
import { valid } from './valid-arguments';

const args = new Arguments('Factory.of');
const LABEL_WORDS = 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';

/** Every construct that takes metadata. */
const CONSTRUCTS = [
  'ClusterMigrationSettings',
  'DataVolume',
  'FenceAgentsRemediationTemplate',
  'HighlyAvailableVM',
  'HttpRoute',
  'MachineDeletionRemediationTemplate',
  'MachineHealthCheck',
  'Metal3RemediationTemplate',
  'Migration',
  'MigrationPolicy',
  'NodeHealthCheck',
  'PodDisruptionBudget',
  'ProbedService',
  'ScheduledSnapshot',
  'SelfNodeRemediationConfig',
  'SelfNodeRemediationTemplate',
  'StickyHttpRoute',
  'StickyIngress',
  'StickyRoute',
  'TcpRoute',
  'VirtualMachine',
  'VirtualMachineAlerts',
  'VirtualMachineClone',
  'VirtualMachineClusterInstancetype',
  'VirtualMachineClusterPreference',
  'VirtualMachineGroup',
  'VirtualMachineInstancetype',
  'VirtualMachinePool',
  'VirtualMachinePreference',
  'VirtualMachineRestore',
  'VirtualMachineSnapshot',
  'VmSubdomain',
] as const;

/** Makes one with the metadata and else only what it needs. */
function make(name: string, metadata: ApiObjectMetadata): () => void {
  const constructs: Record<string, any> = library;
  const props = valid(CALLS[`new ${name}`].props) as object;
  return () => new constructs[name](new Chart(Testing.app(), 'shop'), 'x', { ...props, metadata });
}

test.each(CONSTRUCTS)('%s refuses a name that no object has', (construct) => {
  expect(make(construct, { name: 'Web_01' })).toThrow(/^\[shop\/x\] metadata.name is "Web_01": the name of the object must be a DNS/);
});

test.each(CONSTRUCTS)('%s refuses a namespace that cannot be', (construct) => {
  expect(make(construct, { name: 'web', namespace: 'Shop_Prod' })).toThrow(
    '[shop/x] metadata.namespace is "Shop_Prod": the name of a namespace must be a DNS label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends. Choose another name. (namespace-invalid)',
  );
});

test('metadata as objects have it is taken', () => {
  const labels = { 'app.kubernetes.io/name': 'web', empty: '' };
  expect(() => args.metadata({ name: 'web.1', namespace: '1-shop', labels, annotations: { 'Team/name': 'any text!' } })).not.toThrow();
  expect(() => args.metadata(undefined)).not.toThrow();
});

test('labels are names', () => {
  expect(() => args.metadata({ labels: { tier: 'front end' } })).toThrow(
    `[Factory.of] metadata.labels["tier"] is "front end": the value of a label is empty, or ${LABEL_WORDS}. Use another label, or an annotation. (label-invalid)`,
  );
  expect(() => args.labels('podLabels', { 'a/b/c': 'd' })).toThrow(
    `[Factory.of] podLabels["a/b/c"] is "d": the key of a label is a name of ${LABEL_WORDS}, if need be behind a domain and "/". Use another label, or an annotation. (label-invalid)`,
  );
});

test('annotations have keys like labels', () => {
  expect(() => args.metadata({ annotations: { 'team of shop': 'a' } })).toThrow(
    `[Factory.of] metadata.annotations["team of shop"] is "a": the key of an annotation is a name of ${LABEL_WORDS}, if need be behind a domain and "/". Use another key. (annotation-key-invalid)`,
  );
});

test('labels of the pod and of volumes are checked too', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const vm = new VirtualMachine(chart, 'web', { memory: Size.gibibytes(2) });
  expect(() => vm.addPodLabel('tier', 'front end')).toThrow('podLabels["tier"] is "front end"');
  expect(() => new VirtualMachine(chart, 'other', { podAnnotations: { 'a b': 'c' } })).toThrow('podAnnotations["a b"] is "c"');
  const options = { source: DataVolumeSource.blank(), size: Size.gibibytes(1) };
  expect(() => vm.addDisk(Disk.fromSource('root', { ...options, dataVolumeLabels: { a: 'b c' } }))).toThrow(
    'dataVolumeLabels["a"] is "b c"',
  );
});
