import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, restores, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const PLACES = ['/spec/', '/metadata/labels/', '/metadata/annotations/'];

export const restorePatchInvalid: Rule<Manifest> = {
  id: 'restore-patch-invalid',
  title: 'Patches of a restore can be read by KubeVirt and stay in the places it allows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt takes each patch apart at commas and colons, without regard to quotes, and refuses it when a part has not exactly one colon, or when it patches anything but the spec, the labels and the annotations.',
  remediation: 'Write {"op": "replace", "path": "/spec/…", "value": …} with values that have no comma and no colon.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restores,
  evaluate: (restore) => {
    const { patches } = specOf(restore);
    if (!Array.isArray(patches) || patches.length === 0) {
      return NOT_APPLICABLE;
    }
    return patches.flatMap((patch, index) => {
      const fault = typeof patch === 'string' ? faultOf(patch) : undefined;
      return fault === undefined
        ? []
        : [{ manifest: restore, path: `spec.patches[${index}]`, value: patch, shown: shownPatch(patch), ...fault }];
    });
  },
};

/** What it does and where, without the value that it writes; undefined: it does not say. */
function shownPatch(patch: string): string | undefined {
  const texts = (key: string) => [...patch.matchAll(new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`, 'g'))].map(([, text]) => text);
  const [operations, paths] = [texts('op'), texts('path')];
  return paths.length === 0 ? undefined : `${operations.join(', ')} ${paths.join(', ')}`.trim();
}

function faultOf(patch: string): { message: string; remedy: string } | undefined {
  const pairs = withoutBraces(patch)
    .split(',')
    .map((pair) => pair.split(':'));
  if (pairs.some((pair) => pair.length !== 2)) {
    const message = 'KubeVirt reads the patch by its commas and colons, finds a part that is no pair, and refuses the restore';
    return { message, remedy: 'Use a value without comma and colon, or change the VM after the restore.' };
  }
  const paths = pairs.filter(([key]) => key.trim() === '"path"').map(([, path]) => path.trim());
  if (!paths.every((path) => PLACES.some((place) => path.startsWith(`"${place}`)))) {
    const message = 'KubeVirt patches only the spec, the labels and the annotations of a restored VM, and refuses the restore';
    return { message, remedy: `Patch below ${PLACES.join(', ')}.` };
  }
  return undefined;
}

/** Without the braces at both ends, however many. */
function withoutBraces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBrace(text[start])) {
    start++;
  }
  while (end > start && isBrace(text[end - 1])) {
    end--;
  }
  return text.slice(start, end);
}

function isBrace(character: string): boolean {
  return character === '{' || character === '}';
}
