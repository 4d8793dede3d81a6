/** What XML 1.0 has no way to write, not even escaped. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in an element, or in quotes in an attribute, of XML and of HTML. */
export function xmlText(text: string): string {
  const escaped = text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]);
  return escaped.replaceAll('##', '#&#35;');
}
