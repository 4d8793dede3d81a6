/** More distinct ones are of few apps, and would be held for as long as the program runs. */
const MOST_KEPT = 5000;

const texts = new Set<string>();

/** Says that cloud-init can load a text, because it was written so: a rule need not read it again. */
export function markReadable(text: string): string {
  if (texts.size >= MOST_KEPT) {
    texts.clear();
  }
  texts.add(text);
  return text;
}

/** Whether a text is known to be one that cloud-init can load. */
export function isKnownReadable(text: string): boolean {
  return texts.has(text);
}
