import { isUnknownPlace } from '../../admission/structure/unknown-places';
import { counted, type FieldPath, fieldPathText, printable, shownValue } from '../../facts';
import type { Manifest } from '../../graph';
import type { ComparedObject, FieldDifference } from './differences';

/** What differs between clusters, for people: what all have alike is counted only. */
export function differencesText(clusters: readonly string[], objects: readonly ComparedObject[]): string {
  const same = objects.filter((object) => object.missing.length === 0 && object.fields.length === 0);
  const differing = objects.filter((object) => object.fields.length > 0);
  const partial = objects.filter((object) => object.missing.length > 0);
  const head =
    `${clusters.length} clusters: ${clusters.map(printable).join(', ')}\n` +
    `${counted(objects.length, 'object')}: ${same.length} the same on all, ${differing.length} with differences, ` +
    `${partial.length} not on all\n`;
  const sections = [
    section('Differs', differing.map(differingText)),
    section(
      'Only on',
      partial.map((object) => `  ${titleOf(object)}: ${having(object.clusters)}\n`),
    ),
  ];
  return [head, ...sections].filter((text) => text !== '').join('\n');
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}\n${entries.join('')}`;
}

function differingText(object: ComparedObject): string {
  return `  ${titleOf(object)}\n${object.fields.map((field) => fieldText(field, object)).join('')}`;
}

function fieldText({ path, values }: FieldDifference, { example }: ComparedObject): string {
  const rows = values.map(({ value, clusters }) => ({ shown: shownIn(example, path, value), clusters }));
  const width = Math.min(WIDEST, Math.max(...rows.map(({ shown }) => shown.length)));
  const lines = rows.map(({ shown, clusters }) => `      ${shown.padEnd(width)}  ${having(clusters)}\n`);
  return `    ${printable(fieldPathText(path))}\n${lines.join('')}`;
}

/** What may be shown of a value in an object: no secret, and nothing that nobody knows. */
export function shownIn(object: Manifest, path: FieldPath, value: unknown): string {
  return shownValue(value, { path, root: object, isUnknown: (place) => isUnknownPlace(object, place, place) });
}

const WIDEST = 48;

function titleOf({ kind, name, namespaces }: ComparedObject): string {
  const [namespace] = namespaces.length === 1 ? namespaces : [undefined];
  return printable(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

function having(clusters: readonly string[]): string {
  return clusters.map(printable).join(', ');
}
