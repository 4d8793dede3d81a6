import { Chart, Duration, Size, Testing } from 'cdk8s';
import {
  Disk,
  EvictionStrategy,
  HighlyAvailableVM,
  type HighlyAvailableVMProps,
  NetworkInterface,
  Probe,
  RunStrategy,
  WatchdogArming,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

function synthesized(props: HighlyAvailableVMProps) {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  const vm = new HighlyAvailableVM(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(2), ...props });
  new WatchdogDevice(vm, 'Watchdog', { arming: WatchdogArming.IMAGE });
  return Testing.synth(chart)[0];
}

function thrown(props: HighlyAvailableVMProps): string {
  return thrownBy(() => new HighlyAvailableVM(new Chart(Testing.app(), 'shop'), 'vm', props));
}

test('is restarted, migratable, and leaves a lost node after a minute', () => {
  expect(synthesized({})).toEqual({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name: 'web',
      namespace: 'shop',
      annotations: { 'cdk8s-kubevirt/high-availability': 'true', 'cdk8s-kubevirt/watchdog-armed-by': 'image' },
    },
    spec: {
      runStrategy: 'Always',
      template: {
        metadata: { labels: { 'cdk8s-kubevirt/vm': 'web' } },
        spec: {
          evictionStrategy: 'LiveMigrate',
          terminationGracePeriodSeconds: 180,
          domain: {
            memory: { guest: '2Gi' },
            devices: {
              interfaces: [{ name: 'default', masquerade: {} }],
              watchdog: { name: 'watchdog', i6300esb: { action: 'poweroff' } },
            },
          },
          networks: [{ name: 'default', pod: {} }],
          tolerations: [
            { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
            { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
          ],
        },
      },
    },
  });
});

test('asks for shared block volumes unless a disk says otherwise', () => {
  const size = Size.gibibytes(1);
  const own = { accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY, volumeMode: PersistentVolumeMode.FILE_SYSTEM };
  const { spec } = synthesized({ disks: [Disk.blank('root', { size }), Disk.blank('data', { size, ...own })] });
  const storage = spec.dataVolumeTemplates.map((template: any) => template.spec.storage);
  expect(storage).toMatchObject([
    { accessModes: ['ReadWriteMany'], volumeMode: 'Block' },
    { accessModes: ['ReadWriteMany'], volumeMode: 'Filesystem' },
  ]);
});

test('derives the timings of its probes from the boot time', () => {
  const port = 8080;
  const { spec } = synthesized({
    bootTime: Duration.seconds(90),
    readiness: Probe.fromTcpSocket({ port }),
    liveness: Probe.fromTcpSocket({ port }),
  });
  expect(spec.template.spec.readinessProbe).toEqual({
    tcpSocket: { port },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 3,
  });
  expect(spec.template.spec.livenessProbe).toEqual({
    tcpSocket: { port },
    initialDelaySeconds: 180,
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 6,
  });
});

test('keeps the timings that a probe has', () => {
  const { spec } = synthesized({
    liveness: Probe.fromTcpSocket({ port: 22, initialDelay: Duration.seconds(300), period: Duration.seconds(20) }),
  });
  expect(spec.template.spec.livenessProbe).toEqual({
    tcpSocket: { port: 22 },
    initialDelaySeconds: 300,
    periodSeconds: 20,
    timeoutSeconds: 5,
    failureThreshold: 6,
  });
});

test.each([
  [300, 6, 60],
  [600, 12, 120],
  [3600, 72, 300],
])('with a recovery objective of %d s takes %d failures to kill and tolerates a lost node for %d s', (objective, failures, tolerated) => {
  const manifest = synthesized({
    bootTime: Duration.seconds(50),
    recoveryObjective: Duration.seconds(objective),
    liveness: Probe.fromTcpSocket({ port: 22 }),
  });
  expect(manifest.metadata.annotations['cdk8s-kubevirt/recovery-objective']).toBe(`${objective}s`);
  expect(manifest.spec.template.spec.livenessProbe.failureThreshold).toBe(failures);
  expect(manifest.spec.template.spec.tolerations.map((toleration: any) => toleration.tolerationSeconds)).toEqual([tolerated, tolerated]);
});

test.each([
  [undefined, 100],
  [50, 100],
  [900, 900],
])('asks for liveness after the first boot, which takes %p s, and never before twice the boot', (firstBoot, delay) => {
  const { spec } = synthesized({
    bootTime: Duration.seconds(50),
    firstBootTime: firstBoot === undefined ? undefined : Duration.seconds(firstBoot),
    recoveryObjective: Duration.minutes(10),
    liveness: Probe.fromTcpSocket({ port: 22 }),
  });
  expect(spec.template.spec.livenessProbe.initialDelaySeconds).toBe(delay);
});

test('spreads a group over hosts and zones by preference', () => {
  const { spec } = synthesized({ group: 'web' });
  const labelSelector = { matchLabels: { 'cdk8s-kubevirt/group': 'web' } };
  expect(spec.template.metadata.labels).toMatchObject(labelSelector.matchLabels);
  expect(spec.template.spec.affinity).toEqual({
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { labelSelector, topologyKey: 'kubernetes.io/hostname' } },
        { weight: 50, podAffinityTerm: { labelSelector, topologyKey: 'topology.kubernetes.io/zone' } },
      ],
    },
  });
  expect(spec.template.spec.topologySpreadConstraints).toEqual([
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
  ]);
});

