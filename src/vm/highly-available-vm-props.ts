import type { Duration } from 'cdk8s';
import type { FailureClass } from '../facts/failure-classes';
import type { GuestMonitoring } from './guest-monitoring';
import type { RecoveryObjectives } from './recovery-objectives';
import type { VirtualMachineProps } from './virtual-machine-props';

/** Options of a highly available virtual machine. */
export interface HighlyAvailableVMProps extends VirtualMachineProps {
  /**
   * Slowest boot of the guest until its service answers, as after a failure. A liveness probe waits twice as long before it
   * asks for the first time, so that it never kills a VM that boots. Whole seconds, less than the recovery objective.
   *
   * Sets the annotation `cdk8s-kubevirt/boot-time`, where it or a recovery objective is given.
   *
   * @default Duration.minutes(2)
   */
  readonly bootTime?: Duration;

  /**
   * Slowest boot of a new guest until its service answers: cloud-init sets it up, and may install packages. There is no
   * startup probe for VMs, so that a liveness probe waits as long at every start: what hangs within that time after a restart
   * is noticed by the watchdog only. Bring long set-ups with the image instead. Whole seconds, at least `bootTime`; it may be
   * longer than the recovery objective, which is about guests that are set up.
   *
   * Sets `livenessProbe.initialDelaySeconds`, unless the probe has an `initialDelay` of its own.
   *
   * @default - twice `bootTime`
   */
  readonly firstBootTime?: Duration;

  /**
   * Longest outage accepted, whatever fails: the service, the guest, the process of the VM, its node, and its zone where the cluster
   * is known to have several. Timings that are not given follow from it. Whether it is kept is checked at synth
   * (`recovery-objective-missed`, `recovery-objective-at-risk`). Storage that stays away is not among these failures: nothing moves a VM
   * away from it. Whole seconds, at least 60.
   *
   * Sets the annotation `cdk8s-kubevirt/recovery-objective`.
   *
   * @default - none
   */
  readonly recoveryObjective?: Duration;

  /**
   * How soon a guest that hangs is found out: the sensitivity of VM Monitoring in vSphere HA. It decides the timeout of the watchdog, and
   * how often the liveness probe has to fail in a row; a timeout and a threshold that are given stay. A VM with neither a `watchdog` nor
   * a `liveness` gets a watchdog. Whether a recovery objective is kept with it is checked as ever.
   *
   * Sets `RuntimeWatchdogSec` of systemd in the guest, and `livenessProbe.failureThreshold`.
   *
   * @default - a watchdog takes 60 seconds, and a liveness probe what the recovery objective leaves for it, 60 seconds without one
   */
  readonly guestMonitoring?: GuestMonitoring;

  /**
   * Longest outages accepted after single failures, where they differ from `recoveryObjective`.
   *
   * Sets the annotation `cdk8s-kubevirt/recovery-objectives`.
   *
   * @default - `recoveryObjective`
   */
  readonly recoveryObjectives?: RecoveryObjectives;

  /**
   * Failures that are accepted to last for as long as they do: the recovery objective is not about them.
   *
   * Sets the annotation `cdk8s-kubevirt/accepted-losses`.
   *
   * @default - none
   */
  readonly acceptedLosses?: FailureClass[];

  /**
   * How long the VM stays bound to a node that is not ready or unreachable before its pod is marked for deletion.
   * Kubernetes' own default of 300 seconds would dominate the outage. Whole seconds.
   *
   * Sets `tolerationSeconds` of the tolerations for `node.kubernetes.io/not-ready` and `node.kubernetes.io/unreachable`.
   *
   * @default - a fifth of the recovery objective, 30 to 300 seconds; 60 seconds without one
   */
  readonly nodeFailureToleration?: Duration;

  /**
   * Name of a group of VMs that stand in for one another: they are spread over hosts and zones as far as there are
   * some, without blocking a restart or a migration when there are not.
   *
   * Sets the pod label `cdk8s-kubevirt/group`, `affinity.podAntiAffinity` and `topologySpreadConstraints`.
   *
   * @default - the VM belongs to no group
   */
  readonly group?: string;
}
