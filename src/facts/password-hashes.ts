const SALT = '[./A-Za-z0-9]';

/**
 * Hashes that a guest can log in with, as long as their method makes them: what was cut short locks everybody out. Those of MD5 and
 * DES are left out, which are guessed in no time.
 *
 * Source: crypt(5) of libxcrypt.
 */
const HASHES: readonly RegExp[] = [
  // yescrypt and gost-yescrypt
  new RegExp(`^\\$g?y\\$${SALT}{1,32}\\$${SALT}{0,86}\\$${SALT}{43}$`),
  // scrypt
  new RegExp(`^\\$7\\$${SALT}{11,97}\\$${SALT}{43}$`),
  // bcrypt
  new RegExp(`^\\$2[aby]\\$[0-9]{2}\\$${SALT}{53}$`),
  // SHA-512 and SHA-256
  new RegExp(`^\\$6\\$(?:rounds=[1-9][0-9]{0,8}\\$)?[^$:\\s]{0,16}\\$${SALT}{86}$`),
  new RegExp(`^\\$5\\$(?:rounds=[1-9][0-9]{0,8}\\$)?[^$:\\s]{0,16}\\$${SALT}{43}$`),
];

/** Whether a text is the hash of a password, made with a method that is not broken. */
export function isPasswordHash(text: string): boolean {
  return HASHES.some((hash) => hash.test(text));
}
