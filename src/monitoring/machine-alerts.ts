import type { ClusterProfile } from '../cluster';
import { RESTARTING_RUN_STRATEGIES } from '../facts';
import type { Alert } from './alert';
import { AlertSeverity } from './alert-severity';
import { inWords } from './duration';
import { countBy, labelFrom, maxBy, sumBy } from './promql';
import type { Thresholds } from './thresholds';
import type { WatchedMachine } from './watched-machine';

const MACHINE = ['namespace', 'name'];
const DOWN_SECONDS = 300;
const PANIC_METRIC_SINCE = '1.9';

/** The alerts about a VM: one for each thing that it has and that can fail. */
export function machineAlerts(vm: WatchedMachine, thresholds: Thresholds, cluster: ClusterProfile): Alert[] {
  const links = {
    object: `${vm.kind} ${vm.namespace}/${vm.name}`,
    inspect: `kubectl --namespace ${vm.namespace} describe virtualmachines.kubevirt.io ${vm.shownName}`,
  };
  const strategy = vm.evictionStrategy ?? cluster.evictionStrategy ?? cluster._presumedEvictionStrategy;
  return [
    ...(vm.runStrategy === 'Always' ? [down(vm, thresholds)] : []),
    ...(RESTARTING_RUN_STRATEGIES.includes(String(vm.runStrategy)) ? [crashLooping(vm, thresholds)] : []),
    ...(strategy === 'LiveMigrate' ? [notMigratable(vm, thresholds)] : []),
    ...(migrates(strategy) ? [migrationFailed(vm, thresholds)] : []),
    ...(vm.hasReadinessProbe ? [readinessFlapping(vm, thresholds)] : []),
    ...(vm.hasPanicDevice && cluster.atLeast(PANIC_METRIC_SINCE) ? [guestPanic(vm, thresholds)] : []),
  ].map((alert) => ({ ...alert, links }));
}

type MachineAlert = Omit<Alert, 'links'>;

/** Whether a drain may migrate the VM: where nobody says what the cluster does by default, it may. */
function migrates(strategy: unknown): boolean {
  return strategy === undefined || strategy === 'LiveMigrate' || strategy === 'LiveMigrateIfPossible';
}

/** A VM that nothing is reported of is down as well, or nobody would notice if it were. */
function down(vm: WatchedMachine, { downFor }: Thresholds): MachineAlert {
  const notRunning = `${maxBy(MACHINE, vm.series('kubevirt_vm_info', { status_group: '!~"running|migrating"' }))} == 1`;
  const seconds = downFor ?? vm.recoveryObjective ?? DOWN_SECONDS;
  return {
    name: 'VirtualMachineDown',
    severity: AlertSeverity.CRITICAL,
    expression: vm.isExpected ? `${notRunning} or ${vm.absent('kubevirt_vm_info')}` : notRunning,
    seconds,
    summary: `VM ${vm.shownName} in ${vm.namespace} is down`,
    description: `The VM is meant to run always, and has not been running for ${inWords(seconds)}, or no metric says that it is. Look at the events of the VM and of its VirtualMachineInstance.`,
  };
}

/** New launcher pods, less those of migrations. Containers of a VM do not restart, the VM gets a new pod. */
function crashLooping(vm: WatchedMachine, { restarts, restartWindow }: Thresholds): MachineAlert {
  const recent = (metricSeries: string) => `last_over_time(${metricSeries}[${restartWindow}s]) > time() - ${restartWindow}`;
  const starts = countBy(MACHINE, vm.named(recent(vm.podSeries('kube_pod_created'))));
  const migrations = countBy([...MACHINE, 'migration_name'], recent(vm.series('kubevirt_vmi_migration_start_time_seconds')));
  const none = `0 * ${maxBy(MACHINE, vm.series('kubevirt_vm_info'))}`;
  return {
    name: 'VirtualMachineCrashLooping',
    severity: AlertSeverity.CRITICAL,
    expression: `${starts} - on (namespace, name) (${countBy(MACHINE, migrations)} or on (namespace, name) ${none}) > ${restarts}`,
    seconds: 0,
    summary: `VM ${vm.shownName} in ${vm.namespace} starts again and again`,
    description: `The VM was started {{ $value }} times within ${inWords(restartWindow)}, without counting migrations. Look at its serial console, and at what may kill it: liveness probe, watchdog, memory limit.`,
  };
}

