import { isPair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DocumentText, WrittenNode, WrittenPair } from './document-text';
import { EditRefusal } from './refusal';
import { inlineText, isSpread, scalarText, spreadJson } from './render';
import type { Splice } from './splice';

type Flow = YAMLMap | YAMLSeq;

/** A new entry within brackets, before the one that stands at its index, or as the last. */
export function addedWithinBrackets(text: DocumentText, flow: Flow, index: number, value: unknown, key?: string): Splice {
  const isJson = hasJsonKeys(text, flow);
  const spans = spansOf(text, flow);
  const isOnLine = spans.length > 0 && isFirstOnLine(text, spans[0].start);
  const column = spans.length > 0 ? text.columnOf(spans[0].start) : 0;
  const name = key === undefined ? '' : `${scalarText(key, { isJson })}: `;
  const written = isOnLine && isJson && isSpread(value) ? spreadJson(value, column, text.style) : inlineText(value, { isJson });
  const between = isOnLine ? `${text.style.eol}${' '.repeat(column)}` : ' ';
  if (spans.length === 0) {
    const [start, end] = (flow as WrittenNode).range;
    const [opening, closing] = [text.text[start], text.text[end - 1]];
    return { start, end, text: `${opening}${name}${written}${closing}` };
  }
  if (index < spans.length) {
    return { start: spans[index].start, end: spans[index].start, text: `${name}${written},${between}` };
  }
  const { end } = spans[spans.length - 1];
  return { start: end, end, text: `,${between}${name}${written}` };
}

/** An entry within brackets is taken out, with the comma that it does not need. */
export function removedFromBrackets(text: DocumentText, flow: Flow, index: number): Splice {
  const spans = spansOf(text, flow);
  const [start, end] = (flow as WrittenNode).range;
  if (spans.length === 1) {
    return checked(text, { start: start + 1, end: end - 1, text: '' }, spans[0]);
  }
  const span = spans[index];
  return index < spans.length - 1
    ? checked(text, { start: span.start, end: spans[index + 1].start, text: '' }, span)
    : checked(text, { start: spans[index - 1].end, end: span.end, text: '' }, span);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: DocumentText, flow: Flow): Span[] {
  return flow.items.map((item) => {
    const { range } = isPair(item) ? (item as WrittenPair).key : (item as WrittenNode);
    return { start: range[0], end: isPair(item) ? text.pairEnd(item as WrittenPair) : range[1] };
  });
}

/** A comment beside the entry would go with it. */
function checked(text: DocumentText, splice: Splice, { start, end }: Span): Splice {
  if (`${text.text.slice(splice.start, start)}${text.text.slice(end, splice.end)}`.includes('#')) {
    throw new EditRefusal('A comment stands beside what would be taken out of brackets');
  }
  return splice;
}

/** Whether what is written within brackets is JSON, as far as one can see. */
function hasJsonKeys(text: DocumentText, flow: Flow): boolean {
  const [first] = flow.items;
  return text.style.isJson || (isPair(first) && text.text[(first as WrittenPair).key.range[0]] === '"');
}

function isFirstOnLine(text: DocumentText, offset: number): boolean {
  return text.text.slice(text.lineStart(offset), offset).trim() === '';
}
