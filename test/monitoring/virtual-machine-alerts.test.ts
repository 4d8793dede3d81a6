import { ApiObject, App, Chart, Cron, Duration, JsonPatch, Size } from 'cdk8s';
import {
  ClusterProfile,
  EvictionStrategy,
  HighlyAvailableVM,
  type HighlyAvailableVMProps,
  MachineHealthCheck,
  ManifestCheck,
  NodeHealthCheck,
  PanicDevice,
  Probe,
  RunStrategy,
  ScheduledSnapshot,
  VirtualMachine,
  VirtualMachineAlerts,
  type VirtualMachineAlertsProps,
  VirtualMachinePool,
  type VirtualMachineProps,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

type AlertOptions = Partial<Omit<VirtualMachineAlertsProps, 'vms'>>;

function shop(cluster = ClusterProfile.kubevirt('1.9')): Chart {
  const app = new App();
  cluster.applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}

function machine(chart: Chart, props: VirtualMachineProps = {}): VirtualMachine {
  return new VirtualMachine(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1), ...props });
}

function highlyAvailable(chart: Chart, props: HighlyAvailableVMProps = {}): HighlyAvailableVM {
  const vm = new HighlyAvailableVM(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1), ...props });
  new WatchdogDevice(vm, 'Watchdog');
  return vm;
}

/** The rules about a VM, by the name of the alert. */
function alertsOf(chart: Chart, vms: VirtualMachineAlertsProps['vms'], options: AlertOptions = {}): Record<string, any> {
  const alerts = new VirtualMachineAlerts(chart, 'alerts', { vms, ...options });
  const [group] = ApiObject.of(alerts).toJson().spec.groups;
  return Object.fromEntries((group?.rules ?? []).map((rule: any) => [rule.alert, rule]));
}

describe('a VM gets the alerts that its manifest calls for:', () => {
  test('a plain VM that runs always', () => {
    const chart = shop();
    expect(Object.keys(alertsOf(chart, [machine(chart)]))).toEqual(['VirtualMachineDown', 'VirtualMachineCrashLooping']);
  });

  test('a highly available one with everything', () => {
    const chart = shop();
    const vm = highlyAvailable(chart, { readiness: Probe.fromTcpSocket({ port: 80 }) });
    new PanicDevice(vm, 'Panic');
    expect(Object.keys(alertsOf(chart, [vm]))).toEqual([
      'VirtualMachineDown',
      'VirtualMachineCrashLooping',
      'VirtualMachineNotMigratable',
      'VirtualMachineMigrationFailed',
      'VirtualMachineReadinessFlapping',
      'VirtualMachineGuestPanic',
    ]);
  });

  test('one that its guest may shut down is not down then', () => {
    const chart = shop();
    const vm = machine(chart, { runStrategy: RunStrategy.RERUN_ON_FAILURE });
    expect(Object.keys(alertsOf(chart, [vm]))).toEqual(['VirtualMachineCrashLooping']);
  });

  test('one that nobody restarts gets none, and no group either', () => {
    const chart = shop();
    const alerts = new VirtualMachineAlerts(chart, 'alerts', { vms: [machine(chart, { runStrategy: RunStrategy.MANUAL })] });
    expect(ApiObject.of(alerts).toJson().spec).toEqual({ groups: [] });
  });

  test('one that migrates if possible does not block a drain', () => {
    const chart = shop();
    const alerts = alertsOf(chart, [machine(chart, { evictionStrategy: EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE })]);
    expect(Object.keys(alerts)).toContain('VirtualMachineMigrationFailed');
    expect(Object.keys(alerts)).not.toContain('VirtualMachineNotMigratable');
  });

  test('on OpenShift a VM migrates when it does not say otherwise', () => {
    const chart = shop(ClusterProfile.openshift('4.22'));
    expect(Object.keys(alertsOf(chart, [machine(chart)]))).toContain('VirtualMachineMigrationFailed');
  });

  test('a panic is reported from KubeVirt 1.9 on', () => {
    const chart = shop(ClusterProfile.kubevirt('1.8'));
    const vm = machine(chart);
    new PanicDevice(vm, 'Panic');
    expect(Object.keys(alertsOf(chart, [vm]))).not.toContain('VirtualMachineGuestPanic');
  });

  test('what a patch adds counts, also when it comes after the alerts', () => {
    const chart = shop();
    const vm = machine(chart);
    const alerts = new VirtualMachineAlerts(chart, 'alerts', { vms: [vm] });
    ApiObject.of(vm).addJsonPatch(JsonPatch.replace('/spec/runStrategy', 'Halted'));
    expect(ApiObject.of(alerts).toJson().spec.groups).toEqual([]);
  });
});

