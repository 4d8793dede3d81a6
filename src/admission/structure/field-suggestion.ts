import { pathsOfField, type Shape } from '../../imports/field-table';
import { didYouMean } from '../did-you-mean';

/** What the author of an unknown field may have meant: another spelling, or another place. */
export function fieldSuggestion(groupAndKind: string, name: string, shape: Shape): string {
  const siblings = Object.keys(shape.fields ?? {});
  const spelling = didYouMean(name, siblings);
  if (spelling.startsWith('Did you mean')) {
    return spelling;
  }
  const [elsewhere] = pathsOfField(groupAndKind, name);
  if (elsewhere !== undefined) {
    return `Did you mean ${elsewhere}?`;
  }
  return 'No known release has such a field here: remove it, or keep it for a newer one.';
}
