import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isGoDuration } from '../../../facts';
import { exportsOf, type Manifest, snapshots, specOf } from '../../../graph';
import { withoutSpaces } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const DURATIONS: Record<string, string> = { VirtualMachineSnapshot: 'failureDeadline', VirtualMachineExport: 'ttlDuration' };

export const snapshotDurationInvalid: Rule<Manifest> = {
  id: 'snapshot-duration-invalid',
  title: 'Deadlines of snapshots and lifetimes of exports are durations',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt reads them as durations of Go, with a unit behind each number, and refuses the object when it cannot.',
  remediation: 'Write it as 5m or 1h30m.',
  references: [ProtectionSource.SNAPSHOT_ADMITTER, ProtectionSource.EXPORT_ADMITTER, 'https://pkg.go.dev/time#ParseDuration'],
  mentions: Object.values(DURATIONS),
  subjects: (graph) => [...snapshots(graph), ...exportsOf(graph)],
  evaluate: (manifest) => {
    const field = DURATIONS[manifest.kind];
    const value: unknown = specOf(manifest)[field];
    if (typeof value !== 'string') {
      return NOT_APPLICABLE;
    }
    const message = `KubeVirt cannot read this as a duration, and refuses the ${manifest.kind}`;
    const path = `spec.${field}`;
    const fix = withoutSpaces(path, value, isGoDuration);
    return isGoDuration(value) ? [] : [{ manifest, path, value, message, remedy: 'Write it as 5m or 1h30m.', fix }];
  },
};