describe('an alert', () => {
  test('says what it is about, how urgent it is and what to do', () => {
    const chart = shop();
    expect(alertsOf(chart, [machine(chart)]).VirtualMachineDown).toEqual({
      alert: 'VirtualMachineDown',
      expr: 'max by (namespace, name) (kubevirt_vm_info{namespace="shop",name="web",status_group!~"running|migrating"}) == 1 or absent(kubevirt_vm_info{namespace="shop",name="web"})',
      for: '300s',
      labels: { severity: 'critical' },
      annotations: {
        summary: 'VM web in shop is down',
        description:
          'The VM is meant to run always, and has not been running for 5 minutes, or no metric says that it is. Look at the events of the VM and of its VirtualMachineInstance.',
        runbook_url: 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/monitoring.md#virtualmachinedown',
        object: 'VirtualMachine shop/web',
        inspect: 'kubectl --namespace shop describe virtualmachines.kubevirt.io web',
      },
    });
  });

  test('that a VM is down waits for as long as its recovery may take', () => {
    const chart = shop();
    const vm = highlyAvailable(chart, { recoveryObjective: Duration.minutes(12) });
    expect(alertsOf(chart, [vm]).VirtualMachineDown.for).toBe('720s');
  });

  test('carries more labels, and another runbook', () => {
    const chart = shop();
    const options = { labels: { team: 'shop' }, runbookUrl: 'https://wiki.example.com/vms' };
    const { labels, annotations } = alertsOf(chart, [machine(chart)], options).VirtualMachineDown;
    expect(labels).toEqual({ team: 'shop', severity: 'critical' });
    expect(annotations.runbook_url).toBe('https://wiki.example.com/vms#virtualmachinedown');
  });

  test('takes its threshold and its window', () => {
    const chart = shop();
    const vm = highlyAvailable(chart, { readiness: Probe.fromTcpSocket({ port: 80 }) });
    new PanicDevice(vm, 'Panic');
    const alerts = alertsOf(chart, [vm], {
      thresholds: {
        downFor: Duration.minutes(1),
        drainBlockedFor: Duration.minutes(2),
        restarts: 9,
        restartWindow: Duration.minutes(10),
        readinessChanges: 8,
        readinessWindow: Duration.minutes(11),
        migrationFailures: 7,
        migrationWindow: Duration.minutes(12),
        panicWindow: Duration.minutes(13),
      },
    });
    expect(alerts.VirtualMachineDown.for).toBe('60s');
    expect(alerts.VirtualMachineNotMigratable.for).toBe('120s');
    expect(alerts.VirtualMachineCrashLooping.expr).toMatch(/\[600s\].* > 9$/);
    expect(alerts.VirtualMachineReadinessFlapping.expr).toMatch(/\[660s\].* > 8$/);
    expect(alerts.VirtualMachineMigrationFailed.expr).toMatch(/offset 720s.* > 7$/);
    expect(alerts.VirtualMachineGuestPanic.expr).toMatch(/\[780s\].* offset 780s/);
  });
});

describe('the expression of', () => {
  function expressions(): Record<string, any> {
    const chart = shop();
    const vm = highlyAvailable(chart, { readiness: Probe.fromTcpSocket({ port: 80 }) });
    new PanicDevice(vm, 'Panic');
    return alertsOf(chart, [vm]);
  }

  test('a crash loop counts new pods, less those of migrations', () => {
    expect(expressions().VirtualMachineCrashLooping.expr).toBe(
      [
        'count by (namespace, name) (label_replace(last_over_time(kube_pod_created{namespace="shop",pod=~"virt-launcher-web-[a-z0-9]{5}"}[1800s]) > time() - 1800, "name", "web", "", ""))',
        ' - on (namespace, name) (count by (namespace, name) (count by (namespace, name, migration_name) (last_over_time(kubevirt_vmi_migration_start_time_seconds{namespace="shop",name="web"}[1800s]) > time() - 1800))',
        ' or on (namespace, name) 0 * max by (namespace, name) (kubevirt_vm_info{namespace="shop",name="web"})) > 3',
      ].join(''),
    );
  });

  test('a VM that is not migratable asks for a node that is being drained: the rest is told by KubeVirt itself', () => {
    expect(expressions().VirtualMachineNotMigratable.expr).toBe(
      'max by (namespace, name, node) (kubevirt_vmi_non_evictable{namespace="shop",name="web"}) == 1 and on (node) max by (node) (kube_node_spec_unschedulable) == 1',
    );
  });

  test('failed migrations counts those that had not failed an hour ago', () => {
    expect(expressions().VirtualMachineMigrationFailed.expr).toBe(
      'label_replace(count by (namespace, vmi) (max by (namespace, vmi, vmim) (kubevirt_vmi_migration_failed{namespace="shop",vmi="web"}) unless max by (namespace, vmi, vmim) (kubevirt_vmi_migration_failed{namespace="shop",vmi="web"} offset 3600s)), "name", "$1", "vmi", "(.+)") > 1',
    );
  });

  test('readiness flapping counts changes of the pod', () => {
    expect(expressions().VirtualMachineReadinessFlapping.expr).toBe(
      'sum by (namespace, name) (label_replace(changes(kube_pod_status_ready{namespace="shop",pod=~"virt-launcher-web-[a-z0-9]{5}",condition="true"}[1800s]), "name", "web", "", "")) > 6',
    );
  });

  test('a panic sees the first one too, with which the counter begins', () => {
    const panics = 'kubevirt_vmi_guest_os_panic_total{namespace="shop",name="web"}';
    expect(expressions().VirtualMachineGuestPanic.expr).toBe(
      `sum by (namespace, name) (increase(${panics}[3600s])) > 0 or sum by (namespace, name) (${panics} unless ${panics} offset 3600s) > 0`,
    );
  });
});

