/** A text as URLs have it: what is no printable ASCII character is encoded, everything else stays. Never throws, unlike `encodeURI`. */
export function asInUrl(text: string): string {
  return [...text]
    .map((character) => (/[!-~]/.test(character) ? character : [...Buffer.from(character)].map(hexadecimal).join('')))
    .join('');
}

function hexadecimal(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
