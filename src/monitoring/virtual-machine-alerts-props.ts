import type { CronJob, ResourceProps } from 'cdk8s-plus-27';
import type { MachineHealthCheck, NodeHealthCheck } from '../nodes';
import type { VirtualMachineWorkload } from '../vm';
import type { AlertThresholds } from './alert-thresholds';

/** What is watched, and when it alerts. */
export interface VirtualMachineAlertsProps extends ResourceProps {
  /** VMs and pools of VMs to watch. */
  readonly vms: VirtualMachineWorkload[];

  /**
   * The health checks that replace the nodes of these VMs, for the alert that one is at work.
   *
   * @default - none
   */
  readonly nodeHealthChecks?: NodeHealthCheck[];

  /**
   * The health checks that replace the hosts of these VMs, for the alert that one is at work.
   *
   * @default - none
   */
  readonly machineHealthChecks?: MachineHealthCheck[];

  /**
   * The CronJobs that take snapshots of these VMs, for the alert that one fails: `scheduledSnapshot.cronJob`.
   *
   * @default - none
   */
  readonly snapshotCronJobs?: CronJob[];

  /**
   * When the alerts fire.
   *
   * @default - the defaults of each threshold
   */
  readonly thresholds?: AlertThresholds;

  /**
   * More labels of every alert, by which Alertmanager finds whoever has to know.
   *
   * Sets `spec.groups[].rules[].labels`.
   *
   * @default - `severity` only
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Page that tells what to do, with a section for each alert: the name of the alert in lower case is added behind `#`.
   *
   * Sets the annotation `runbook_url` of the alerts.
   *
   * @default - the guide of this library
   */
  readonly runbookUrl?: string;
}