describe('the remediation of a node', () => {
  test('is told by the NodeHealthCheck operator, for the remediations of this health check', () => {
    const chart = shop();
    const nodeHealthChecks = [new NodeHealthCheck(chart, 'workers', { metadata: { name: 'workers' }, minHealthy: '51%' })];
    const alert = alertsOf(chart, [machine(chart)], { nodeHealthChecks }).VirtualMachineNodeRemediation;
    expect(alert.expr).toBe(
      'max by (namespace, name, node) (kubevirt_vmi_info{namespace="shop",name="web"}) and on (node) max by (node) (label_replace(nodehealthcheck_ongoing_remediation{remediation=~"SelfNodeRemediation"}, "node", "$1", "name", "(.+)")) == 1',
    );
    expect(alert.for).toBe('60s');
    expect(alert.annotations.health_check).toBe('NodeHealthCheck workers');
  });

  test('is not told by the Machine API: the node is not ready', () => {
    const chart = shop();
    const machineHealthChecks = [new MachineHealthCheck(chart, 'workers', { metadata: { name: 'workers' }, maxUnhealthy: '40%' })];
    const alert = alertsOf(chart, [machine(chart)], { machineHealthChecks }).VirtualMachineNodeRemediation;
    expect(alert.expr).toBe(
      'max by (namespace, name, node) (kubevirt_vmi_info{namespace="shop",name="web"}) and on (node) max by (node) (kube_node_status_condition{condition="Ready",status="true"}) == 0',
    );
    expect(alert.for).toBe('300s');
    expect(alert.annotations).toMatchObject({
      health_check: 'MachineHealthCheck openshift-machine-api/workers',
      inspect: 'kubectl describe node {{ $labels.node }}',
    });
  });
});

test('a scheduled snapshot that does not succeed is told once its Job has had all of its time', () => {
  const chart = shop();
  const vm = machine(chart);
  const { cronJob } = new ScheduledSnapshot(chart, 'nightly', { metadata: { name: 'nightly' }, vm, schedule: Cron.daily() });
  const alerts = new VirtualMachineAlerts(chart, 'alerts', { vms: [vm], snapshotCronJobs: [cronJob] });
  const [, { name, rules }] = ApiObject.of(alerts).toJson().spec.groups;
  const matchers = '{namespace="shop",cronjob="nightly"}';
  const scheduled = `max by (namespace, cronjob) (kube_cronjob_status_last_schedule_time${matchers})`;
  expect(name).toBe('shop/nightly/snapshots');
  expect(rules).toMatchObject([
    {
      alert: 'VirtualMachineSnapshotOverdue',
      expr: `${scheduled} unless max by (namespace, cronjob) (kube_cronjob_status_last_successful_time${matchers}) >= ${scheduled}`,
      for: '1980s',
      annotations: { object: 'CronJob shop/nightly', inspect: 'kubectl --namespace shop describe cronjobs.batch nightly' },
    },
  ]);
});

