import { SECRET_NAME_END } from './secret-names';

/** Stands for a secret in texts: texts get into logs. */
export const REDACTED = '(redacted)';

/** Where a word begins: in a text that is quoted already, a line end in front of it is an escape with a letter. */
const START = String.raw`(?:(?<![\w.-])|(?<=\\[nrt]))`;

/** From its first line to its last, or to the end of the text. PGP and SSH write the lines in another way. */
const PRIVATE_KEY_BLOCK = /-{3,5} ?BEGIN [^-]{0,40}PRIVATE KEY.*?(?:-{3,5} ?END [^-]{0,40}PRIVATE KEY[^-]{0,10}-{3,5}|$)/gs;
const PRIVATE_KEY = /PRIVATE KEY/;
/** What begins with `-----BEGIN`, in base64. */
const ENCODED_KEY = /LS0tLS1CRUdJTi[\w+/=]*/g;

/**
 * Hashes of passwords: those of crypt(3), https://manpages.debian.org/crypt.5, and of its kin, in which a name between `$` says how;
 * those of LDAP, RFC 2307, and of GRUB.
 */
const PASSWORD_HASH =
  /\$(?:[1356789]|2[abxy]?|y|gy|md5|sha1|sm3|apr1|argon2(?:i|d|id)|bcrypt|bcrypt-sha256|scrypt|pbkdf2(?:-sha\d+)?|[HPS])(?:\$|,)[^\s"'\\]{8,}/g;
const DIRECTORY_HASH = /\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2[\w-]*|ARGON2)\}[^\s"'\\]{8,}/g;
const BOOT_LOADER_HASH = /grub\.pbkdf2\.[\w.]{16,}/g;

/** What begins with `{"`, in base64: JSON Web Tokens, RFC 7519, with more parts behind dots, and what a registry wants to know. */
const WEB_TOKEN = /eyJ[\w+/=-]{8,}(?:\.[\w-]*){0,4}/g;
const AUTHORIZATION = new RegExp(String.raw`(${START}(?:Bearer|Basic) +)(?=[^\s"]*[\d=+/])[\w.~+/=-]{8,}`, 'gi');

/** Keys and tokens that say by their first letters whose they are: AWS, GitHub, GitLab, Google, Slack, Stripe, Vault, npm, OpenShift, age. */
const ISSUED_KEYS = [
  'A[KS]IA[A-Z0-9]{16}',
  String.raw`gh[pousr]_\w{36,}`,
  String.raw`github_pat_\w{22,}`,
  String.raw`glpat-[\w-]{20,}`,
  String.raw`AIza[\w-]{35}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`xox[abeoprs]-[\w-]{10,}`,
  String.raw`[rs]k_live_\w{16,}`,
  String.raw`hv[sb]\.[\w-]{20,}`,
  String.raw`npm_\w{36}`,
  String.raw`sha256~[\w-]{40,}`,
  String.raw`AGE-SECRET-KEY-1\w{50,}`,
];
const ISSUED_KEY = new RegExp(`${START}(?:${ISSUED_KEYS.join('|')})`, 'g');

/** An address up to the next space, or to a quotation mark that ends it. */
const ADDRESS = /\/\/(?:[^\s"]|"(?![,\]}:;.\s]|$))+/g;
const AUTHORITY_END = /[/?#]/;
/** A colon behind which no port stands. */
const NO_PORT = /:(?!\d{0,5}$)/;

/** A user with a password in front of a host, without a scheme; `name:tag@sha256:…` is the digest of an image. */
const USER_AND_PASSWORD = /(?<![^\s/@:"=])[^\s/@:"=]+:[^\s/@"]{1,256}@(?!\w{1,20}:[0-9a-f]{16})(?=[\w.[])/g;
/** What curl and others take: `-u me:password`. */
const USER_OPTION = /((?:^|[\s"']|\\[nrt])(?:-u|--user)(?: {1,8}|=))[^\s:"]{1,128}:[^\s"]+/g;

/** What stands behind a name: in quotes, in quotes within a text in quotes, or plain. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*|\\"(?:[^"\\]|\\{3}"|\\[^"])*|'(?:[^'\n]|'')*`;
const PLAIN = String.raw`[^\s"'\\&,;<>{}\[\]()|]`;
const NAME_AND_VALUE = new RegExp(String.raw`(${SECRET_NAME_END}(?:\\?["'])?[ \t]*=[ \t]*)(?:${QUOTED}|${PLAIN}+)`, 'gi');
/** In YAML a plain value goes on behind a space, and a block begins in the next line. */
const FIELD_AND_VALUE = new RegExp(
  String.raw`(${SECRET_NAME_END}(?:\\?["'])?[ \t]*:[ \t]*(?:[|>][-+\d]{0,2})?\s*)(?:${QUOTED}|${PLAIN}[^\n"\\&]*)`,
  'gi',
);
const OPTION_AND_VALUE = new RegExp(String.raw`(${START}-[\w-]*${SECRET_NAME_END} +)(?:${QUOTED}|${PLAIN}+)`, 'gi');
const QUERY_PARAMETER = /([?&](?:key|auth|code|hmac)=)[^\s&"\\]+/gi;

const WITHOUT_NAME = [ENCODED_KEY, PASSWORD_HASH, DIRECTORY_HASH, BOOT_LOADER_HASH, WEB_TOKEN, ISSUED_KEY];
const BEHIND_NAME = [USER_OPTION, AUTHORIZATION, NAME_AND_VALUE, FIELD_AND_VALUE, OPTION_AND_VALUE, QUERY_PARAMETER];

/** A part of a text as it may be shown: what is a secret by its looks may be no longer when it is taken apart. */
export function partWithoutSecrets(part: string, whole: string): string {
  return withoutSecrets(whole).includes(part) ? part : REDACTED;
}

/** A text without what is a secret by its looks. */
export function withoutSecrets(text: string): string {
  let open = text.replace(PRIVATE_KEY_BLOCK, REDACTED).replace(ADDRESS, withoutCredentials).replace(USER_AND_PASSWORD, `${REDACTED}@`);
  for (const pattern of WITHOUT_NAME) {
    open = open.replace(pattern, REDACTED);
  }
  for (const pattern of BEHIND_NAME) {
    open = open.replace(pattern, `$1${REDACTED}`);
  }
  return PRIVATE_KEY.test(open) ? REDACTED : open;
}

/** An address without its user and password. Whoever writes `/`, `?` or `#` into a password means it for one nevertheless. */
function withoutCredentials(address: string): string {
  const end = address.slice(2).search(AUTHORITY_END);
  const authority = end === -1 ? address : address.slice(0, end + 2);
  const at = NO_PORT.test(authority) ? address.lastIndexOf('@') : authority.lastIndexOf('@');
  return at === -1 ? address : `//${REDACTED}${address.slice(at)}`;
}
