import { groupIn, isClusterScoped, OCM_WORK_GROUP, OCM_WORK_KINDS, resourceOfKind } from '../facts';
import { isObject, type Manifest, objectsOf } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A work of Open Cluster Management: an object on the hub that carries those of a managed cluster within itself. */
export interface WorkView {
  readonly manifest: Manifest;
  /** The path to what a ManifestWork has as its spec. */
  readonly specPath: string;
  /** What stands there. */
  readonly spec: Record<string, any>;
  /** What it delivers, in its order. */
  readonly delivered: readonly DeliveredManifest[];
}

/** An object within a work. */
export interface DeliveredManifest {
  readonly object: Manifest;
  /** Where it stands in the work. */
  readonly path: string;
  /** Whether the work deletes it: with itself, or when it is taken out. */
  readonly isOwned: boolean;
  /** How it is written when it is there already. */
  readonly updateStrategy: string;
}

/** The works among the manifests. */
export function worksIn(graph: ManifestGraph): WorkView[] {
  return OCM_WORK_KINDS.flatMap(([kind, spec]) => graph.ofKind(OCM_WORK_GROUP, kind).map((manifest) => workView(manifest, spec)));
}

/** The work that a document is; undefined: it is none. */
export function workViewOf(document: unknown): WorkView | undefined {
  if (!isObject(document) || groupIn(String(document.apiVersion)) !== OCM_WORK_GROUP) {
    return undefined;
  }
  const found = OCM_WORK_KINDS.find(([kind]) => kind === document.kind);
  return found && workView(document as Manifest, found[1]);
}

function workView(manifest: Manifest, path: readonly string[]): WorkView {
  const found = path.reduce((value: any, field) => value?.[field], manifest);
  const spec = isObject(found) ? found : {};
  const specPath = path.join('.');
  const manifests: unknown = spec.workload?.manifests;
  const delivered = (Array.isArray(manifests) ? manifests : []).flatMap((object, index) =>
    isObject(object) ? [deliveredManifest(object as unknown as Manifest, `${specPath}.workload.manifests[${index}]`, spec)] : [],
  );
  return { manifest, specPath, spec, delivered };
}

function deliveredManifest(object: Manifest, path: string, spec: Record<string, any>): DeliveredManifest {
  const named = identifierOf(object);
  const strategies = objectsOf(spec.manifestConfigs).filter(({ resourceIdentifier }) => isMeant(named, resourceIdentifier));
  const updateStrategy = strategies.find((config) => isObject(config.updateStrategy))?.updateStrategy.type;
  return { object, path, isOwned: isOwned(named, spec.deleteOption), updateStrategy: updateStrategy ?? 'Update' };
}

/** How rules of a work name an object. */
export interface ResourceIdentifier {
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly namespace: string;
}

/** The name of an object in rules of a work: what belongs to no namespace has none there, whatever it says. */
export function identifierOf({ apiVersion, kind, metadata }: Manifest): ResourceIdentifier {
  const group = groupIn(String(apiVersion));
  const namespace = isClusterScoped(group, kind) ? '' : String(metadata?.namespace ?? '');
  return { group, resource: resourceOfKind(String(kind)), name: String(metadata?.name ?? ''), namespace };
}

/** @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/helper/helpers.go (`OwnedByTheWork`) */
function isOwned(named: ResourceIdentifier, option: any): boolean {
  if (!isObject(option) || option.propagationPolicy === 'Foreground') {
    return true;
  }
  const isOrphaned = (rule: Record<string, any>) =>
    (rule.group ?? '') === named.group &&
    rule.resource === named.resource &&
    rule.name === named.name &&
    (rule.namespace ?? '') === named.namespace;
  return option.propagationPolicy !== 'Orphan' && !objectsOf(option.selectivelyOrphans?.orphaningRules).some(isOrphaned);
}

/** @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/helper/helpers.go (`FindManifestConfiguration`) */
function isMeant(named: ResourceIdentifier, meant: any): boolean {
  return (
    isObject(meant) &&
    (meant.group ?? '') === named.group &&
    meant.resource === named.resource &&
    matches(named.namespace, meant.namespace) &&
    matches(named.name, meant.name)
  );
}

/** A star stands for any letters. */
function matches(text: string, pattern: unknown): boolean {
  const parts = String(pattern ?? '').split('*');
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (parts.length === 1) {
    return text === first;
  }
  let rest = text.startsWith(first) ? text.slice(first.length) : undefined;
  for (const part of parts.slice(1, -1)) {
    const at = rest?.indexOf(part) ?? -1;
    rest = at < 0 ? undefined : rest?.slice(at + part.length);
  }
  return rest?.endsWith(last) === true;
}
