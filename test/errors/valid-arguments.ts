import { App, Chart, Cron, Duration, Size } from 'cdk8s';
import * as library from 'cdk8s-kubevirt';
import * as plus from 'cdk8s-plus-27';
import { BASES, ENUMS, STRUCTS } from '../../src/errors/signatures';

let count = 0;

/** A chart of its own, so that one call does not disturb the next. */
function chart(): Chart {
  return new Chart(new App(), `chart-${count++}`, { namespace: 'shop' });
}

/** An app with a VM. */
function appOfOne(): App {
  const app = new App();
  vm(new Chart(app, 'shop', { namespace: 'shop' }));
  return app;
}

const vm = (scope = chart()) => new library.VirtualMachine(scope, 'web', { memory: Size.gibibytes(1) });
const service = () => {
  const scope = chart();
  return new library.ProbedService(scope, 'service', { vms: [vm(scope)], ports: [{ name: 'http', port: 80 }] });
};

/** An instance of each class that is an argument of something. */
const INSTANCES: { readonly [name: string]: () => unknown } = {
  AccessCredential: () => library.AccessCredential.sshKeyThroughCloudInit(INSTANCES['cdk8s-plus-27.ISecret']() as plus.ISecret),
  ArgoDestination: () => library.ArgoDestination.inCluster(),
  BlockSize: () => library.BlockSize.matchVolume(),
  Clock: () => library.Clock.utc(),
  ClusterProfile: () => library.ClusterProfile.kubevirt('1.8'),
  CloneSource: () => library.CloneSource.virtualMachine('web'),
  CloudInit: () => library.CloudInit.fromUserData('#cloud-config\n'),
  CpuModel: () => library.CpuModel.hostModel(),
  DataVolume: () => new library.DataVolume(chart(), 'data', { source: library.DataVolumeSource.blank(), size: Size.gibibytes(1) }),
  DataVolumeSource: () => library.DataVolumeSource.blank(),
  Disk: () => library.Disk.emptyDisk('scratch', { size: Size.gibibytes(1) }),
  DiskKind: () => library.DiskKind.disk(),
  FenceAgent: () => library.FenceAgent.redfish(),
  Filesystem: () => library.Filesystem.fromPersistentVolumeClaim('files', { claimName: 'files' }),
  Firmware: () => library.Firmware.bios(),
  FluxKustomization: () =>
    new library.FluxKustomization(chart(), 'shop', { source: library.FluxSource.gitRepository('shop'), path: 'dist' }),
  FluxSource: () => library.FluxSource.gitRepository('shop'),
  HealthyDelay: () => library.HealthyDelay.untilConfirmed(),
  HypervFeatures: () => library.HypervFeatures.recommended(),
  ICustomRule: () => ({
    ...{ id: 'acme-owner-missing', title: 'A VM has a team', severity: library.Severity.INFO, category: library.RuleCategory.NODE },
    ...{ rationale: 'Somebody is called.', remediation: 'Add the label.', judge: () => [] },
  }),
  IFleetApp: () => ({ define: () => undefined }),
  IRemediationTemplate: () => library.SelfNodeRemediationTemplate.fromOperator(),
  IngressController: () => library.IngressController.nginx(),
  Instancetype: () => library.Instancetype.cluster('u1.medium'),
  IoThreadsPolicy: () => library.IoThreadsPolicy.auto(),
  MachineHealthCheck: () => new library.MachineHealthCheck(chart(), 'workers', { maxUnhealthy: '40%' }),
  MachineSelector: () => library.MachineSelector.workers(),
  NetworkData: () => library.NetworkData.fromText('version: 2\n'),
  NetworkInterface: () => library.NetworkInterface.masquerade(),
  NodeHealthCheck: () =>
    new library.NodeHealthCheck(chart(), 'workers', { selector: library.NodeSelector.workers(), remediation: template() }),
  NodeLabel: () => library.NodeLabel.exists('kubernetes.io/hostname'),
  NodeSelector: () => library.NodeSelector.workers(),
  OcmManifests: () => library.OcmManifests.fromApp(appOfOne()),
  OcmPlacement: () => new library.OcmPlacement(chart(), 'placement'),
  PoolScaleInStrategy: () => library.PoolScaleInStrategy.proactive(),
  PoolUpdateStrategy: () => library.PoolUpdateStrategy.proactive(),
  Preference: () => library.Preference.cluster('rhel.9'),
  Probe: () => library.Probe.fromGuestAgentPing(),
  Remediation: () => library.Remediation.powerCycle(),
  RouteHeader: () => library.RouteHeader.remove('Server'),
  RouteTls: () => library.RouteTls.edge(),
  Stickiness: () => library.Stickiness.COOKIE,
  VirtualMachine: () => vm(),
  VirtualMachineWorkload: () => vm(),
  'cdk8s-plus-27.Cpu': () => plus.Cpu.units(1),
  'cdk8s-plus-27.CronJob': () =>
    new plus.CronJob(chart(), 'job', { schedule: Cron.daily(), containers: [{ image: 'registry.example.com/job:1' }] }),
  'cdk8s-plus-27.IConfigMap': () => plus.ConfigMap.fromConfigMapName(chart(), 'settings', 'settings'),
  'cdk8s-plus-27.IPersistentVolumeClaim': () => plus.PersistentVolumeClaim.fromClaimName(chart(), 'claim', 'claim'),
  'cdk8s-plus-27.IPodSelector': () => vm(),
  'cdk8s-plus-27.ISecret': () => plus.Secret.fromSecretName(chart(), 'secret', 'secret'),
  'cdk8s-plus-27.IServiceAccount': () => plus.ServiceAccount.fromServiceAccountName(chart(), 'account', 'account'),
  'cdk8s-plus-27.PercentOrAbsolute': () => plus.PercentOrAbsolute.absolute(1),
  'cdk8s-plus-27.Resource': () => vm(),
  'cdk8s-plus-27.Service': () => service(),
  'cdk8s-plus-27.Topology': () => plus.Topology.HOSTNAME,
  'cdk8s.App': () => appOfOne(),
  'cdk8s.Cron': () => Cron.daily(),
  'cdk8s.Duration': () => Duration.minutes(5),
  'cdk8s.Size': () => Size.gibibytes(1),
  'constructs.Construct': () => chart(),
  'constructs.IConstruct': () => chart(),
  any: () => 'anything',
  boolean: () => true,
  json: () => ({}),
  number: () => 1,
  string: () => 'web',
};

