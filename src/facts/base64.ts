const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LINE_BREAKS = /[\r\n]/g;

/**
 * Whether Go decodes a text as base64: with padding, and whatever its line breaks.
 *
 * @see https://pkg.go.dev/encoding/base64#StdEncoding
 */
export function isBase64(text: string): boolean {
  return BASE64.test(text.replace(LINE_BREAKS, ''));
}
