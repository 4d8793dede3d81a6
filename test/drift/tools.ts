import { withDefaults } from '../../src/admission';
import { type FieldPath, fieldPathText, valueAt } from '../../src/facts';
import { isObject, type Manifest } from '../../src/graph';
import { BUILT_IN_DEFAULTS, Refusal, type Surroundings, updated } from './cluster';

/** The ways in which GitOps tools decide whether an object is as Git says. */
export type Tool = 'argo legacy' | 'argo structured merge' | 'argo server-side' | 'flux' | 'ocm' | 'ocm update';
/** All but one in which no manifest of a VM is ever as the cluster has it, and which works of ours do not use. */
export const TOOLS: readonly Tool[] = ['argo legacy', 'argo structured merge', 'argo server-side', 'flux', 'ocm'];

/** What a tool takes for different: paths of fields; or what it is refused. */
export function differencesSeen(tool: Tool, manifest: Manifest, live: Manifest, surroundings: Surroundings): string[] {
  try {
    return SEES[tool](manifest, live, surroundings).map(fieldPathText);
  } catch (error) {
    if (error instanceof Refusal) {
      return [`refused: ${error.message}`];
    }
    throw error;
  }
}

/** What the cluster has made of a manifest. */
export function written(manifest: Manifest, live: Manifest): FieldPath[] {
  return differences(manifest, live);
}

type Sees = (manifest: Manifest, live: Manifest, surroundings: Surroundings) => FieldPath[];

const SEES: Readonly<Record<Tool, Sees>> = {
  // https://github.com/argoproj/gitops-engine/blob/master/pkg/diff/diff.go (ThreeWayDiff): the annotation of the last apply is the manifest.
  'argo legacy': (manifest, live) => differences(readIntoTypes(manifest), withoutExtraFields(readIntoTypes(manifest), live) as Manifest),
  // The same file, structuredMergeDiff: what would be there after the apply, without asking the cluster.
  'argo structured merge': (manifest, live) => differences(merged(live, readIntoTypes(manifest), manifest.kind) as Manifest, live),
  // serverSideDiff: what the cluster answers, without what webhooks change in fields that the manifest does not set.
  'argo server-side': (manifest, live, surroundings) =>
    dryRun(manifest, live, surroundings).filter((path) => path.some((_, depth) => isSetTo(manifest, path.slice(0, depth + 1)))),
  // https://github.com/fluxcd/pkg/blob/main/ssa/manager_diff.go
  flux: dryRun,
  // https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/spoke/apply/server_side_apply.go: it applies, and asks nothing before.
  ocm: dryRun,
  // update_apply.go beside it, isSameUnstructured: kinds that it has no types for have to be equal, but for their metadata and status.
  'ocm update': (manifest, live) => differences(withoutHead(manifest), withoutHead(live)),
};

function withoutHead({ metadata: _, status: __, ...rest }: Manifest): unknown {
  return rest;
}

function dryRun(manifest: Manifest, live: Manifest, surroundings: Surroundings): FieldPath[] {
  return differences(updated(merged(live, manifest, manifest.kind) as Manifest, live, surroundings), live);
}

/** Whether the manifest has a value, or a list as a whole, at a place. */
function isSetTo(manifest: Manifest, path: FieldPath): boolean {
  const value = valueAt(manifest, path);
  return value !== undefined && !isObject(value);
}

/** Kinds of Kubernetes itself are filled in on both sides before they are compared. */
function readIntoTypes(manifest: Manifest): Manifest {
  const table = BUILT_IN_DEFAULTS[manifest.kind];
  if (table === undefined && manifest.kind !== 'HorizontalPodAutoscaler') {
    return manifest;
  }
  const surroundings = { architecture: '', cluster: undefined as any, configuration: {} };
  const filled: any = withDefaults(manifest, table ?? [], surroundings);
  return JSON.parse(JSON.stringify(filled), (key, value) =>
    Array.isArray(value) && value.length === 0 ? undefined : key === 'averageValue' ? String(value) : value,
  );
}

/** @see https://github.com/argoproj/gitops-engine/blob/master/pkg/utils/json/json.go */
function withoutExtraFields(manifest: unknown, live: unknown): unknown {
  if (isObject(manifest) && isObject(live)) {
    const names = Object.keys(manifest).filter((name) => Object.hasOwn(live, name));
    return Object.fromEntries(names.map((name) => [name, withoutExtraFields(manifest[name], live[name])]));
  }
  if (Array.isArray(manifest) && Array.isArray(live)) {
    return live.map((entry, index) => (index < manifest.length ? withoutExtraFields(manifest[index], entry) : entry));
  }
  return live;
}

/** Lists whose entries are known by keys; every other one is replaced as a whole. */
const LIST_KEYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  VirtualMachine: { topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'] },
  Route: { alternateBackends: ['name', 'kind'] },
  Service: { ports: ['port', 'protocol'] },
};

/** What is there after an apply to an object that is there: maps are merged, lists replaced, as in server-side apply. */
function merged(live: unknown, manifest: unknown, kind: string, name = ''): unknown {
  if (isObject(manifest) && isObject(live)) {
    const both = Object.entries(manifest).map(([key, value]) => [key, merged(live[key], value, kind, key)]);
    return { ...live, ...Object.fromEntries(both) };
  }
  const keys = LIST_KEYS[kind]?.[name];
  if (keys !== undefined && Array.isArray(manifest) && Array.isArray(live)) {
    const isSame = (one: any, other: any) => keys.every((key) => one[key] === undefined || one[key] === other[key]);
    return manifest.map((entry) =>
      merged(
        live.find((present) => isSame(entry, present)),
        entry,
        kind,
      ),
    );
  }
  return manifest;
}

/** The paths at which two values differ. */
function differences(one: unknown, other: unknown, path: FieldPath = []): FieldPath[] {
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) =>
      differences(one[name], other[name], [...path, name]),
    );
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).flatMap((index) =>
      differences(one[index], other[index], [...path, index]),
    );
  }
  return Object.is(one, other) ? [] : [path];
}
