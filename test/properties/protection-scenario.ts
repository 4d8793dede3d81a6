import { Cron, Duration } from 'cdk8s';
import {
  type AlertThresholds,
  CloneVolumeNamePolicy,
  RestoreReadinessPolicy,
  type ScheduledSnapshotProps,
  SnapshotDeletionPolicy,
  type VirtualMachineCloneProps,
  type VirtualMachineRestoreProps,
  type VirtualMachineSnapshotProps,
  VolumeOwnershipPolicy,
  VolumeRestorePolicy,
} from 'cdk8s-kubevirt';
import * as fc from 'fast-check';

/** What looks after the first VM of an app. */
export interface ProtectionScenario {
  readonly schedule?: Omit<ScheduledSnapshotProps, 'vm'>;
  readonly snapshot?: Omit<VirtualMachineSnapshotProps, 'vm'>;
  readonly restore?: Omit<VirtualMachineRestoreProps, 'snapshotName' | 'targetName'>;
  readonly clone?: Omit<VirtualMachineCloneProps, 'source'>;
  readonly thresholds?: AlertThresholds;
}

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => Duration.seconds(value));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labels = fc.dictionary(label, label, { maxKeys: 3, noNullPrototype: true });
const window = option(seconds(300, 86_400));
const count = option(fc.integer({ min: 0, max: 100 }));

const field = (min: number, max: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min, max }).map(String),
    fc.integer({ min: 1, max }).map((step) => `*/${step}`),
    fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
  );

const cron = fc
  .record({ minute: field(0, 59), hour: field(0, 23), day: field(1, 31), month: field(1, 12), weekDay: field(0, 6) })
  .map((fields) => Cron.schedule(fields));

const schedule = fc.record({
  schedule: cron,
  timeZone: option(fc.constantFrom('Europe/Berlin', 'Etc/UTC', 'America/New_York')),
  keep: option(fc.integer({ min: 1, max: 100 })),
  timeout: option(seconds(60, 7200)),
  startingDeadline: option(seconds(10, 7200)),
  suspend: option(fc.boolean()),
});

const snapshot = fc.record({ deletionPolicy: option(member(SnapshotDeletionPolicy)), failureDeadline: option(seconds(0, 7200)) });

const override = fc.record({ volumeName: label, restoreName: label, labels: option(labels) });

const restore = fc.record({
  targetReadinessPolicy: option(member(RestoreReadinessPolicy)),
  volumeRestorePolicy: option(member(VolumeRestorePolicy)),
  volumeOwnershipPolicy: option(member(VolumeOwnershipPolicy)),
  volumeRestoreOverrides: option(fc.array(override, { maxLength: 2 })),
});

const filters = option(fc.array(fc.tuple(fc.constantFrom('', '!'), label, fc.constantFrom('', '*')).map((parts) => parts.join(''))));

const clone = fc.record({
  targetName: option(label.map((name) => `clone-of-${name}`)),
  labelFilters: filters,
  annotationFilters: filters,
  podLabelFilters: filters,
  podAnnotationFilters: filters,
  newMacAddresses: option(fc.dictionary(label, fc.constant('02:48:09:00:00:07'), { maxKeys: 2, noNullPrototype: true })),
  newSmBiosSerial: option(label),
  volumeNamePolicy: option(member(CloneVolumeNamePolicy)),
});

const thresholds: fc.Arbitrary<AlertThresholds> = fc.record({
  downFor: option(seconds(0, 7200)),
  drainBlockedFor: option(seconds(0, 7200)),
  restarts: count,
  restartWindow: window,
  readinessChanges: count,
  readinessWindow: window,
  remediationFor: option(seconds(0, 7200)),
  migrationFailures: count,
  migrationWindow: window,
  panicWindow: window,
});

export const protection: fc.Arbitrary<ProtectionScenario> = fc.record({
  schedule: option(schedule),
  snapshot: option(snapshot),
  restore: option(restore),
  clone: option(clone),
  thresholds: option(thresholds),
});
