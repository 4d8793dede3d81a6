import { FailureClass } from '../../src/facts';
import { node, nodeHealthCheck, openshift, recover, step, vm } from './world';

const LIVENESS = { tcpSocket: { port: 22 }, initialDelaySeconds: 120, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
const USER_DATA = (text: string) => [{ name: 'init', cloudInitNoCloud: { userData: `#cloud-config\nbootcmd: ['${text}']\n` } }];
const device = (devices: object) => ({
  domain: { devices: { interfaces: [{ name: 'default', masquerade: {} }], ...devices }, memory: { guest: '8Gi' } },
});
const WATCHDOG = (action: string) => device({ watchdog: { name: 'w', i6300esb: { action } } });

test('application: the probe fails, the guest is stopped, and the next instance boots', () => {
  const recovery = recover(FailureClass.APPLICATION, [vm({ livenessProbe: LIVENESS, terminationGracePeriodSeconds: 60 })]);
  // 35 + 65 + 2 + 30 + 100
  expect(recovery.outage).toEqual({ best: 25, worst: 232 });
  expect(recovery.criticalPath).toEqual(['probe-failed', 'stopped', 'next-instance', 'started', 'answers']);
});

test('a probe that takes longer than its period is followed at once by the next', () => {
  const slow = { ...LIVENESS, periodSeconds: 3, timeoutSeconds: 4, failureThreshold: 2 };
  const recovery = recover(FailureClass.APPLICATION, [vm({ livenessProbe: slow })]);
  expect(step(recovery, 'probe-failed').end.worst).toBe(11);
});

test('guest hang: a watchdog that powers off, or a reset in place', () => {
  const armed = USER_DATA('RuntimeWatchdogSec=30s');
  const off = recover(FailureClass.GUEST_HANG, [vm({ ...WATCHDOG('poweroff'), volumes: armed })]);
  expect(off.outage).toEqual({ best: 20, worst: 164 });
  const reset = recover(FailureClass.GUEST_HANG, [vm({ ...WATCHDOG('reset'), volumes: armed })]);
  expect(reset.outage).toEqual({ best: 15, worst: 130 });
});

test('guest hang: a liveness probe that counts on while the guest boots overtakes a reset in place', () => {
  const template = { ...WATCHDOG('reset'), volumes: USER_DATA('RuntimeWatchdogSec=30s'), livenessProbe: LIVENESS };
  const recovery = recover(FailureClass.GUEST_HANG, [vm({ ...template, terminationGracePeriodSeconds: 60 })]);
  expect(recovery.outage).toEqual({ best: 15, worst: 232 });
  expect(recovery.criticalPath).toContain('stopped');
});

test('guest panic: the device tells before all others', () => {
  const recovery = recover(FailureClass.GUEST_PANIC, [
    vm({ ...device({ panicDevices: [{ model: 'pvpanic' }] }), volumes: USER_DATA('kernel.panic=10') }),
  ]);
  expect(recovery.criticalPath[0]).toBe('panic-told');
  expect(recovery.outage.worst).toBe(135);
});

test('guest panic: a kernel that reboots by itself', () => {
  const recovery = recover(FailureClass.GUEST_PANIC, [vm({ volumes: USER_DATA('kernel.panic=10') })]);
  expect(recovery.outage).toEqual({ best: 10, worst: 110 });
});

describe('a guest that may not reboot ends in good order when it is reset', () => {
  const domain = (devices: object = {}) => ({ domain: { ...device(devices).domain, rebootPolicy: 'Terminate' } });
  const watched = { ...domain({ watchdog: { name: 'w', i6300esb: { action: 'reset' } } }), volumes: USER_DATA('RuntimeWatchdogSec=30s') };
  const panicking = { ...domain(), volumes: USER_DATA('kernel.panic=10') };
  const onFailure = { spec: { runStrategy: 'RerunOnFailure' } };

  test('by its watchdog', () => {
    const recovery = recover(FailureClass.GUEST_HANG, [vm(watched)]);
    expect(recovery.outage).toEqual({ best: 20, worst: 164 });
    expect(step(recovery, 'next-instance').what).toBe('The instance has ended, and the next one is made');
    expect(step(recovery, 'watchdog-fired').what).toBe('The guest has not fed its watchdog, and ends, as at a reboot');
    expect(recover(FailureClass.GUEST_HANG, [vm(watched, onFailure)]).never?.id).toBe('clean-shutdown');
  });

  test('by its kernel', () => {
    const recovery = recover(FailureClass.GUEST_PANIC, [vm(panicking)]);
    expect(recovery.outage).toEqual({ best: 15, worst: 144 });
    expect(step(recovery, 'kernel-rebooted').what).toBe('The kernel reboots the guest after its panic, which ends the instance');
    expect(recover(FailureClass.GUEST_PANIC, [vm(panicking, onFailure)]).never?.id).toBe('clean-shutdown');
  });
});

test('guest shutdown and VM process: the next instance', () => {
  expect(recover(FailureClass.GUEST_SHUTDOWN, [vm()]).outage).toEqual({ best: 5, worst: 134 });
  expect(recover(FailureClass.VM_PROCESS, [vm()]).outage).toEqual({ best: 5, worst: 184 });
});

describe('node drain', () => {
  test('moves a VM that can be migrated: it is away for its pause', () => {
    const recovery = recover(FailureClass.NODE_DRAIN, [vm({ evictionStrategy: 'LiveMigrate' })]);
    expect(recovery.outage).toEqual({ best: 0, worst: 1 });
    expect(recovery.down?.best).toBe(10);
  });

  test('shuts a VM down that says None', () => {
    const recovery = recover(FailureClass.NODE_DRAIN, [vm({ evictionStrategy: 'None', terminationGracePeriodSeconds: 60 })]);
    expect(recovery.outage.worst).toBe(197);
  });

  test('is held up by a VM that cannot be migrated, which stays up', () => {
    const bridged = { domain: { devices: { interfaces: [{ name: 'default', bridge: {} }] } } };
    const recovery = recover(FailureClass.NODE_DRAIN, [vm({ ...bridged, evictionStrategy: 'LiveMigrate' })]);
    expect(recovery.outage).toEqual({ best: 0, worst: 0 });
    expect(step(recovery, 'drained').never?.id).toBe('drain-held-up');
  });

  test('lets the VMs of a node wait for one another', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => vm({ evictionStrategy: 'LiveMigrate' }, { metadata: { name: `db-${index}` } }));
    const config = {
      apiVersion: 'hco.kubevirt.io/v1beta1',
      kind: 'HyperConverged',
      metadata: { name: 'kubevirt-hyperconverged', namespace: 'n' },
    };
    const limited = { ...config, spec: { liveMigrationConfig: { parallelOutboundMigrationsPerNode: 1 } } };
    const waited = (documents: readonly unknown[]) =>
      step(recover(FailureClass.NODE_DRAIN, documents), 'migration-queued').end.worst as number;
    expect(waited(twelve)).toBe(5);
    expect(waited([...twelve, limited])).toBeGreaterThan(40);
  });
});

