import type { Manifest } from '../graph';
import type { Alert } from './alert';
import { AlertSeverity } from './alert-severity';
import { equals, maxBy, series } from './promql';

const CRON_JOB = ['namespace', 'cronjob'];
const LONGEST_RUN_SECONDS = 3600;

/** The alert that the last scheduled snapshot has not succeeded, once its Job has had all of its time. */
export function snapshotOverdue(cronJob: Manifest, namespace: string): Alert {
  const name = String(cronJob.metadata?.name);
  const matchers = { namespace: equals(namespace), cronjob: equals(name) };
  const scheduled = maxBy(CRON_JOB, series('kube_cronjob_status_last_schedule_time', matchers));
  const succeeded = maxBy(CRON_JOB, series('kube_cronjob_status_last_successful_time', matchers));
  const deadline = cronJob.spec?.jobTemplate?.spec?.activeDeadlineSeconds;
  return {
    name: 'VirtualMachineSnapshotOverdue',
    severity: AlertSeverity.WARNING,
    expression: `${scheduled} unless ${succeeded} >= ${scheduled}`,
    seconds: typeof deadline === 'number' ? deadline : LONGEST_RUN_SECONDS,
    summary: `Snapshots by ${name} in ${namespace} fail`,
    description: 'The CronJob has not taken the last snapshot that it was to take. Older snapshots are kept meanwhile.',
    links: { object: `CronJob ${namespace}/${name}`, inspect: `kubectl --namespace ${namespace} describe cronjobs.batch ${name}` },
  };
}
