import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, objectsOf } from '../graph';
import { yamlValues } from './yaml-values';

/** What a file is for. */
export enum FileRole {
  /** It holds manifests, or what is told apart from them document by document. */
  MANIFESTS,
  /** It belongs to a tool: settings, values of a chart, patches for what is elsewhere. */
  ASIDE,
  /** Helm makes manifests of it. */
  TEMPLATES,
}

const KUSTOMIZATION = /^kustomization\.ya?ml$/i;
const CHART = 'Chart.yaml';

/** What the files in a folder are for, by their names: those of a Helm chart, and those that a kustomization names as patches. */
export function fileRoles(folder: string, names: readonly string[]): (name: string) => FileRole {
  const isChart = names.includes(CHART);
  const patches = new Set(names.filter((name) => KUSTOMIZATION.test(name)).flatMap((name) => patchFiles(join(folder, name))));
  return (name) => {
    const isOfChart = isChart && (name === CHART || /^values.*\.(ya?ml|json)$/.test(name));
    return isOfChart || KUSTOMIZATION.test(name) || patches.has(name) ? FileRole.ASIDE : FileRole.MANIFESTS;
  };
}

/** What the files below a folder of a folder are for. */
export function innerRole(names: readonly string[], folder: string): FileRole {
  return names.includes(CHART) && folder === 'templates' ? FileRole.TEMPLATES : FileRole.MANIFESTS;
}

/** The files in the same folder that a kustomization applies to other objects. */
function patchFiles(path: string): string[] {
  const kustomization = contents(path);
  if (!isObject(kustomization)) {
    return [];
  }
  const { patches, patchesJson6902, patchesStrategicMerge, replacements, transformers, configurations } = kustomization;
  const named = [patches, patchesJson6902, replacements].flatMap((list) => objectsOf(list).map((entry) => entry.path));
  const listed = [patchesStrategicMerge, transformers, configurations].flatMap((list) => (Array.isArray(list) ? list : []));
  return [...named, ...listed].filter((name) => typeof name === 'string').map((name) => name.replace(/^\.\//, ''));
}

function contents(path: string): unknown {
  try {
    return yamlValues(readFileSync(path, 'utf8')).values[0];
  } catch {
    return undefined;
  }
}
