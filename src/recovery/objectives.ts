import type { ClusterProfile } from '../cluster';
import { FAILURE_CLASSES, FailureClass, IntentAnnotation, secondsOfGoDuration } from '../facts';
import type { ManifestGraph, VirtualMachineView } from '../graph';
import { acceptedLosses, namedObjectives } from './intent';
import { annotationPath } from './origins';
import type { Recovery } from './recovery';
import { RecoveryVerdict } from './recovery-verdict';
import { surroundingsOf } from './surroundings';

/** The longest outage that is accepted after a failure. */
export interface Objective {
  readonly failure: FailureClass;
  readonly seconds: number;
  /** The manifest path of the annotation that says it, and what stands there. */
  readonly path: string;
  readonly value: string;
  /** Whether it is said of this failure; else it is that of all failures. */
  readonly isNamed: boolean;
}

/**
 * Failures that an objective of all failures is not about. Nothing that can be written into manifests brings a VM back while its storage
 * is away, and without a control plane it runs on.
 */
const NOT_COVERED: readonly FailureClass[] = [FailureClass.STORAGE_ERROR, FailureClass.CONTROL_PLANE];

const SEVERAL_ZONES = 2;

/**
 * What is accepted for a VM, by failure: its own objective, or that of all failures. The loss of a zone is among these where the cluster
 * is known to have several: in one zone nobody can mean it.
 */
export function objectivesOf(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): Objective[] {
  const { annotations } = vm;
  const named = namedObjectives(annotations);
  const accepted = acceptedLosses(annotations);
  const general = annotations[IntentAnnotation.RECOVERY_OBJECTIVE];
  const seconds = secondsOfGoDuration(general);
  return FAILURE_CLASSES.filter((failure) => !accepted.includes(failure)).flatMap((failure): Objective[] => {
    const own = named.get(failure);
    if (own !== undefined) {
      const value = annotations[IntentAnnotation.RECOVERY_OBJECTIVES];
      return [{ failure, seconds: own, path: annotationPath(IntentAnnotation.RECOVERY_OBJECTIVES), value, isNamed: true }];
    }
    return seconds !== undefined && isCovered(failure, graph, cluster)
      ? [{ failure, seconds, path: annotationPath(IntentAnnotation.RECOVERY_OBJECTIVE), value: general, isNamed: false }]
      : [];
  });
}

function isCovered(failure: FailureClass, graph: ManifestGraph, cluster: ClusterProfile): boolean {
  if (failure === FailureClass.ZONE_LOSS) {
    return new Set(surroundingsOf(graph, cluster).nodes.map(({ zone }) => zone)).size >= SEVERAL_ZONES;
  }
  return !NOT_COVERED.includes(failure);
}

/** Whether a recovery is within its objective. */
export function verdictOf({ outage, certain, never }: Recovery, { seconds, isNamed }: Objective): RecoveryVerdict {
  if (outage.worst !== undefined && outage.worst <= seconds) {
    return RecoveryVerdict.KEPT;
  }
  if (never?.id === 'undetected' && !isNamed) {
    return RecoveryVerdict.OPEN;
  }
  return certain === undefined || certain > seconds ? RecoveryVerdict.MISSED : RecoveryVerdict.AT_RISK;
}
