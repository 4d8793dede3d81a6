import { apiGroup, type Manifest } from '../../graph';
import { fieldTable, type KindEntry } from '../../imports/field-table';
import { FIRST_KUBERNETES_SHAPE, kubernetesKinds } from '../../imports/kubernetes-table';

/** What is known of the structure of a manifest's kind; undefined: nothing. */
export function kindEntry(manifest: Manifest): KindEntry | undefined {
  const groupAndKind = `${apiGroup(manifest)}/${manifest.kind}`;
  return entryIn(fieldTable().kinds, groupAndKind) ?? entryIn(kubernetesKinds(), groupAndKind);
}

/** Whether a kind is one that Kubernetes itself brings: no release of KubeVirt decides what is in it. */
export function isOfKubernetes(kind: KindEntry): boolean {
  return kind.root >= FIRST_KUBERNETES_SHAPE;
}

function entryIn(kinds: Readonly<Record<string, KindEntry>>, groupAndKind: string): KindEntry | undefined {
  return Object.hasOwn(kinds, groupAndKind) ? kinds[groupAndKind] : undefined;
}
