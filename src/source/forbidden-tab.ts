import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml-5';

/** A tab where a line, or an entry of a list, begins. */
const LEADING_TAB = /^ *(?:(?:- +)*- *)?\t/gm;

/**
 * The offset of a tab that Go's YAML refuses and other readers take for white space: at the beginning of a line, be it blank or
 * a comment, or behind the dash of a list. Within brackets, quotes and blocks of text tabs are what they are.
 */
export function forbiddenTab(text: string, events: readonly Event[]): number | undefined {
  if (!text.includes('\t')) {
    return undefined;
  }
  for (const { index, 0: found } of text.matchAll(LEADING_TAB)) {
    const tab = index + found.length - 1;
    if (!events.some((event) => isWithin(event, tab, text))) {
      return tab;
    }
  }
  return undefined;
}

function isWithin(event: Event, tab: number, text: string): boolean {
  if (event.type === EVENT_ID.SCALAR) {
    const isIndented = event.style !== SCALAR_STYLE.PLAIN || text[tab - 1] === ' ';
    return event.valueStart <= tab && tab < event.valueEnd && isIndented;
  }
  const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE;
  return isCollection && event.style === COLLECTION_STYLE.FLOW && event.start < tab && isOpen(text.slice(event.start, tab));
}

/** Whether a text has more opening than closing brackets. */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}
