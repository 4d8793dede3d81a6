/*
 * What credentials look like: to warn of them, not to hide them, which `secrets.ts` does. A text that may be anything else is
 * no credential here.
 */

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/;
/** With a password behind the colon that is no variable: a user alone, such as that of ssh://git@host, opens nothing. */
const USER_INFO = /[a-z][a-z0-9+.-]{0,31}:\/\/[^\s/?#@"'<>:]{0,256}:([^\s/?#@"'<>]{1,256})@/gi;

/** Whether a text holds a private key in PEM, or one of PGP. */
export function holdsPrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

/** Whether a text holds an address with a password, as in `https://user:password@host`. */
export function holdsPasswordInUrl(text: string): boolean {
  return [...text.matchAll(USER_INFO)].some(([, password]) => isWritten(password));
}

/**
 * What a query may have that opens an object to whoever knows the address: signatures of S3, Google, Azure, Alibaba, CloudFront
 * and Swift, and tokens.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html,
 * https://cloud.google.com/storage/docs/authentication/signatures,
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas,
 * https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html
 */
const SIGNED_QUERY =
  /[?&](x-amz-signature|x-amz-security-token|x-goog-signature|x-oss-signature|signature|sig|temp_url_sig|access_token|private_token|token|api_?key|password)=([^&#\s"']+)/gi;

/** The parameter of an address that works like a password; undefined: there is none. */
export function credentialInQuery(url: string): string | undefined {
  return [...url.matchAll(SIGNED_QUERY)].find(([, , value]) => isWritten(value))?.[1];
}

/** Names of headers that log in, of HTTP and of the products that have one of their own. */
const CREDENTIAL_HEADER =
  /^(?:proxy-)?authorization$|^(?:x-)?(?:[a-z]+-)*(?:api-?key|auth-token|access-token|private-token|job-token|security-token|vault-token|amz-security-token|auth-key|jfrog-art-api)$/i;
const COOKIE_HEADER = /^cookie$/i;
/** A cookie that stands for somebody who has logged in, by its name. */
const SESSION_COOKIE = /sess|sid|auth|token|jwt|login|remember|secret/i;

/** Whether a header of a request has what logs in. */
export function isCredentialHeader(name: string, value: string): boolean {
  const header = name.trim();
  return value.trim() !== '' && (CREDENTIAL_HEADER.test(header) || (COOKIE_HEADER.test(header) && hasSession(value)));
}

function hasSession(cookies: string): boolean {
  return cookies.split(';').some((cookie) => {
    const [name, value = ''] = cookie.split('=', 2);
    return SESSION_COOKIE.test(name) && value.trim() !== '';
  });
}

/** Variables of the environment that programs take passwords, tokens and secret keys from. */
const CREDENTIAL_VARIABLE =
  /^(?:[A-Z][A-Z0-9_]*_)?(?:PASSWORD|PASSWD|PASSPHRASE|TOKEN|API_?KEY|SECRET_KEY|ACCESS_KEY|(?:CLIENT|APP|JWT|SESSION)_SECRET)$|^(?:PGPASSWORD|SSHPASS|REDISCLI_AUTH)$|_(?:PASS|PWD)$/;

/** Settings in files, such as `db.password`, `bindpw` or `aws_secret_access_key`. */
const CREDENTIAL_SETTING =
  /(?:^|[_.\-a-z0-9])(?:[Pp]assword|[Pp]asswd|[Pp]assphrase|[Tt]oken|[Aa]pi[_-]?[Kk]ey|[Cc]lient[_-]?[Ss]ecret|[Ss]ecret[_-]?(?:[Aa]ccess[_-]?)?[Kk]ey|[Pp]rivate[_-]?[Kk]ey|psk|bindpw|rootpw)$/;

/** Whether a variable of the environment is for a password, a token or a secret key. */
export function isCredentialVariable(name: string): boolean {
  return CREDENTIAL_VARIABLE.test(name);
}

/** Whether a setting in a file is for a password, a token or a secret key. */
export function isCredentialSetting(name: string): boolean {
  return CREDENTIAL_SETTING.test(name) || isCredentialVariable(name);
}

/** Where secrets are taken from: variables, places to fill in, files, other programs. */
const REFERENCE = /^(?:[$%@<{/~.*`-]|(?:env|file|vault|fd|pass|cmd):)|\.(?:pem|key|crt|p12|jks|txt|conf)$/i;
/** Switches and answers, and where the name service switch looks for `passwd`. */
const WORD = /^(?:true|false|yes|no|on|off|none|null|nil|prompt|ask|required|optional|files|compat|sss|systemd|ldap|nis|winbind|\d{1,3})$/i;

/** Whether a value is the secret itself. */
export function isWritten(value: string): boolean {
  return value !== '' && !REFERENCE.test(value) && !WORD.test(value);
}

/** A password as crypt(3) hashes it. */
const CRYPT_HASH = /^(?:\$(?:1|2[abxy]?|5|6|7|y|gy|argon2(?:i|d|id))\$|_[./A-Za-z0-9]{19}$)/;

/**
 * Whether a text begins as the hash of a password does, by any method and of any length.
 *
 * Source: https://man7.org/linux/man-pages/man5/crypt.5.html
 */
export function looksHashed(text: string): boolean {
  return CRYPT_HASH.test(text);
}
