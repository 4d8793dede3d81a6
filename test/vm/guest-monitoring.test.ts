import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  FailureClass,
  GuestMonitoring,
  HighlyAvailableVM,
  type HighlyAvailableVMProps,
  ManifestCheck,
  Probe,
  VirtualMachinePool,
  WatchdogAction,
} from 'cdk8s-kubevirt';
import { PROCESS_END } from '../../src/facts';
import { thrownBy } from '../support/thrown';

const PRESETS = [
  [GuestMonitoring.HIGH, 30],
  [GuestMonitoring.MEDIUM, 60],
  [GuestMonitoring.LOW, 120],
] as const;

const tcp = (options = {}) => Probe.fromTcpSocket({ port: 22, ...options });

function machine(props: HighlyAvailableVMProps) {
  const app = new App();
  ClusterProfile.openshift('4.20').applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const vm = new HighlyAvailableVM(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(2), ...props });
  const [manifest] = chart.toJson();
  const { livenessProbe, domain, terminationGracePeriodSeconds } = manifest.spec.template.spec;
  return {
    vm,
    app,
    probe: livenessProbe,
    graceSeconds: terminationGracePeriodSeconds,
    watchdog: domain.devices.watchdog,
    watchdogSeconds: Number(/RuntimeWatchdogSec=(\d+)s/.exec(JSON.stringify(manifest))?.[1] ?? Number.NaN),
  };
}

/** How long it takes at worst until somebody is sure that the guest hangs. */
function noticed({ vm }: ReturnType<typeof machine>): number | undefined {
  return vm.recovery(FailureClass.GUEST_HANG).criticalPath[0].worst;
}

describe.each(PRESETS)('the sensitivity %s', (guestMonitoring, seconds) => {
  it('brings a watchdog where nothing else notices a hang', () => {
    const made = machine({ guestMonitoring });
    expect(made.watchdog).toEqual({ name: 'watchdog', i6300esb: { action: 'poweroff' } });
    expect(made.watchdogSeconds).toBe(seconds);
    expect(made.probe).toBeUndefined();
    expect(noticed(made)).toBe(seconds + PROCESS_END.latest);
  });

  it('sets the timeout of a watchdog, and leaves all else of it', () => {
    const made = machine({ guestMonitoring, watchdog: { action: WatchdogAction.RESET, name: 'dog' } });
    expect(made.watchdog).toEqual({ name: 'dog', i6300esb: { action: 'reset' } });
    expect(made.watchdogSeconds).toBe(seconds);
  });

  it.each([
    [undefined, 10],
    [5, 5],
    [20, 20],
  ])('sets the failures of a liveness probe that asks every %p s', (period, counted) => {
    const made = machine({ guestMonitoring, liveness: tcp(period === undefined ? {} : { period: Duration.seconds(period) }) });
    expect(made.probe).toMatchObject({ periodSeconds: counted, failureThreshold: Math.floor(seconds / counted) });
    expect(made.watchdog).toBeUndefined();
    expect(noticed(made)).toBeLessThanOrEqual(seconds + made.probe.timeoutSeconds);
    expect(noticed(made)).toBeGreaterThan(seconds - counted);
  });

  it('holds with a recovery objective too, and leaves the rest of it for the shutdown', () => {
    const made = machine({ guestMonitoring, recoveryObjective: Duration.minutes(6), liveness: tcp() });
    expect(made.probe.failureThreshold).toBe(seconds / 10);
    expect(made.graceSeconds).toBe(Math.min(180, 360 - 5 - 5 - 2 - 30 - 120 - seconds));
    const { worst, verdict } = made.vm.recovery(FailureClass.GUEST_HANG);
    expect([worst.toSeconds() <= 360, verdict]).toEqual([true, 'kept']);
  });

  it('is that of the VMs of a pool', () => {
    const chart = new Chart(new App(), 'shop');
    new VirtualMachinePool(chart, 'pool', { memory: Size.gibibytes(2), guestMonitoring });
    expect(JSON.stringify(chart.toJson())).toContain(`RuntimeWatchdogSec=${seconds}s`);
  });
});

test('what is given explicitly stays', () => {
  const made = machine({
    guestMonitoring: GuestMonitoring.LOW,
    watchdog: { timeout: Duration.seconds(45) },
    liveness: tcp({ failureThreshold: 4 }),
  });
  expect(made.watchdogSeconds).toBe(45);
  expect(made.probe.failureThreshold).toBe(4);
});

test('a period longer than the interval leaves one failure', () => {
  expect(machine({ guestMonitoring: GuestMonitoring.HIGH, liveness: tcp({ period: Duration.seconds(40) }) }).probe.failureThreshold).toBe(
    1,
  );
});

test('an objective that leaves less time does not change it, and is told as missed', () => {
  const tight = { bootTime: Duration.seconds(100), recoveryObjective: Duration.minutes(4), liveness: tcp() };
  expect(thrownBy(() => machine({ guestMonitoring: GuestMonitoring.LOW, ...tight }))).toMatch(
    /a hang of its guest .* 12 failures, one every 10 s.*failureThreshold to 6, .*recovery-objective-missed/,
  );
});

test('a sensitivity that the objective leaves no time for is told', () => {
  const { app } = machine({
    guestMonitoring: GuestMonitoring.LOW,
    bootTime: Duration.seconds(100),
    recoveryObjective: Duration.minutes(4),
  });
  const found = ManifestCheck.findings(app).filter(({ code }) => code === 'recovery-objective-at-risk');
  expect(found.map(({ message }) => message).join()).toMatch(/a hang of its guest and .* may be down for 254 s/);
});