test('kubelet: a VM behind a Service is away from when its node is unknown, another from when its host is taken down', () => {
  const labels = { app: 'db' };
  const labelled = vm();
  const served = { ...labelled, spec: { ...labelled.spec, template: { metadata: { labels }, ...labelled.spec.template } } };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { selector: labels, ports: [{ port: 80 }] },
  };
  const check = nodeHealthCheck('60s');
  expect(recover(FailureClass.KUBELET, [served, service, check]).outage.worst).toBeCloseTo(405.5, 0);
  expect(recover(FailureClass.KUBELET, [vm(), check]).outage.worst).toBeCloseTo(344.5, 0);
  expect(recover(FailureClass.KUBELET, [vm()]).outage).toEqual({ best: 0, worst: 0 });
});

test('behind a Service a new pod waits for the initial delay of its readiness probe', () => {
  const labels = { app: 'db' };
  const readinessProbe = { tcpSocket: { port: 80 }, initialDelaySeconds: 300, periodSeconds: 10 };
  const plain = vm({ readinessProbe });
  const served = { ...plain, spec: { ...plain.spec, template: { metadata: { labels }, ...plain.spec.template } } };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { selector: labels, ports: [{ port: 80 }] },
  };
  expect(recover(FailureClass.GUEST_SHUTDOWN, [served, service]).criticalPath.slice(-2)).toEqual(['readiness-asked', 'ready']);
  expect(recover(FailureClass.GUEST_SHUTDOWN, [served]).outage.worst).toBe(134);
});

