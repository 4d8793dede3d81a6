import { GitOpsSource } from '../../../admission';
import { ArgoAnnotation, entryPath, FluxAnnotation, KINDS_WITH_DATA, syncOptionsIn } from '../../../facts';
import type { Manifest } from '../../../graph';
import { safeRemoval, safeSetting } from '../../fix';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

const REPLACING = ['Replace=true', 'Force=true'];

export const gitopsReplacesData: Rule<Manifest> = {
  id: 'gitops-replaces-data',
  title: 'A GitOps tool does not replace VMs and disks',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'Where a field cannot be changed, a tool that may force deletes the object and makes it anew: the disks of a VM, or the claim of a ' +
    'DataVolume, go with it. A VM that is replaced in place loses the UUID that KubeVirt gave it.',
  remediation: 'Remove the option. A disk with another image gets another name.',
  references: [GitOpsSource.ARGO_SYNC_OPTIONS, GitOpsSource.FLUX_KUSTOMIZATIONS, GitOpsSource.IMMUTABLE_DATA_VOLUME],
  mentions: [ArgoAnnotation.SYNC_OPTIONS, FluxAnnotation.FORCE],
  subjects: (graph) => KINDS_WITH_DATA.flatMap(([group, kind]) => graph.ofKind(group, kind)),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const annotations = manifest.metadata?.annotations ?? {};
  return [...ofArgo(manifest, annotations), ...ofFlux(manifest, annotations)];
}

function ofArgo(manifest: Manifest, { [ArgoAnnotation.SYNC_OPTIONS]: value }: Record<string, unknown>): NonNullable<Outcome> {
  const options = syncOptionsIn(value);
  const replacing = options.find((option) => REPLACING.includes(option));
  if (replacing === undefined) {
    return [];
  }
  const path = entryPath('metadata.annotations', ArgoAnnotation.SYNC_OPTIONS);
  const others = options.filter((option) => !REPLACING.includes(option)).join(',');
  const message = `with ${replacing} Argo CD replaces the object, or deletes it and makes it anew: what hangs on it, such as disks, may be lost`;
  const fix = others === '' ? safeRemoval(path) : safeSetting(path, others);
  return [{ manifest, path, value, message, remedy: `Remove ${replacing}.`, fix: { ...fix, safe: false } }];
}

function ofFlux(manifest: Manifest, { [FluxAnnotation.FORCE]: value }: Record<string, unknown>): NonNullable<Outcome> {
  const path = entryPath('metadata.annotations', FluxAnnotation.FORCE);
  const message = 'Flux deletes the object and makes it anew where a field cannot be changed: what hangs on it, such as disks, is lost';
  return String(value).toLowerCase() === 'enabled'
    ? [{ manifest, path, value, message, remedy: 'Remove the annotation.', fix: { ...safeRemoval(path), safe: false } }]
    : [];
}