test('takes overrides of its defaults', () => {
  const { spec } = synthesized({
    runStrategy: RunStrategy.RERUN_ON_FAILURE,
    evictionStrategy: EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE,
    interfaces: [NetworkInterface.bridge()],
    terminationGracePeriod: Duration.seconds(60),
    nodeFailureToleration: Duration.seconds(45),
  });
  expect(spec.runStrategy).toBe('RerunOnFailure');
  expect(spec.template.spec).toMatchObject({
    evictionStrategy: 'LiveMigrateIfPossible',
    terminationGracePeriodSeconds: 60,
    tolerations: [{ tolerationSeconds: 45 }, { tolerationSeconds: 45 }],
  });
});

test.each([[RunStrategy.MANUAL], [RunStrategy.HALTED], [RunStrategy.ONCE]])('refuses the run strategy %s', (runStrategy) => {
  expect(thrown({ runStrategy })).toBe(
    `[shop/vm] runStrategy is ${runStrategy}: nothing restarts such a VM when it fails. Use RunStrategy.ALWAYS, or a VirtualMachine. (run-strategy-without-restart)`,
  );
});

test.each([
  [
    'a recovery objective that no node failure can meet',
    { recoveryObjective: Duration.seconds(59) },
    '[shop/vm] recoveryObjective is 59 s: the value must be at least 60 s. Pass 60 s or more. (out-of-range)',
  ],
  [
    'a first boot that is shorter than others',
    { bootTime: Duration.minutes(3), firstBootTime: Duration.minutes(2) },
    '[shop/vm] firstBootTime is 120 s: the value must be at least 180 s. Pass 180 s or more. (out-of-range)',
  ],
  [
    'a boot time of zero',
    { bootTime: Duration.seconds(0) },
    '[shop/vm] bootTime is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)',
  ],
  [
    'a boot that takes longer than the recovery objective allows',
    { bootTime: Duration.minutes(12), recoveryObjective: Duration.minutes(10) },
    '[shop/vm] bootTime is 720 s: the recovery objective of 600 s is over before the guest has booted. Raise recoveryObjective, or make the guest boot faster. (boot-exceeds-objective)',
  ],
  [
    'a boot that takes all of the recovery objective, as it does by default',
    { recoveryObjective: Duration.minutes(2) },
    '[shop/vm] bootTime is 120 s by default: the recovery objective of 120 s is over before the guest has booted. Pass the bootTime of the guest if it is shorter, or raise recoveryObjective. (boot-exceeds-objective)',
  ],
  [
    'a group that is no label value',
    { group: 'web tier' },
    '[shop/vm] group is "web tier": the name of a group is the value of a label: 1 to 63 letters, digits, "-", "_" or ".". Choose a name like "web". (label-value-invalid)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrown(props)).toBe(message);
});
