/** What a text has to look like: one format, one reading of it, for constructs and rules alike. */
export interface Format {
  /** Matches the whole text, its length included. */
  readonly pattern: RegExp;
  /** The format in words, as the end of "must be …". */
  readonly words: string;
}

/** Whether the text is of the format. */
export function hasFormat(text: string, { pattern }: Format): boolean {
  return pattern.test(text);
}
