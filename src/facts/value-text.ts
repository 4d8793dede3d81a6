/** A value as one would write it in a sentence: texts and numbers as they are, else JSON. An object may have anything as its `toString`. */
export function valueText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