function template(): library.IRemediationTemplate {
  return INSTANCES.IRemediationTemplate() as library.IRemediationTemplate;
}

/** A value of the type: of a struct only what is required. */
export function valid(text: string): unknown {
  const type = text.replace(/^\.\.\.|\?$/g, '');
  if (type.endsWith('[]')) {
    return [valid(type.slice(0, -2))];
  }
  if (type.startsWith('{')) {
    return { key: valid(type.slice(1, -1)) };
  }
  if (type in ENUMS) {
    return Object.values(ENUMS[type])[0];
  }
  if (type in STRUCTS) {
    const required = Object.entries(fieldsOf(type)).filter(([, field]) => !field.endsWith('?'));
    return Object.fromEntries(required.map(([name, field]) => [name, valid(field)]));
  }
  const make = INSTANCES[type.split('|')[0]];
  if (make === undefined) {
    throw new Error(`valid-arguments.ts makes no ${type}`);
  }
  return make();
}

/** Fields of a struct with their types, those of its bases first. */
export function fieldsOf(struct: string): Record<string, string> {
  return Object.assign({}, ...(BASES[struct] ?? []).map(fieldsOf), STRUCTS[struct]);
}

/** What callers without a compiler pass by mistake, the likely ones first. */
export const MISTAKES: readonly (readonly [name: string, make: () => unknown])[] = [
  ['null', () => null],
  ['undefined', () => undefined],
  ['a number', () => 120],
  ['a text', () => '4Gi'],
  ['a boolean', () => true],
  ['a list', () => []],
  ['a list of nothing', () => [undefined]],
  ['an object', () => ({})],
  ['a Size', () => Size.gibibytes(4)],
  ['a Probe of cdk8s-plus', () => plus.Probe.fromHttpGet('/')],
  ['a Duration', () => Duration.seconds(120)],
  ['a Disk', () => INSTANCES.Disk()],
  ['a Probe', () => INSTANCES.Probe()],
  ['a VM', () => vm()],
  ['no number', () => Number.NaN],
  ['an empty text', () => ''],
  ['a list of null', () => [null]],
  ['an object with other fields', () => ({ spec: 1 })],
  ['a function', () => () => 1],
  ['a class', () => library.Disk],
  ['a symbol', () => Symbol('web')],
  ['a date', () => new Date(0)],
];

/** How many of them are tried at every option. */
export const LIKELY = 10;
