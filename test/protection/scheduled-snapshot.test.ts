import { App, Chart, Cron, Duration, Size } from 'cdk8s';
import { ClusterProfile, ManifestCheck, ScheduledSnapshot, type ScheduledSnapshotProps, VirtualMachine } from 'cdk8s-kubevirt';
import { synthesize } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

type Options = Partial<Omit<ScheduledSnapshotProps, 'vm'>>;

function build(options: Options = {}, cluster = ClusterProfile.kubevirt('1.9')): App {
  const app = new App();
  cluster.applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const vm = new VirtualMachine(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1) });
  new ScheduledSnapshot(chart, 'nightly', { metadata: { name: 'nightly' }, schedule: Cron.daily(), ...options, vm });
  return app;
}

function object(kind: string, options?: Options, cluster?: ClusterProfile) {
  return synthesize(build(options, cluster)).find((manifest) => manifest.kind === kind);
}

function podSpec(options?: Options, cluster?: ClusterProfile) {
  return object('CronJob', options, cluster)?.spec.jobTemplate.spec.template.spec;
}

function environment(options?: Options): Record<string, string> {
  return Object.fromEntries(podSpec(options).containers[0].env.map(({ name, value }: any) => [name, value]));
}

describe('the CronJob', () => {
  test('runs alone, starts late rather than never, and in the time zone that it is given', () => {
    expect(object('CronJob', { timeZone: 'Europe/Berlin' })?.spec).toMatchObject({
      schedule: '0 0 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      suspend: false,
      jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 1980 } },
    });
  });

  test('leaves the time zone to the cluster when it is given none', () => {
    expect(object('CronJob')?.spec.timeZone).toBeUndefined();
  });

  test('is restricted: not root, no capabilities, a file system to read, limits', () => {
    const { securityContext, containers } = podSpec();
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(containers[0].securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 65534,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(containers[0].resources).toEqual({
      requests: { cpu: '50m', memory: '64Mi' },
      limits: { cpu: '200m', memory: '256Mi' },
    });
  });

  test.each([ClusterProfile.kubevirt('1.9'), ClusterProfile.openshift('4.22')])(
    'has nothing that the Pod Security level restricted forbids: %#',
    (cluster) => {
      const { containers, initContainers, securityContext, volumes = [], hostNetwork, hostPID, hostIPC } = podSpec({}, cluster);
      expect([hostNetwork, hostPID, hostIPC, initContainers].filter((value) => value)).toEqual([]);
      expect(volumes).toEqual([]);
      expect(securityContext.runAsUser).not.toBe(0);
      expect(securityContext.seLinuxOptions).toBeUndefined();
      expect(securityContext.sysctls).toBeUndefined();
      expect(securityContext.seccompProfile.type).toBe('RuntimeDefault');
      expect(containers).toHaveLength(1);
      expect(containers[0].ports).toBeUndefined();
      expect(containers[0].securityContext).toMatchObject({
        runAsNonRoot: true,
        privileged: false,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
      expect(containers[0].securityContext.capabilities.add).toBeUndefined();
      expect(containers[0].securityContext.procMount).toBeUndefined();
    },
  );

  test('leaves the user to OpenShift', () => {
    const [container] = podSpec({}, ClusterProfile.openshift('4.20')).containers;
    expect(container.securityContext.runAsUser).toBeUndefined();
  });

  test('takes an image that nobody can replace, or the one that it is given', () => {
    expect(podSpec().containers[0].image).toBe(
      'docker.io/alpine/k8s:1.34.1@sha256:ec714df3813b5405292860f8a1c55c5727bf8c33c88992f1e981efad8065547f',
    );
    expect(podSpec({ image: 'registry.example.com/kubectl:1' }).containers[0].image).toBe('registry.example.com/kubectl:1');
  });

  test('tells the script what to do', () => {
    expect(environment()).toEqual({ VIRTUAL_MACHINE: 'web', SERIES: 'nightly', KEEP: '7', TIMEOUT: '600' });
    expect(environment({ keep: 3, timeout: Duration.minutes(2) })).toMatchObject({ KEEP: '3', TIMEOUT: '120' });
  });
});

test('the ServiceAccount may create, list and delete snapshots of its namespace, and nothing else', () => {
  const { spec } = object('CronJob')?.spec.jobTemplate.spec.template ?? {};
  expect(spec).toMatchObject({ serviceAccountName: 'nightly', automountServiceAccountToken: true });
  expect(object('ServiceAccount')).toMatchObject({
    metadata: { name: 'nightly', namespace: 'shop' },
    automountServiceAccountToken: false,
  });
  expect(object('Role')).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'nightly', namespace: 'shop' },
    rules: [{ apiGroups: ['snapshot.kubevirt.io'], resources: ['virtualmachinesnapshots'], verbs: ['create', 'list', 'delete'] }],
  });
  expect(object('RoleBinding')).toMatchObject({
    metadata: { name: 'nightly', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'nightly' },
    subjects: [{ kind: 'ServiceAccount', name: 'nightly', namespace: 'shop' }],
  });
});

