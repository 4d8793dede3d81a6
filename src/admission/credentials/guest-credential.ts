import { looksHashed, RANDOM_PASSWORDS } from '../../facts';

/** A credential in the data of a first boot: where, in words, and never the credential. */
export interface GuestCredential {
  readonly place: string;
  /** The hash of a password: who reads it can try passwords, no more. */
  readonly isHash: boolean;
}

/** A place to fill in, such as `${PASSWORD}` of a template. */
const PLACEHOLDER = /^(?:\$[A-Za-z_{(]|\{\{|<[^>]*>$)/;
/** What nobody can log in with. */
const LOCKED = /^[!*x]*$/;
const LOCK = /^!+/;
/** Of the first crypt(3). */
const DES_HASH = /^[./0-9A-Za-z]{13}$/;

/** A credential for what a text has; none where it has nothing. */
export function credentialsAt(path: string, names: readonly string[]): GuestCredential[] {
  return names.length === 0 ? [] : [{ place: `${path} (${names.join(', ')})`, isHash: false }];
}

/** The credential that a password is; none where nobody can log in with it, or it is made up in the guest. */
export function passwordAt(place: string, text: string): GuestCredential[] {
  const value = text.replace(LOCK, '');
  if (LOCKED.test(value) || RANDOM_PASSWORDS.includes(value)) {
    return [];
  }
  const isHash = looksHashed(value) || (place.endsWith('passwd') && DES_HASH.test(value));
  return !isHash && PLACEHOLDER.test(value) ? [] : [{ place, isHash }];
}
