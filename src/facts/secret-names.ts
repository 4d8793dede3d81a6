/*
 * Names of fields, parameters, options, annotations and keys of maps whose value is a secret, in the spellings of the field:
 * `db-password`, `dbPassword`, `DB_PASSWORD`, `X-Amz-Signature`.
 */

/** Ends of names, whatever stands before them. `imagePullSecret` names a Secret. */
const ENDS =
  'password|passwd|authorization|passphrase|passcode|token|(?<!pull[-_]?)secret|credentials?|signature|dockerconfigjson|dockercfg' +
  '|(?:api|access|account|auth|encryption|private|secret|session|shared|signing)[-_]?key|access[-_]?key[-_]?id';

/** Words that are too short to be told from the end of another word. */
const WORDS = 'pass|passwds?|passwords|pwd?|psk|sig|tokens|secrets';

/** A pattern for the end of such a name, without a group that captures. */
export const SECRET_NAME_END = String.raw`(?:${ENDS}|(?:(?<![a-zA-Z])|(?<=\\[nrt]))(?:${WORDS}))`;

const SECRET_NAME = new RegExp(`${SECRET_NAME_END}$`, 'i');

/** Whether a field of this name holds a secret, whichever object it stands in. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