test('without a name, it gets one that is short enough for a CronJob', () => {
  expect(object('CronJob', { metadata: {} })?.metadata?.name).toMatch(/^shop-nightly-[0-9a-z]{8}$/);
});

test('breaks no rule and synthesizes twice to the same bytes', () => {
  const app = build();
  expect(ManifestCheck.findings(app)).toEqual([]);
  expect(app.synthYaml()).toBe(app.synthYaml());
});

test('refuses a VM with a name that no object can have', () => {
  class Careless extends Chart {
    public override generateObjectName(): string {
      return "web'; kubectl delete namespace shop; '";
    }
  }
  const chart = new Careless(new App(), 'shop', { namespace: 'shop' });
  const vm = new VirtualMachine(chart, 'web', { memory: Size.gibibytes(1) });
  const snapshot = () => new ScheduledSnapshot(chart, 'nightly', { metadata: { name: 'nightly' }, schedule: Cron.daily(), vm });
  expect(thrownBy(snapshot)).toBe(
    '[shop/nightly] vm.name is "web\'; kubectl delete namespace shop; \'": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
  );
});

describe('refuses', () => {
  test.each([
    [
      'an hour that no day has',
      { schedule: Cron.schedule({ minute: '0', hour: '24' }) },
      '[shop/nightly] schedule.hour is "24": only numbers from 0 to 23, "*", and ranges, lists and steps of them are allowed. Use a value such as "3", "8-17" or "*/6". (schedule-invalid)',
    ],
    [
      'words in a schedule',
      { schedule: Cron.schedule({ minute: 'daily' }) },
      '[shop/nightly] schedule.minute is "daily": only numbers from 0 to 59, "*", and ranges, lists and steps of them are allowed. Use a value such as "0", "15,45" or "*/20". (schedule-invalid)',
    ],
    [
      'a time zone that nobody has',
      { timeZone: 'Berlin' },
      '[shop/nightly] timeZone is "Berlin": no time zone of the IANA database has this name. Use a name such as "Europe/Berlin" or "Etc/UTC". (time-zone-unknown)',
    ],
    ['to keep none', { keep: 0 }, '[shop/nightly] keep is 0: the value must be at least 1. Pass 1 or more. (out-of-range)'],
    ['to keep half a one', { keep: 1.5 }, '[shop/nightly] keep is 1.5: only integers are allowed. Pass an integer. (integer-required)'],
    [
      'a timeout that no snapshot keeps',
      { timeout: Duration.seconds(5) },
      '[shop/nightly] timeout is 5 s: the value must be at least 60 s. Pass 60 s or more. (out-of-range)',
    ],
    [
      'a deadline below the rhythm of the controller',
      { startingDeadline: Duration.seconds(5) },
      '[shop/nightly] startingDeadline is 5 s: the value must be at least 10 s. Pass 10 s or more. (out-of-range)',
    ],
    [
      'a name that a CronJob cannot have',
      { metadata: { name: 'n'.repeat(53) } },
      `[shop/nightly] metadata.name is "${'n'.repeat(53)}": the name of a CronJob has at most 52 characters. Choose a shorter name. (cron-job-name-too-long)`,
    ],
  ] as [string, Options, string][])('%s', (_name, options, text) => {
    expect(thrownBy(() => build(options))).toBe(text);
  });
});
