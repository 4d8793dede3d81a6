import { ApiObject, Duration, JsonPatch, Names, Size } from 'cdk8s';
import {
  ApiResource,
  ConcurrencyPolicy,
  type ContainerProps,
  type ContainerResources,
  Cpu,
  CronJob,
  EnvValue,
  ImagePullPolicy,
  Role,
  RoleBinding,
  ServiceAccount,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { ClusterProfile } from '../cluster';
import { decideLate } from '../cluster/cdk8s-internals';
import { Arguments, checkConstruction } from '../errors';
import { SNAPSHOT_GROUP } from '../facts';
import { cronExpression, timeZone } from './schedule';
import type { ScheduledSnapshotProps } from './scheduled-snapshot-props';
import { SNAPSHOT_SCRIPT } from './snapshot-script';

const SNAPSHOTS = ApiResource.custom({ apiGroup: SNAPSHOT_GROUP, resourceType: 'virtualmachinesnapshots' });
const LONGEST_CRON_JOB_NAME = 52;
const KEEP = 7;
const TIMEOUT_SECONDS = 600;
const STARTING_DEADLINE = Duration.minutes(10);
const NOBODY = 65534;
/**
 * kubectl with a shell, for each architecture. kubectl of one release gets on with clusters one release older or newer, and asks
 * for nothing here that others do not have.
 *
 * To update it, take a release of the image and its digest, the one of the index of all architectures:
 * `docker buildx imagetools inspect docker.io/alpine/k8s:<release>`.
 */
const IMAGE = 'docker.io/alpine/k8s:1.34.1@sha256:ec714df3813b5405292860f8a1c55c5727bf8c33c88992f1e981efad8065547f';
const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(50), limit: Cpu.millis(200) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(256) },
};

/**
 * Takes a snapshot of a VM again and again, and keeps the latest ones.
 *
 * KubeVirt has no schedule of its own. A CronJob takes the snapshots, called `<VM>-<UTC time>`, waits until each is ready
 * to use, and then deletes the older ones. No two runs overlap. The container is not root and cannot write to its file
 * system; its ServiceAccount may create, list and delete VirtualMachineSnapshots of its
 * namespace, and nothing else. A snapshot that fails or takes too long fails the job, which is tried twice again.
 *
 * For what a snapshot is and is not, and what the cluster needs, see `VirtualMachineSnapshot`.
 */
export class ScheduledSnapshot extends Construct {
  /** What takes the snapshots. */
  public readonly cronJob: CronJob;
  /** As whom the CronJob acts. */
  public readonly serviceAccount: ServiceAccount;
  /** What it may do. */
  public readonly role: Role;

  /**
   * @param scope the chart of the VM, or one of the same namespace
   * @param id its id in the scope
   * @param props what to snapshot, and when
   * @throws when the schedule or the time zone cannot be read (`schedule-invalid`, `time-zone-unknown`), the name is too
   * long for a CronJob (`cron-job-name-too-long`) or the VM has one that no object can have (`object-name-invalid`), a number is
   * out of its range (`out-of-range`) or no integer (`integer-required`), and when a duration is not in whole seconds
   * (`whole-seconds`)
   */
  public constructor(scope: Construct, id: string, props: ScheduledSnapshotProps) {
    checkConstruction('ScheduledSnapshot', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const metadata = { ...props.metadata, name: this.objectName(args, props) };
    this.serviceAccount = new ServiceAccount(this, 'ServiceAccount', { metadata });
    this.role = new Role(this, 'Role', { metadata });
    this.role.allow(['create', 'list', 'delete'], SNAPSHOTS);
    new RoleBinding(this, 'RoleBinding', { metadata, role: this.role }).addSubjects(this.serviceAccount);
    this.cronJob = this.schedule(args, props, metadata.name);
    ManifestCheck.attachTo(this);
  }

  /** The CronJob takes part in the name of the Jobs, which is why its own name has to be shorter than others. */
  private objectName(args: Arguments, { metadata }: ScheduledSnapshotProps): string {
    const name = metadata?.name ?? Names.toDnsLabel(this, { maxLen: LONGEST_CRON_JOB_NAME });
    if (name.length > LONGEST_CRON_JOB_NAME) {
      const rule = `the name of a CronJob has at most ${LONGEST_CRON_JOB_NAME} characters`;
      args.refuse('cron-job-name-too-long', 'metadata.name', JSON.stringify(name), rule, 'Choose a shorter name.');
    }
    return name;
  }

  private schedule(args: Arguments, props: ScheduledSnapshotProps, series: string): CronJob {
    cronExpression(args, 'schedule', props.schedule);
    args.seconds('startingDeadline', props.startingDeadline, { min: 10 });
    const timeout = args.seconds('timeout', props.timeout, { min: 60 }) ?? TIMEOUT_SECONDS;
    const cronJob = new CronJob(this, 'Resource', {
      metadata: { ...props.metadata, name: series },
      schedule: props.schedule,
      timeZone: timeZone(args, 'timeZone', props.timeZone),
      concurrencyPolicy: ConcurrencyPolicy.FORBID,
      startingDeadline: props.startingDeadline ?? STARTING_DEADLINE,
      suspend: props.suspend,
      activeDeadline: Duration.seconds(3 * (timeout + 60)),
      backoffLimit: 2,
      serviceAccount: this.serviceAccount,
      automountServiceAccountToken: true,
      securityContext: { ensureNonRoot: true },
      containers: [this.container(args, props, series, timeout)],
    });
    this.followCluster(cronJob);
    return restricted(cronJob);
  }

  /** OpenShift gives each namespace user ids of its own and refuses others. */
  private followCluster({ containers: [container] }: CronJob): void {
    decideLate(container.securityContext, { user: () => (ClusterProfile.of(this).isOpenshift ? undefined : NOBODY) });
  }

  private container(args: Arguments, props: ScheduledSnapshotProps, series: string, timeout: number): ContainerProps {
    return {
      name: 'snapshot',
      image: props.image ?? IMAGE,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      command: ['/bin/sh', '-c', SNAPSHOT_SCRIPT],
      envVariables: {
        VIRTUAL_MACHINE: EnvValue.fromValue(args.objectName('vm.name', props.vm.name)),
        SERIES: EnvValue.fromValue(series),
        KEEP: EnvValue.fromValue(String(args.integer('keep', props.keep, { min: 1 }) ?? KEEP)),
        TIMEOUT: EnvValue.fromValue(String(timeout)),
      },
      resources: props.resources ?? RESOURCES,
      securityContext: { ensureNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
    };
  }
}

/** What the Pod Security Standard "restricted" asks for and cdk8s-plus has no option for. */
function restricted(cronJob: CronJob): CronJob {
  const pod = '/spec/jobTemplate/spec/template/spec';
  ApiObject.of(cronJob).addJsonPatch(
    JsonPatch.add(`${pod}/securityContext/seccompProfile`, { type: 'RuntimeDefault' }),
    JsonPatch.add(`${pod}/containers/0/securityContext/capabilities`, { drop: ['ALL'] }),
  );
  return cronJob;
}
