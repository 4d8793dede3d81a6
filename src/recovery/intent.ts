import { didYouMean } from '../admission';
import { BOOT_SECONDS, FAILURE_CLASSES, IntentAnnotation, secondsOfGoDuration } from '../facts';

/** Something in an annotation that says how long a VM may be down, or boots, and cannot be read. */
export interface UnreadableIntent {
  readonly annotation: string;
  /** The part of it that this is about. */
  readonly shown: unknown;
  /** What is wrong with it and what it leads to. */
  readonly message: string;
  readonly remedy: string;
}

type Annotations = Readonly<Record<string, unknown>>;

/** The objectives of single failures, in seconds, by what stands in front of them. */
export function namedObjectives(annotations: Annotations): Map<string, number> {
  const objectives = new Map<string, number>();
  for (const entry of listed(annotations[IntentAnnotation.RECOVERY_OBJECTIVES])) {
    const [failure, duration] = partsOf(entry);
    const seconds = secondsOfGoDuration(duration);
    if (seconds !== undefined) {
      objectives.set(failure, seconds);
    }
  }
  return objectives;
}

/** The failures that are accepted to last, as they stand there. */
export function acceptedLosses(annotations: Annotations): readonly string[] {
  return listed(annotations[IntentAnnotation.ACCEPTED_LOSSES]);
}

/** What nobody can read of the annotations by which a VM is judged: without a word it would be held to nothing. */
export function unreadableIntent(annotations: Annotations): UnreadableIntent[] {
  const { RECOVERY_OBJECTIVE, BOOT_TIME } = IntentAnnotation;
  return [
    ...durationFaults(RECOVERY_OBJECTIVE, annotations[RECOVERY_OBJECTIVE], 'the VM is held to no objective'),
    ...listed(annotations[IntentAnnotation.RECOVERY_OBJECTIVES]).flatMap(objectiveFaults),
    ...acceptedLosses(annotations).flatMap((failure) => failureFaults(IntentAnnotation.ACCEPTED_LOSSES, failure, failure)),
    ...durationFaults(BOOT_TIME, annotations[BOOT_TIME], `a boot of ${BOOT_SECONDS} s is assumed`),
  ];
}

function objectiveFaults(entry: string): UnreadableIntent[] {
  const annotation = IntentAnnotation.RECOVERY_OBJECTIVES;
  const [failure, duration] = partsOf(entry);
  const faults = failureFaults(annotation, failure, entry);
  return faults.length > 0 ? faults : durationFaults(annotation, duration ?? '', 'nothing is accepted of this failure', entry);
}

function failureFaults(annotation: string, failure: string, shown: string): UnreadableIntent[] {
  return (FAILURE_CLASSES as readonly string[]).includes(failure)
    ? []
    : [
        {
          annotation,
          shown,
          message: 'there is no such failure class, and this entry says nothing',
          remedy: didYouMean(failure, FAILURE_CLASSES),
        },
      ];
}

function durationFaults(annotation: string, duration: unknown, effect: string, shown = duration): UnreadableIntent[] {
  return duration === undefined || secondsOfGoDuration(duration) !== undefined
    ? []
    : [{ annotation, shown, message: `this is no duration, and ${effect}`, remedy: durationRemedy(duration) }];
}

function durationRemedy(duration: unknown): string {
  const isBareNumber = secondsOfGoDuration(`${duration}s`) !== undefined;
  return isBareNumber ? `Write ${duration}s if that is seconds.` : 'Write a number with its unit, such as 600s or 10m.';
}

function partsOf(entry: string): readonly [failure: string, duration: string | undefined] {
  const [failure, duration] = entry.split('=').map((part) => part.trim());
  return [failure, duration];
}

function listed(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    : [];
}
