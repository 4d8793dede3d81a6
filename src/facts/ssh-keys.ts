/** Names of the key types that sshd takes, at the beginning of a key and inside of it. */
const KEY_TYPE = /^(sk-)?(ssh|ecdsa)-[a-z0-9-]+(@openssh\.com)?$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const LENGTH_BYTES = 4;

/**
 * Whether a line of `authorized_keys` holds a public key: a type, and a blob that begins with the same type; options may stand
 * before it and a comment behind it.
 *
 * @see https://man.openbsd.org/sshd.8#AUTHORIZED_KEYS_FILE_FORMAT
 */
export function holdsPublicKey(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.some((word, index) => KEY_TYPE.test(word) && isBlobOf(word, words[index + 1] ?? ''));
}

function isBlobOf(type: string, blob: string): boolean {
  const bytes = Buffer.from(blob, 'base64');
  const end = LENGTH_BYTES + type.length;
  return (
    BASE64.test(blob) && bytes.length > end && bytes.readUInt32BE(0) === type.length && bytes.toString('latin1', LENGTH_BYTES, end) === type
  );
}
