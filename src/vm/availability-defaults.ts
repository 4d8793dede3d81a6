import { Duration } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Arguments } from '../errors';
import {
  AMPLE_GRACE_SECONDS,
  BOOT_SECONDS,
  DEFAULT_TOLERATION_SECONDS,
  FAILOVER_SECONDS,
  FAILURE_INTERVALS,
  FailureClass,
  GRACE_PERIOD,
  LABEL_VALUE_IN_USE,
  LEAVES_SERVICES,
  LIVENESS_FAILURES,
  NEXT_INSTANCE,
  NODE_FAILURE_TAINTS,
  PROBE_TIMINGS,
  READINESS_FAILURES,
  RESTARTING_RUN_STRATEGIES,
  VM_START,
} from '../facts';
import type { AvailabilityIntent } from './availability-intent';
import type { WatchdogDeviceProps } from './guest/watchdog-options';
import type { HighlyAvailableVMProps } from './highly-available-vm-props';
import { EvictionStrategy } from './lifecycle/eviction-strategy';
import type { ProbeOptions } from './lifecycle/probe';
import { RunStrategy } from './lifecycle/run-strategy';
import { NetworkInterface } from './network/network-interface';
import { TaintEffect, type Toleration } from './placement/toleration';
import type { RecoveryObjectives } from './recovery-objectives';
import type { StorageDefaults } from './storage/data-volume-options';
import type { VirtualMachineProps } from './virtual-machine-props';

/** Volumes that every node can use at the same time: without them a VM neither migrates nor moves quickly. */
export const BLOCK_SHARED_BY_NODES: StorageDefaults = {
  accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
  volumeMode: PersistentVolumeMode.BLOCK,
};

/** Pod label by which the VMs of a group are spread. */
export const GROUP_LABEL = 'cdk8s-kubevirt/group';

/** What a highly available VM is made of, defaults filled in. */
export interface AvailabilityDefaults {
  readonly props: VirtualMachineProps;
  readonly intent: AvailabilityIntent;
}

export function availabilityDefaults(scope: Construct, id: string, props: HighlyAvailableVMProps): AvailabilityDefaults {
  const args = new Arguments(() => (scope.node.path === '' ? id : `${scope.node.path}/${id}`));
  const objectiveSeconds = args.seconds('recoveryObjective', props.recoveryObjective, { min: SHORTEST_OBJECTIVE });
  const bootSeconds = bootSecondsWithin(args, props, objectiveSeconds);
  const intent = {
    objectiveSeconds,
    objectives: objectivesByFailure(args, props.recoveryObjectives),
    acceptedLosses: props.acceptedLosses,
    bootSeconds: props.bootTime === undefined && objectiveSeconds === undefined ? undefined : bootSeconds,
  };
  return { intent, props: Object.assign({}, props, filledIn(args, props, bootSeconds, objectiveSeconds)) };
}

const SHORTEST_OBJECTIVE = 60;

/** The objectives of single failures, in seconds. */
function objectivesByFailure(args: Arguments, objectives: RecoveryObjectives | undefined): Map<FailureClass, number> {
  const seconds = new Map<FailureClass, number>();
  for (const [name, failure] of Object.entries(OBJECTIVES)) {
    const given = args.seconds(`recoveryObjectives.${name}`, objectives?.[name as keyof RecoveryObjectives], { min: 1 });
    if (given !== undefined) {
      seconds.set(failure, given);
    }
  }
  return seconds;
}

const OBJECTIVES: Readonly<Record<keyof RecoveryObjectives, FailureClass>> = {
  application: FailureClass.APPLICATION,
  guestHang: FailureClass.GUEST_HANG,
  guestPanic: FailureClass.GUEST_PANIC,
  guestShutdown: FailureClass.GUEST_SHUTDOWN,
  vmProcess: FailureClass.VM_PROCESS,
  nodeDrain: FailureClass.NODE_DRAIN,
  nodeLoss: FailureClass.NODE_LOSS,
  networkPartition: FailureClass.NETWORK_PARTITION,
  kubelet: FailureClass.KUBELET,
  zoneLoss: FailureClass.ZONE_LOSS,
  storageError: FailureClass.STORAGE_ERROR,
};

