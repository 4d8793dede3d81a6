import { entryPath, IntentAnnotation, valueText } from '../facts';
import type { Manifest } from '../graph';
import type { RecoveryAssumption } from './reasons';
import type { Origin } from './recovery';
import { StepOrigin } from './step-origin';

/** A number with what says it. */
export interface Setting {
  readonly seconds: number;
  readonly origin: Origin;
}

export function behaviour(says: string, reference?: string): Origin {
  return { kind: StepOrigin.BEHAVIOUR, says, reference };
}

export function assumed(says: string, reference?: string): Origin {
  return { kind: StepOrigin.ASSUMED, says, reference };
}

/** A field of an object, or the default that applies in its place. */
export function field(manifest: Manifest, path: string, value: unknown, preset: string, reference?: string): Origin {
  const isSet = value !== undefined;
  const name = path.replace(/^spec\.(template\.)?(spec\.)?/, '');
  return {
    kind: isSet ? StepOrigin.FIELD : StepOrigin.DEFAULT,
    says: isSet ? `${name} ${valueText(value)}` : `${name} ${preset} by default`,
    manifest,
    path,
    value,
    reference,
  };
}

/** Seconds of a field that holds a number; anything else counts as the default. */
export function secondsField(manifest: Manifest, path: string, value: unknown, preset: number, reference?: string): Setting {
  const seconds = typeof value === 'number' ? value : preset;
  return { seconds, origin: field(manifest, path, typeof value === 'number' ? value : undefined, `${preset} s`, reference) };
}

/** What somebody could say in an annotation. */
export function annotationHint(annotation: string, of: string): string {
  return `annotation ${annotation} of ${of}`;
}

export function annotationPath(annotation: string): string {
  return entryPath('metadata.annotations', annotation);
}

export const BMC_POWER_ASSUMED: RecoveryAssumption = {
  id: 'bmc-power',
  what: 'The BMC of a host that loses its power has power of its own',
  say: annotationHint(IntentAnnotation.BMC_POWER, 'the health check or the template'),
};
