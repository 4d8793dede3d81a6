import type { FieldPath } from './field-path';

/** Stands for a secret in texts: texts get into logs. */
export const REDACTED = '(redacted)';

/** Fields that hold a secret, or what often contains one, in whichever object they stand: all that is below them. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'userData',
  'userDataBase64',
  'networkData',
  'networkDataBase64',
  'password',
  'passwd',
  'plain_text_passwd',
  'hashed_passwd',
  'passwordHash',
  'token',
  'accessKeyId',
  'secretKey',
  'sharedparameters',
  'nodeparameters',
  'extraHeaders',
  'command',
  'kubevirt.io/ignitiondata',
  'hooks.kubevirt.io/hookSidecars',
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/** Fields that hold a secret within others only, however far below. */
const SECRET_FIELDS_WITHIN: ReadonlyMap<string, readonly string[]> = new Map([
  ['httpHeaders', ['value']],
  ['sev', ['session', 'dhCert']],
  ['tls', ['key', 'certificate', 'caCertificate', 'destinationCACertificate']],
]);

const FENCE_PARAMETERS: ReadonlySet<string | number> = new Set(['sharedparameters', 'nodeparameters']);
/** A parameter that is no secret, though the others may be: what is wrong with it is its value. */
const FENCE_ACTION: ReadonlySet<string | number> = new Set(['action', '--action']);

/** Kinds of which all data are secret: those of a ConfigMap may be the answers of sysprep, or user data. */
const KINDS_OF_DATA: readonly unknown[] = ['Secret', 'ConfigMap'];
const DATA: ReadonlySet<string | number> = new Set(['data', 'binaryData', 'stringData']);

/** Whether plain values at a path of an object of this kind, or below it, are not to be shown, whatever they are. */
export function isSecretPlace(path: FieldPath, kind?: unknown): boolean {
  if (path.some((key, index) => FENCE_ACTION.has(key) && FENCE_PARAMETERS.has(path[index - 1]))) {
    return false;
  }
  return (KINDS_OF_DATA.includes(kind) && DATA.has(path[0])) || path.some((key, index) => isSecretField(String(key), path.slice(0, index)));
}

function isSecretField(name: string, above: FieldPath): boolean {
  return SECRET_FIELDS.has(name) || above.some((field) => SECRET_FIELDS_WITHIN.get(String(field))?.includes(name));
}

const PRIVATE_KEY = /PRIVATE KEY/;
/** Of the libraries that hash passwords: MD5, SHA-256, SHA-512, bcrypt, yescrypt, scrypt, Argon2. */
const PASSWORD_HASH = /\$(?:1|5|6|2[abxy]?|y|gy|7|argon2(?:i|d|id))\$[^\s"']{8,}/g;
const CREDENTIALS_IN_URL = /:\/\/[^\s/@"'?#]{1,256}@/g;

/** A text without what is a secret by its looks: private keys, hashes of passwords, credentials in addresses. */
export function withoutSecrets(text: string): string {
  if (PRIVATE_KEY.test(text)) {
    return REDACTED;
  }
  return text.replace(CREDENTIALS_IN_URL, `://${REDACTED}@`).replace(PASSWORD_HASH, REDACTED);
}
