import {
  ARGO_GROUP,
  ArgoAnnotation,
  FLUX_KUSTOMIZE_GROUP,
  FluxAnnotation,
  GITOPS_KEY_PREFIXES,
  GITOPS_KINDS,
  syncOptionsIn,
} from '../facts';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import { perGraph } from './per-graph';

/** What tells that a GitOps tool keeps applying the objects of a graph. */
export interface GitOpsUse {
  /** Whether some tool is seen to be in use: by an object of its own, or by what it is told on others. */
  readonly isSeen: boolean;
  /** An object of a tool that deletes what is no longer in its folder; undefined: none is seen to. */
  readonly pruning?: Manifest;
}

/** Nobody who applies manifests by hand is told of what only such a tool minds: where none is seen, none is assumed. */
export const gitOpsUse: (graph: ManifestGraph) => GitOpsUse = perGraph((graph) => {
  const tools = GITOPS_KINDS.flatMap(([group, kind]) => graph.ofKind(group, kind));
  return { isSeen: tools.length > 0 || graph.manifests.some(isTold), pruning: tools.find(prunes) };
});

/** The objects that a GitOps tool keeps applying: none where no tool is seen. */
export function syncedOfKind(graph: ManifestGraph, group: string, kind: string): readonly Manifest[] {
  const objects = graph.ofKind(group, kind).filter((manifest) => !graph.isSurrounding(manifest));
  return objects.length > 0 && gitOpsUse(graph).isSeen ? objects.filter((manifest) => !isLeftAlone(manifest)) : [];
}

/** Whether a tool leaves the object alone once it is there, or applies it around a sync only. */
export function isLeftAlone({ metadata }: Manifest): boolean {
  const annotations = metadata?.annotations ?? {};
  const isParked =
    annotations[FluxAnnotation.RECONCILE] === 'disabled' || ['Ignore', 'IfNotPresent'].includes(annotations[FluxAnnotation.SSA]);
  return isParked || annotations[ArgoAnnotation.HOOK] !== undefined;
}

/** Whether a tool is kept from deleting the object without being asked. */
export function isKeptFromPruning({ metadata }: Manifest): boolean {
  const annotations = metadata?.annotations ?? {};
  const options = syncOptionsIn(annotations[ArgoAnnotation.SYNC_OPTIONS]);
  return annotations[FluxAnnotation.PRUNE] === 'disabled' || options.some((option) => ['Prune=confirm', 'Prune=false'].includes(option));
}

function isTold({ metadata }: Manifest): boolean {
  return hasKey(metadata?.annotations) || hasKey(metadata?.labels);
}

function hasKey(entries: unknown): boolean {
  return isObject(entries) && Object.keys(entries).some((key) => GITOPS_KEY_PREFIXES.some((prefix) => key.startsWith(prefix)));
}

function prunes({ apiVersion, kind, spec }: Manifest): boolean {
  if (apiVersion.startsWith(`${ARGO_GROUP}/`)) {
    const application = kind === 'ApplicationSet' ? spec?.template?.spec : spec;
    return application?.syncPolicy?.automated?.prune === true;
  }
  return apiVersion.startsWith(`${FLUX_KUSTOMIZE_GROUP}/`) && spec?.prune === true;
}
