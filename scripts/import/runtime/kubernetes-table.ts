import type { KindEntry, Shape } from './field-table';

/** The structures of kinds that Kubernetes itself brings are counted from here, those of CustomResourceDefinitions from 0. */
export const FIRST_KUBERNETES_SHAPE = 100_000;

const KINDS = '';

/** The structures, one on a line: an app needs few of them. */
const SHAPES = '';

let kinds: { readonly [groupAndKind: string]: KindEntry } | undefined;
let lines: readonly string[] | undefined;
const shapes: Shape[] = [];

/** The kinds that Kubernetes itself brings, by `<group>/<Kind>`, such as `/Service`; parsed when they are first asked for. */
export function kubernetesKinds(): { readonly [groupAndKind: string]: KindEntry } {
  kinds ??= JSON.parse(KINDS) as { readonly [groupAndKind: string]: KindEntry };
  return kinds;
}

/** The structure with this index. Its API server takes null for a field that is not set, wherever it stands. */
export function kubernetesShapeAt(index: number): Shape {
  lines ??= SHAPES.split('\n');
  const position = index - FIRST_KUBERNETES_SHAPE;
  shapes[position] ??= { ...(JSON.parse(lines[position]) as Shape), nullable: true };
  return shapes[position];
}