test('storage error: never while the storage is away; without the control plane the VM runs on', () => {
  const stored = vm({ volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }] });
  expect(recover(FailureClass.STORAGE_ERROR, [stored]).never?.id).toBe('storage-stays-away');
  expect(recover(FailureClass.STORAGE_ERROR, [vm()]).outage).toEqual({ best: 0, worst: 0 });
  expect(recover(FailureClass.CONTROL_PLANE, [vm()]).outage).toEqual({ best: 0, worst: 0 });
});

test('a guest that its kernel restarts while it is to be stopped may obey, but not once it is killed', () => {
  // The probe has failed after 35 s at the latest, and the guest is killed 34 s later.
  const never = (seconds: number) =>
    recover(FailureClass.GUEST_PANIC, [
      vm(
        { livenessProbe: LIVENESS, terminationGracePeriodSeconds: 30, volumes: USER_DATA(`kernel.panic=${seconds}`) },
        { spec: { runStrategy: 'RerunOnFailure' } },
      ),
    ]).never;
  expect(never(68)).toMatchObject({ id: 'clean-shutdown', isCertain: false });
  expect(never(69)).toBeUndefined();
});

test('a guest without a power button is killed in good order, for KubeVirt', () => {
  const hung = (template: object) =>
    recover(FailureClass.GUEST_HANG, [
      vm({ livenessProbe: { guestAgentPing: {} }, ...template }, { spec: { runStrategy: 'RerunOnFailure' } }),
    ]).never?.id;
  const domain = { devices: {}, memory: { guest: '8Gi' } };
  expect(hung({})).toBeUndefined();
  expect(hung({ domain: { ...domain, features: { acpi: { enabled: false } } } })).toBe('clean-shutdown');
  expect(hung({ architecture: 's390x' })).toBe('clean-shutdown');
  expect(hung({ architecture: 's390x', domain: { ...domain, features: { acpi: { enabled: true } } } })).toBeUndefined();
});

test.each([
  [undefined, 'virt-handler', 'errorPolicy stop'],
  ['stop', 'virt-handler', 'errorPolicy stop'],
  ['enospace', 'guest', 'errorPolicy enospace'],
  ['report', 'guest', 'errorPolicy report'],
])('storage error: a disk with errorPolicy %s', (errorPolicy, actor, says) => {
  const domain = { devices: { disks: [{ name: 'root', disk: {}, errorPolicy }] }, memory: { guest: '8Gi' } };
  const { steps, never } = recover(FailureClass.STORAGE_ERROR, [
    vm({ domain, volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }] }),
  ]);
  expect(steps.at(-1)?.actor).toBe(actor);
  expect(never?.origin.says).toBe(says);
});

test('node drain: OpenShift moves VMs that say nothing where the profile has several workers', () => {
  const drained = (...names: string[]) => recover(FailureClass.NODE_DRAIN, [vm()], openshift({ objects: names.map((name) => node(name)) }));
  expect(drained('a', 'b').criticalPath).toEqual(['answers']);
  expect(drained('a', 'b').assumptions.map(({ id }) => id)).not.toContain('eviction');
  expect(drained('a').criticalPath).toContain('stopped');
});
