import { fieldTable } from '../../imports/field-table';

/** The apiVersion of a kind that exists in one group only of those known here. */
export function apiVersionOf(kind: unknown): string | undefined {
  const { kinds } = fieldTable();
  const keys = Object.keys(kinds).filter((key) => key.slice(key.indexOf('/') + 1) === kind);
  return keys.length === 1 ? `${keys[0].slice(0, keys[0].indexOf('/'))}/${kinds[keys[0]].version}` : undefined;
}