/** The options of which a highly available VM has defaults of its own. */
function filledIn(
  args: Arguments,
  props: HighlyAvailableVMProps,
  bootSeconds: number,
  objectiveSeconds: number | undefined,
): VirtualMachineProps {
  const delaySeconds = livenessDelay(args, props, bootSeconds);
  const givenGrace = props.terminationGracePeriod?.toSeconds({ integral: false });
  const intervalSeconds = props.guestMonitoring && FAILURE_INTERVALS[props.guestMonitoring];
  const { detectionSeconds, graceSeconds } = stopTimings(
    objectiveSeconds,
    bootSeconds + (props.readiness === undefined ? 0 : READY_SECONDS),
    givenGrace,
    intervalSeconds,
  );
  const ownPeriod = intervalSeconds === undefined ? undefined : args.seconds('liveness.period', props.liveness?._period, { min: 1 });
  return {
    runStrategy: restartingStrategy(args, props.runStrategy),
    evictionStrategy: props.evictionStrategy ?? EvictionStrategy.LIVE_MIGRATE,
    interfaces: props.interfaces ?? [NetworkInterface.masquerade()],
    terminationGracePeriod: props.terminationGracePeriod ?? Duration.seconds(graceSeconds),
    readiness: props.readiness?._withDefaults(READINESS_TIMINGS),
    liveness: props.liveness?._withDefaults(livenessTimings(delaySeconds, detectionSeconds, ownPeriod)),
    watchdog: intervalSeconds === undefined ? props.watchdog : monitoringWatchdog(props, intervalSeconds),
    tolerations: [...nodeFailureTolerations(args, props, objectiveSeconds), ...(props.tolerations ?? [])],
    podLabels: { ...props.podLabels, ...groupLabel(args, props.group) },
  };
}

/** One probe that passes, and Services that hear of it. */
const READY_SECONDS = PROBE_TIMINGS.periodSeconds + LEAVES_SERVICES;

/** How a guest that hangs is found out, and how long it may take to shut down. */
interface StopTimings {
  readonly detectionSeconds: number;
  readonly graceSeconds: number;
}

const LEAST_DETECTION = 30;

/**
 * What is left of the objective beside the start and the boot: a fifth of it to be sure that the guest hangs (60 seconds without one, never
 * less than 30), and the rest for its shutdown. The arithmetic by which `recovery-objective-missed` judges a guest that hangs.
 *
 * @param chosen how long it takes to be sure, where the author has chosen it
 */
function stopTimings(
  objectiveSeconds: number | undefined,
  bootSeconds: number,
  givenGrace: number | undefined,
  chosen: number | undefined,
): StopTimings {
  if (objectiveSeconds === undefined) {
    const detectionSeconds = chosen ?? LIVENESS_FAILURES * PROBE_TIMINGS.periodSeconds;
    return { detectionSeconds, graceSeconds: givenGrace ?? AMPLE_GRACE_SECONDS };
  }
  const left = objectiveSeconds - PROBE_TIMINGS.timeoutSeconds - GRACE_PERIOD.kill - NEXT_INSTANCE.latest - VM_START.latest - bootSeconds;
  const share = chosen ?? Math.max(LEAST_DETECTION, objectiveSeconds / 5);
  const graceSeconds = givenGrace ?? Math.floor(Math.min(AMPLE_GRACE_SECONDS, Math.max(GRACE_PERIOD.preset, left - share)));
  return { graceSeconds, detectionSeconds: chosen ?? Math.max(LEAST_DETECTION, Math.min(share, left - graceSeconds)) };
}

