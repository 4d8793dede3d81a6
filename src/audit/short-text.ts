import { cutAt } from '../facts';

/** The longest name in a text that is shown whole: Kubernetes has none that are longer, with their namespaces and paths. */
const LONGEST_WORD = 400;

/** A text goes on no longer than somebody reads. */
const LONGEST_TEXT = 2000;

/**
 * A text without words that are too long for any name, and cut where nobody reads on. Values of any length get into texts as names, and a
 * finding that keeps them would keep them as often as there are findings.
 */
export function shortText(text: string): string {
  if (text.length <= LONGEST_WORD) {
    return text;
  }
  const short = text.replace(/\S+/g, (word) => cutAt(word, LONGEST_WORD));
  return cutAt(short, LONGEST_TEXT);
}
