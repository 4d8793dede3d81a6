import type { TextPiece } from './split-documents';

/** A list in pieces, of which each is a list of one item. */
export interface ListPieces {
  /** What stands around the items: the kind and the metadata of the list. */
  readonly frame: string;
  readonly items: readonly TextPiece[];
}

const ITEMS = /^items:[ \t]*(?:\r\n|\n)(?=- )/m;
const ITEM_OR_KEY = /^(?:- |[^\s#-])/gm;
/** A shorter document is read in one piece. */
const LONG = 256 * 1024;

/**
 * Takes a long list apart, as kubectl prints it: its items begin with `- ` at the beginning of a line, and all else of them is
 * indented. To read one by one takes a fraction of the memory, and to look into one takes no time. Undefined: it is no such list.
 */
export function splitList({ text, offset }: TextPiece): ListPieces | undefined {
  const start = text.length < LONG ? null : ITEMS.exec(text);
  if (start === null) {
    return undefined;
  }
  const starts: number[] = [];
  let end = text.length;
  ITEM_OR_KEY.lastIndex = start.index + start[0].length;
  for (let found = ITEM_OR_KEY.exec(text); found !== null; found = ITEM_OR_KEY.exec(text)) {
    if (found[0] !== '- ') {
      end = found.index;
      break;
    }
    starts.push(found.index);
  }
  const items = starts.map((from, index) => ({ offset: offset + from, text: text.slice(from, starts[index + 1] ?? end) }));
  return { frame: `${text.slice(0, start.index)}${text.slice(end)}`, items };
}
