import type { Resource } from 'cdk8s-plus-27';
import { goDuration, IntentAnnotation } from '../facts';
import type { AvailabilityDefaults } from './availability-defaults';

/** Writes what the author means into the manifest, so that the rules judge plain YAML as they judge a construct. */
export function announceAvailability({ metadata }: Resource, { recoveryObjectiveSeconds }: AvailabilityDefaults): void {
  metadata.addAnnotation(IntentAnnotation.HIGH_AVAILABILITY, 'true');
  if (recoveryObjectiveSeconds !== undefined) {
    metadata.addAnnotation(IntentAnnotation.RECOVERY_OBJECTIVE, goDuration(recoveryObjectiveSeconds));
  }
}
