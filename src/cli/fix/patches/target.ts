import { isKnownClusterWide } from '../../../admission';
import { apiGroup, type Manifest } from '../../../graph';
import type { JudgedFiles } from '../judged-files';

/** How a kustomization names the object that a patch is for. Group and names are regular expressions there. */
export interface PatchTarget {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/**
 * The target of a patch.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function targetOf(manifest: Manifest): PatchTarget {
  const { name } = manifest.metadata ?? {};
  const namespace = namespaceOf(manifest);
  const group = apiGroup(manifest);
  return {
    group: group === '' ? '^$' : group,
    version: manifest.apiVersion.slice(group === '' ? 0 : group.length + 1),
    kind: manifest.kind,
    name: escaped(String(name)),
    ...(namespace === undefined ? {} : { namespace: escaped(namespace) }),
  };
}

/** Kustomize takes none for an object of the whole cluster, be one written or not. */
function namespaceOf(manifest: Manifest): string | undefined {
  return isKnownClusterWide(manifest) ? undefined : manifest.metadata?.namespace;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Why no patch can be for an object and for nothing else; undefined: one can. */
export class Targets {
  private readonly counts = new Map<string, number>();

  public constructor({ files }: JudgedFiles) {
    for (const { manifest } of files.flatMap((file) => file.manifests)) {
      const namespace = manifest && namespaceOf(manifest);
      for (const place of namespace === undefined ? [undefined] : [namespace, undefined]) {
        const key = keyOf(manifest, place);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
    }
  }

  public refusalOf(manifest: Manifest): string | undefined {
    const { name } = manifest.metadata ?? {};
    if (typeof name !== 'string' || typeof manifest.apiVersion !== 'string' || typeof manifest.kind !== 'string') {
      return 'A patch needs an object with a name';
    }
    return (this.counts.get(keyOf(manifest, namespaceOf(manifest))) ?? 0) > 1
      ? 'More than one object has this name: a patch would change them all'
      : undefined;
  }
}

function keyOf(manifest: Manifest | undefined, namespace: unknown): string {
  return JSON.stringify([manifest?.apiVersion, manifest?.kind, manifest?.metadata?.name, namespace]);
}
