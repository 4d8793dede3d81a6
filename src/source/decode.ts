import { isUtf8 } from 'node:buffer';
import type { SourceFault } from './fault';

/** A text, or why the bytes are none. */
export type Decoded = { readonly text: string } | { readonly fault: SourceFault };

/** Texts in UTF-8, and in UTF-16 with the mark that Windows puts in front. */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) {
    return utf16(bytes.subarray(2), 'utf-16le');
  }
  if (startsWith(bytes, 0xfe, 0xff)) {
    return utf16(bytes.subarray(2), 'utf-16be');
  }
  if (!isUtf8(bytes)) {
    return { fault: { place: placeOf(bytes, firstWrongByte(bytes)), message: NO_UTF8 } };
  }
  const text = bytes.toString('utf8');
  return isWideText(bytes) ? { fault: { message: WIDE } } : { text: text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text };
}

/** The bytes of a text, in the encoding and with the mark that other bytes have. */
export function encodeLike(bytes: Buffer, text: string): Buffer {
  if (startsWith(bytes, 0xff, 0xfe)) {
    return Buffer.from(`\ufeff${text}`, 'utf16le');
  }
  return startsWith(bytes, 0xfe, 0xff)
    ? Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    : Buffer.from(`${startsWith(bytes, 0xef, 0xbb, 0xbf) ? '\ufeff' : ''}${text}`);
}

const BYTE_ORDER_MARK = 0xfeff;

const NO_UTF8 = 'The file is not in UTF-8. Save it as UTF-8; what is no text is no manifest.';
const WIDE = 'The file looks like UTF-16 without a mark that says so. Save it as UTF-8.';
const BROKEN_UTF16 = 'The file is marked as UTF-16 and is none. Save it as UTF-8.';

function startsWith(bytes: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function utf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { fault: { message: BROKEN_UTF16 } };
  }
}

/** Whether every second byte is NUL, as in ASCII texts that were saved as UTF-16. */
function isWideText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 64);
  if (!start.includes(0)) {
    return false;
  }
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  return start.length >= 4 && Math.max(zeros(0), zeros(1)) > start.length / 3;
}

/** The offset of the first byte that is no UTF-8: what is before it decodes, what ends behind it does not. */
function firstWrongByte(bytes: Buffer): number {
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isUtf8(wholeCharacters(bytes.subarray(0, middle)))) {
      right = middle;
    } else {
      wrong = middle;
    }
  }
  return wholeCharacters(bytes.subarray(0, right)).length;
}

/** The bytes without a character at their end that is cut off. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let length = 1; length <= 3 && length <= bytes.length; length++) {
    const byte = bytes[bytes.length - length];
    if (byte >= 0xc0) {
      return sizeOf(byte) > length ? bytes.subarray(0, -length) : bytes;
    }
    if (byte < 0x80) {
      return bytes;
    }
  }
  return bytes;
}

function sizeOf(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

function placeOf(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset).toString('latin1');
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