describe('names', () => {
  test('of a pool stand for all of its VMs, and the metric tells which one it is', () => {
    const chart = shop();
    const pool = new VirtualMachinePool(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1), replicas: 2 });
    const alerts = alertsOf(chart, [pool]);
    expect(alerts.VirtualMachineDown.expr).toBe(
      'max by (namespace, name) (kubevirt_vm_info{namespace="shop",name=~"web-[0-9]+",status_group!~"running|migrating"}) == 1' +
        ' or label_replace(absent(kubevirt_vm_info{namespace="shop",name=~"web-[0-9]+"}), "name", "web", "", "")',
    );
    expect(alerts.VirtualMachineCrashLooping.expr).toContain(', "name", "$1", "pod", "virt-launcher-(web-[0-9]+)-[a-z0-9]{5}")');
    expect(alerts.VirtualMachineDown.annotations).toMatchObject({
      summary: 'VM {{ $labels.name }} in shop is down',
      object: 'VirtualMachinePool shop/web',
      inspect: 'kubectl --namespace shop describe virtualmachines.kubevirt.io {{ $labels.name }}',
    });
  });

  test('of a pool that is meant to be empty are not missed', () => {
    const chart = shop();
    const pool = new VirtualMachinePool(chart, 'web', { metadata: { name: 'web' }, memory: Size.gibibytes(1), replicas: 0 });
    expect(alertsOf(chart, [pool]).VirtualMachineDown.expr).not.toContain('absent');
  });

  test('with dots match themselves only', () => {
    const chart = shop();
    const alerts = alertsOf(chart, [machine(chart, { metadata: { name: 'web.v2' } })]);
    expect(alerts.VirtualMachineDown.expr).toContain('name="web.v2"');
    expect(alerts.VirtualMachineCrashLooping.expr).toContain('pod=~"virt-launcher-web[.]v2-[a-z0-9]{5}"');
  });

  test('that are long are cut in the names of pods', () => {
    const chart = shop();
    const alerts = alertsOf(chart, [machine(chart, { metadata: { name: 'w'.repeat(60) } })]);
    expect(alerts.VirtualMachineCrashLooping.expr).toContain(`pod=~"virt-launcher-${'w'.repeat(44)}[a-z0-9]{5}"`);
  });
});

test('breaks no rule, and synthesizes twice to the same bytes', () => {
  const chart = shop();
  new VirtualMachineAlerts(chart, 'alerts', { vms: [highlyAvailable(chart)] });
  const app = App.of(chart);
  expect(ManifestCheck.findings(app)).toEqual([]);
  expect(app.synthYaml()).toBe(app.synthYaml());
});

describe('refuses', () => {
  function refusal(options: AlertOptions): string {
    const chart = shop();
    return thrownBy(() => new VirtualMachineAlerts(chart, 'alerts', { vms: [machine(chart)], ...options }));
  }

  test('alerts about nothing', () => {
    expect(thrownBy(() => new VirtualMachineAlerts(shop(), 'alerts', { vms: [] }))).toBe(
      '[shop/alerts] vms is []: there is nothing to watch. Pass the VMs that the alerts are about. (alerts-without-vms)',
    );
  });

  test('a VM whose namespace nobody knows', () => {
    const chart = new Chart(new App(), 'shop');
    expect(thrownBy(() => new VirtualMachineAlerts(chart, 'alerts', { vms: [machine(chart)] }))).toBe(
      '[shop/alerts] vms[0].metadata.namespace is not set: shop/web may be applied to any namespace, and alerts would be about every object of its name. Give its chart a namespace. (alert-namespace-unknown)',
    );
  });

  test('a label that is none', () => {
    const rule = 'a label of an alert has letters, digits and "_", begins with no digit, and is not "severity"';
    expect(refusal({ labels: { 'my-team': 'shop' } })).toBe(
      `[shop/alerts] labels["my-team"] is "shop": ${rule}. Choose another name. (alert-label-invalid)`,
    );
    expect(refusal({ labels: { severity: 'info' } })).toBe(
      `[shop/alerts] labels["severity"] is "info": ${rule}. Choose another name. (alert-label-invalid)`,
    );
  });

  test('windows that hold too few samples, and counts that are none', () => {
    expect(refusal({ thresholds: { restartWindow: Duration.minutes(1) } })).toBe(
      '[shop/alerts] thresholds.restartWindow is 60 s: the value must be at least 300 s. Pass 300 s or more. (out-of-range)',
    );
    expect(refusal({ thresholds: { restarts: 1.5 } })).toBe(
      '[shop/alerts] thresholds.restarts is 1.5: only integers are allowed. Pass an integer. (integer-required)',
    );
    expect(refusal({ thresholds: { downFor: Duration.millis(1500) } })).toBe(
      '[shop/alerts] thresholds.downFor is 1500 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)',
    );
  });
});
