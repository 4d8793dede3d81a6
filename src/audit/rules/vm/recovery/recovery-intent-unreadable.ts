import { nearest } from '../../../../admission';
import { entryPath, IntentAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { unreadableIntent } from '../../../../recovery';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const recoveryIntentUnreadable: Rule<VirtualMachineView> = {
  id: 'recovery-intent-unreadable',
  title: 'What a VM says of its recovery can be read',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'Objectives, accepted losses and the time of a boot are annotations, which no API server checks. One that cannot be read is as good as ' +
    'none: the VM is held to nothing, and nobody is told.',
  remediation: 'Write durations as 600s or 10m, and failures by the names of their classes.',
  references: ['https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/recovery.md'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

const OWN = IntentAnnotation.HIGH_AVAILABILITY.slice(0, IntentAnnotation.HIGH_AVAILABILITY.indexOf('/') + 1);
const KNOWN: readonly string[] = Object.values(IntentAnnotation);

function evaluate({ manifest, annotations }: VirtualMachineView): Outcome {
  const names = Object.keys(annotations).filter((name) => name.startsWith(OWN));
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return [
    ...names.filter((name) => !KNOWN.includes(name)).flatMap((name) => misspelt(name, manifest, annotations[name])),
    ...unreadableIntent(annotations).map(({ annotation, shown, message, remedy }) => ({
      manifest,
      path: pathOf(annotation),
      value: annotations[annotation],
      shown: JSON.stringify(shown),
      message,
      remedy,
    })),
  ];
}

function misspelt(name: string, manifest: VirtualMachineView['manifest'], value: unknown): Violation[] {
  const meant = nearest(name, KNOWN);
  return meant === undefined
    ? []
    : [{ manifest, path: pathOf(name), value, message: 'nobody reads this annotation', remedy: `Did you mean ${meant}?` }];
}

function pathOf(annotation: string): string {
  return entryPath('metadata.annotations', annotation);
}
