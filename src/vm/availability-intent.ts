import type { Resource } from 'cdk8s-plus-27';
import { type FailureClass, goDuration, IntentAnnotation } from '../facts';

/** What the author of a VM means by it, as far as fields of the manifest do not tell. */
export interface AvailabilityIntent {
  readonly objectiveSeconds?: number;
  readonly objectives: ReadonlyMap<FailureClass, number>;
  readonly acceptedLosses?: readonly FailureClass[];
  readonly bootSeconds?: number;
}

/** Writes what the author means into the manifest, so that the rules judge plain YAML as they judge a construct. */
export function announceAvailability({ metadata }: Resource, intent: AvailabilityIntent): void {
  const { objectiveSeconds, objectives, acceptedLosses = [], bootSeconds } = intent;
  const named = [...objectives].map(([failure, seconds]) => `${failure}=${goDuration(seconds)}`);
  const annotations = {
    [IntentAnnotation.HIGH_AVAILABILITY]: 'true',
    [IntentAnnotation.RECOVERY_OBJECTIVE]: goDuration(objectiveSeconds),
    [IntentAnnotation.RECOVERY_OBJECTIVES]: textOf(named),
    [IntentAnnotation.ACCEPTED_LOSSES]: textOf(acceptedLosses),
    [IntentAnnotation.BOOT_TIME]: goDuration(bootSeconds),
  };
  for (const [name, value] of Object.entries(annotations)) {
    if (value !== undefined) {
      metadata.addAnnotation(name, value);
    }
  }
}

function textOf(list: readonly string[]): string | undefined {
  return list.length === 0 ? undefined : list.join(', ');
}