/** A VM that has failed boots again: an objective that leaves no time for more than that is never met. */
function bootSecondsWithin(args: Arguments, { bootTime }: HighlyAvailableVMProps, objectiveSeconds: number | undefined): number {
  const bootSeconds = args.seconds('bootTime', bootTime, { min: 1 }) ?? BOOT_SECONDS;
  if (objectiveSeconds !== undefined && bootSeconds >= objectiveSeconds) {
    args.refuse(
      'boot-exceeds-objective',
      'bootTime',
      bootTime === undefined ? `${bootSeconds} s by default` : `${bootSeconds} s`,
      `the recovery objective of ${objectiveSeconds} s is over before the guest has booted`,
      bootTime === undefined
        ? 'Pass the bootTime of the guest if it is shorter, or raise recoveryObjective.'
        : 'Raise recoveryObjective, or make the guest boot faster.',
    );
  }
  return bootSeconds;
}

/** How long liveness waits: no boot may be cut off, the first one with all that cloud-init does included. */
function livenessDelay(args: Arguments, { firstBootTime }: HighlyAvailableVMProps, bootSeconds: number): number {
  return Math.max(2 * bootSeconds, args.seconds('firstBootTime', firstBootTime, { min: bootSeconds }) ?? 0);
}

function restartingStrategy(args: Arguments, runStrategy: RunStrategy = RunStrategy.ALWAYS): RunStrategy {
  if (!RESTARTING_RUN_STRATEGIES.includes(runStrategy)) {
    const rule = 'nothing restarts such a VM when it fails';
    args.refuse('run-strategy-without-restart', 'runStrategy', runStrategy, rule, 'Use RunStrategy.ALWAYS, or a VirtualMachine.');
  }
  return runStrategy;
}

/** A readiness probe may ask from the beginning: until the guest has booted it fails, which is the truth. */
const READINESS_TIMINGS: ProbeOptions = {
  period: Duration.seconds(PROBE_TIMINGS.periodSeconds),
  timeout: Duration.seconds(PROBE_TIMINGS.timeoutSeconds),
  failureThreshold: READINESS_FAILURES,
};

/** A liveness probe asks for the first time when no boot can last any longer. */
function livenessTimings(delaySeconds: number, detectionSeconds: number, ownPeriod: number | undefined): ProbeOptions {
  const { timeoutSeconds } = PROBE_TIMINGS;
  const periodSeconds = ownPeriod ?? PROBE_TIMINGS.periodSeconds;
  return {
    initialDelay: Duration.seconds(delaySeconds),
    period: Duration.seconds(periodSeconds),
    timeout: Duration.seconds(timeoutSeconds),
    failureThreshold: Math.max(1, Math.floor(detectionSeconds / periodSeconds)),
  };
}

/** The watchdog fires after the interval; where nothing else notices a guest that hangs, there is one. */
function monitoringWatchdog({ watchdog, liveness }: HighlyAvailableVMProps, intervalSeconds: number): WatchdogDeviceProps | undefined {
  return watchdog === undefined && liveness !== undefined
    ? undefined
    : { ...watchdog, timeout: watchdog?.timeout ?? Duration.seconds(intervalSeconds) };
}

function nodeFailureTolerations(args: Arguments, props: HighlyAvailableVMProps, objectiveSeconds: number | undefined): Toleration[] {
  const given = args.seconds('nodeFailureToleration', props.nodeFailureToleration);
  const derived =
    objectiveSeconds === undefined
      ? FAILOVER_SECONDS
      : Math.min(DEFAULT_TOLERATION_SECONDS, Math.max(30, Math.floor(objectiveSeconds / 5)));
  const duration = Duration.seconds(given ?? derived);
  return NODE_FAILURE_TAINTS.map((key) => ({ key, effect: TaintEffect.NO_EXECUTE, duration }));
}

function groupLabel(args: Arguments, group: string | undefined): Record<string, string> {
  const rule = 'the name of a group is the value of a label: 1 to 63 letters, digits, "-", "_" or "."';
  args.matching('group', group, LABEL_VALUE_IN_USE.pattern, rule, 'Choose a name like "web".', 'label-value-invalid');
  return group === undefined ? {} : { [GROUP_LABEL]: group };
}
