import { ClusterProfile } from '../../src/cluster';
import { type FailureClass, IntentAnnotation } from '../../src/facts';
import { type Manifest, ManifestGraph } from '../../src/graph';
import { type Interval, type Recovery, recoveryOf } from '../../src/recovery';
import type { Phase } from './phase';

/** What this library says of a failure of a VM, in seconds from the failure on. */
export interface Prediction {
  /** Who may notice, by the names of the model. */
  readonly noticedBy: readonly string[];
  /** When it is noticed; without bounds: never. */
  readonly noticed: Interval;
  readonly phase: Phase;
  /** When the service answers again; without bounds: never. */
  readonly outage: Interval;
  /** The ids of what is taken for granted. */
  readonly assumptions: readonly string[];
}

/** The prediction for the only VM of some manifests, whose guest takes so many seconds to boot. */
export function predict(manifests: readonly Manifest[], failure: FailureClass, bootSeconds: number): Prediction {
  const graph = new ManifestGraph(manifests.map((manifest) => withBootTime(manifest, bootSeconds)));
  const recovery = recoveryOf(graph.virtualMachines[0], failure, graph, ClusterProfile.kubevirt('1.9'));
  const first = recovery.steps.filter(({ after }) => after.length === 0);
  return {
    noticedBy: first.map(({ actor }) => actor),
    noticed: {
      best: Math.min(...first.map(({ end }) => end.best ?? Infinity)),
      worst: Math.max(...first.map(({ end }) => end.worst ?? Infinity)),
    },
    phase: phaseIn(recovery),
    outage: recovery.outage,
    assumptions: recovery.assumptions.map(({ id }) => id),
  };
}

function withBootTime(manifest: Manifest, seconds: number): Manifest {
  const annotations = { ...manifest.metadata?.annotations, [IntentAnnotation.BOOT_TIME]: `${Math.ceil(seconds)}s` };
  return manifest.kind === 'VirtualMachine' ? { ...manifest, metadata: { ...manifest.metadata, annotations } } : manifest;
}

/** An instance that is not followed by another runs on; a step says how one that is has ended. */
function phaseIn({ steps }: Recovery): Phase {
  const next = steps.find(({ id }) => id === 'next-instance');
  return next === undefined ? 'Running' : next.what.includes('has failed') ? 'Failed' : 'Succeeded';
}
