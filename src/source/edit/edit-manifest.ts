import { isDeepStrictEqual } from 'node:util';
import { type PatchOperation, patched, pointerOf, valueAt } from '../../facts';
import { isObject } from '../../graph';
import type { SourceManifest } from '../source-file';
import { isTemplate } from '../template';
import { yamlValues } from '../yaml-values';
import { splicesOf } from './apply-change';
import { changesBetween } from './changes';
import { DocumentText } from './document-text';
import { EditRefusal } from './refusal';
import { type Splice, spliced, splicesBetween } from './splice';

/** A text in which a manifest is changed, or why it cannot be. */
export type EditedText = { readonly text: string } | { readonly refusal: string };

/**
 * Changes a manifest in the text that it stands in, and nothing else there: comments, order, quotes, anchors, blank lines and line
 * ends stay. Nothing is changed where others share what would change, or where the text is not what reading it again has to give.
 *
 * @param text the text of its piece, which may have been changed since it was read
 */
export function editManifest(
  { piece, document, path }: SourceManifest,
  operations: readonly PatchOperation[],
  text = piece.text,
): EditedText {
  try {
    return { text: editedText(text, document, path, operations) };
  } catch (error) {
    if (error instanceof EditRefusal) {
      return { refusal: error.message };
    }
    throw error;
  }
}

/** The pieces of a file that another version of a manifest's text changes, and what to write there. */
export function splicesInFile({ piece }: SourceManifest, text: string): Splice[] {
  const splices = splicesBetween(piece.text, text);
  return splices.map(({ start, end, text: inserted }) => ({ start: piece.offset + start, end: piece.offset + end, text: inserted }));
}

const UNCERTAIN = 'The text cannot be changed without changing more than that';

function editedText(text: string, document: number, path: SourceManifest['path'], operations: readonly PatchOperation[]): string {
  const { values, faults } = yamlValues(text);
  if (faults.length > 0) {
    throw new EditRefusal('What is wrong with the file has to be put right first');
  }
  const before = values[document];
  if (path.some((_, index) => isTemplateObject(valueAt(before, path.slice(0, index))))) {
    throw new EditRefusal('It is made of a template: change the template');
  }
  const pointer = pointerOf(path);
  const wanted = patched(
    before,
    operations.map((operation) => ({ ...operation, path: `${pointer}${operation.path}` })),
  );
  if (wanted === undefined) {
    throw new EditRefusal('The field is not written there');
  }
  const changed = changesBetween(before, wanted).reduce((current, change) => {
    const written = new DocumentText(current, document, values.length);
    return spliced(current, splicesOf(written, change));
  }, text);
  const after = yamlValues(changed);
  const all = values.map((value, index) => (index === document ? wanted : value));
  if (after.faults.length > 0 || !isDeepStrictEqual(after.values, all)) {
    throw new EditRefusal(UNCERTAIN);
  }
  return changed;
}

function isTemplateObject(value: unknown): boolean {
  return isObject(value) && isTemplate(value);
}
