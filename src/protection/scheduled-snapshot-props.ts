import type { ApiObjectMetadata, Cron, Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type { VirtualMachine } from '../vm';

/** What is snapshotted, when, and for how long. */
export interface ScheduledSnapshotProps {
  /**
   * Metadata of the CronJob, the ServiceAccount, the Role and the RoleBinding.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The VM. The CronJob belongs in its namespace. */
  readonly vm: VirtualMachine;

  /**
   * When a snapshot is taken. It is the most that a restore loses.
   *
   * Sets `spec.schedule`.
   */
  readonly schedule: Cron;

  /**
   * Time zone of the schedule, by its name in the IANA database. In zones with summer time an hour of the year comes
   * twice and another not at all.
   *
   * Sets `spec.timeZone`.
   *
   * @default - that of kube-controller-manager, mostly UTC
   */
  readonly timeZone?: string;

  /**
   * How many snapshots that are ready to use are kept: 1 or more. Each one costs what the VM writes after it.
   *
   * @default 7
   */
  readonly keep?: number;

  /**
   * How long a snapshot may take until it is ready to use: whole seconds, a minute or more. After that the job fails, and
   * deletes nothing.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;

  /**
   * How late a snapshot may be started, when the cluster was busy or down at its time: whole seconds, 10 or more. Without
   * such a limit a CronJob that missed 100 times in a row is never started again.
   *
   * Sets `spec.startingDeadlineSeconds`.
   *
   * @default Duration.minutes(10)
   */
  readonly startingDeadline?: Duration;

  /**
   * Whether the schedule pauses.
   *
   * Sets `spec.suspend`.
   *
   * @default false
   */
  readonly suspend?: boolean;

  /**
   * Container image with `kubectl`, `sh`, `date`, `sort` and `grep`. The image `registry.k8s.io/kubectl` has no shell.
   * Pin it by digest, from a registry that your nodes reach: what runs deletes snapshots, and a tag can be moved to another
   * image. `docker buildx imagetools inspect <image>:<tag>` prints the digest for all architectures; the default is a release
   * as old as this library, so name a newer one when you update it.
   *
   * Sets `spec.jobTemplate.spec.template.spec.containers[0].image` of the CronJob.
   *
   * @default - `docker.io/alpine/k8s:1.34.1` by its digest
   */
  readonly image?: string;

  /**
   * What the container asks for and may use.
   *
   * @default - 50m to 200m of a CPU and 64 to 256 MiB of memory: what kubectl takes
   */
  readonly resources?: ContainerResources;
}
