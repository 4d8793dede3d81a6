import { GitOpsSource } from '../../../admission';
import { ARGO_GROUP, ArgoAnnotation, FluxAnnotation, KINDS_WITH_DATA } from '../../../facts';
import { apiGroup, displayName, gitOpsUse, isKeptFromPruning, type Manifest, type ManifestGraph, syncedOfKind } from '../../../graph';
import { settingEntries } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const gitopsPruneDeletesData: Rule<Manifest> = {
  id: 'gitops-prune-deletes-data',
  title: 'VMs and disks are not pruned without being asked',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'A tool that prunes deletes what is no longer in its folder: a file that was moved, a wrong path and a failed build are enough. With a ' +
    'VM go the disks of its templates, with a DataVolume its claim.',
  remediation: 'Have Argo CD ask (sync-options Prune=confirm,Delete=confirm), or Flux leave it (prune: disabled).',
  references: [GitOpsSource.ARGO_SYNC_OPTIONS, GitOpsSource.FLUX_KUSTOMIZATIONS],
  subjects: (graph) => KINDS_WITH_DATA.flatMap(([group, kind]) => syncedOfKind(graph, group, kind)),
  evaluate,
};

function evaluate(manifest: Manifest, { graph }: RuleContext): Outcome {
  const { pruning } = gitOpsUse(graph);
  if (pruning === undefined || (manifest.kind === 'Namespace' && !hasData(manifest, graph))) {
    return NOT_APPLICABLE;
  }
  if (isKeptFromPruning(manifest)) {
    return [];
  }
  const isArgo = apiGroup(pruning) === ARGO_GROUP;
  const [key, option] = isArgo ? [ArgoAnnotation.SYNC_OPTIONS, 'Prune=confirm,Delete=confirm'] : [FluxAnnotation.PRUNE, 'disabled'];
  const annotations = manifest.metadata?.annotations;
  const present = annotations?.[key];
  const value = isArgo && typeof present === 'string' && present !== '' ? `${present},${option}` : option;
  const message = `${displayName(pruning)} deletes it, with its data, when its manifest is no longer found`;
  const remedy = `Set the annotation ${key}: ${value}.`;
  const fix = settingEntries(manifest, 'metadata.annotations', { [key]: value });
  return [{ manifest, path: 'metadata.annotations', value: annotations, message, remedy, fix }];
}

function hasData({ metadata }: Manifest, graph: ManifestGraph): boolean {
  return KINDS_WITH_DATA.some(([group, kind]) => graph.ofKind(group, kind).some((object) => object.metadata?.namespace === metadata?.name));
}