/** KubeVirt's own VMCannotBeEvicted tells that the VM cannot migrate; this one, that a drain waits for it. */
function notMigratable(vm: WatchedMachine, { drainBlockedFor }: Thresholds): MachineAlert {
  const stuck = `${maxBy([...MACHINE, 'node'], vm.series('kubevirt_vmi_non_evictable'))} == 1`;
  return {
    name: 'VirtualMachineNotMigratable',
    severity: AlertSeverity.WARNING,
    expression: `${stuck} and on (node) ${maxBy(['node'], 'kube_node_spec_unschedulable')} == 1`,
    seconds: drainBlockedFor,
    summary: `VM ${vm.shownName} in ${vm.namespace} blocks the drain of node {{ $labels.node }}`,
    description:
      'The eviction strategy of the VM is LiveMigrate, the VM cannot migrate, and its node has been cordoned: the drain does not end. The condition LiveMigratable of the VirtualMachineInstance has the reason.',
  };
}

/** Failed migrations stay as objects for a while: only those count that had not failed a while ago. */
function migrationFailed(vm: WatchedMachine, { migrationFailures, migrationWindow }: Thresholds): MachineAlert {
  const failed = vm.series('kubevirt_vmi_migration_failed', {}, 'vmi');
  const migration = ['namespace', 'vmi', 'vmim'];
  const fresh = `${maxBy(migration, failed)} unless ${maxBy(migration, `${failed} offset ${migrationWindow}s`)}`;
  return {
    name: 'VirtualMachineMigrationFailed',
    severity: AlertSeverity.WARNING,
    expression: `${labelFrom(countBy(['namespace', 'vmi'], fresh), 'name', 'vmi', '(.+)')} > ${migrationFailures}`,
    seconds: 60,
    summary: `Migrations of VM ${vm.shownName} in ${vm.namespace} fail`,
    description: `{{ $value }} migrations of the VM failed within ${inWords(migrationWindow)}. The VM goes on running where it is, and a drain of its node waits.`,
  };
}

function readinessFlapping(vm: WatchedMachine, { readinessChanges, readinessWindow }: Thresholds): MachineAlert {
  const changes = `changes(${vm.podSeries('kube_pod_status_ready', { condition: '="true"' })}[${readinessWindow}s])`;
  return {
    name: 'VirtualMachineReadinessFlapping',
    severity: AlertSeverity.WARNING,
    expression: `${sumBy(MACHINE, vm.named(changes))} > ${readinessChanges}`,
    seconds: 60,
    summary: `VM ${vm.shownName} in ${vm.namespace} is ready by turns`,
    description: `The readiness of the VM changed {{ $value }} times within ${inWords(readinessWindow)}: Services take it in and out, and its users see errors.`,
  };
}

/** The counter begins with the first panic, where an increase cannot be seen: a series that was not there counts as well. */
function guestPanic(vm: WatchedMachine, { panicWindow }: Thresholds): MachineAlert {
  const panics = vm.series('kubevirt_vmi_guest_os_panic_total');
  const more = `${sumBy(MACHINE, `increase(${panics}[${panicWindow}s])`)} > 0`;
  const first = `${sumBy(MACHINE, `${panics} unless ${panics} offset ${panicWindow}s`)} > 0`;
  return {
    name: 'VirtualMachineGuestPanic',
    severity: AlertSeverity.WARNING,
    expression: `${more} or ${first}`,
    seconds: 0,
    summary: `The operating system of VM ${vm.shownName} in ${vm.namespace} panicked`,
    description: `The panic device of the VM reported a panic of the guest within the last ${inWords(panicWindow)}. It may run again by now: look for the cause.`,
  };
}
