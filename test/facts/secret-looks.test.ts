import { isSecretName, partWithoutSecrets, withoutSecrets } from '../../src/facts';
import { processorTime } from '../support/processor-time';

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----';
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test.each([
  // Keys
  [`a ${KEY} b`, 'a (redacted) b'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow', '(redacted)'],
  ['-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQOY\n-----END PGP PRIVATE KEY BLOCK----- b', '(redacted) b'],
  ['---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56', '(redacted)'],
  ['half of it: PRIVATE KEY-----\nMIIEow', '(redacted)'],
  ['LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2', '(redacted)'],
  // Addresses
  ['https://me:secret@example.com/a', 'https://(redacted)@example.com/a'],
  ['https://me:se@cret/a@example.com', 'https://(redacted)@example.com'],
  ['docker://user@registry.example.com/a', 'docker://(redacted)@registry.example.com/a'],
  ['https://me:p@ss@example.com/a', 'https://(redacted)@example.com/a'],
  ['https://me:pa/ss@example.com/a', 'https://(redacted)@example.com/a'],
  ['https://me:pa?s#s@example.com/a', 'https://(redacted)@example.com/a'],
  ['https://me:pa"ss@example.com/a', 'https://(redacted)@example.com/a'],
  [`https://me:${'s'.repeat(3000)}@example.com`, 'https://(redacted)@example.com'],
  ['//me:secret@example.com', '//(redacted)@example.com'],
  ['me:secret@registry.example.com/a', '(redacted)@registry.example.com/a'],
  ['curl -u me:secret https://a', 'curl -u (redacted) https://a'],
  // Hashes
  ['a $6$rounds=4096$saltsalt$Zm9vYmFyYmF6cXV4 b', 'a (redacted) b'],
  ['$1$abc$Zm9vYmFyYmF6cXV4', '(redacted)'],
  ['$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy', '(redacted)'],
  ['$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC', '(redacted)'],
  ['$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaA', '(redacted)'],
  ['$md5,rounds=904$iPPKEBnEkp3JV8uX$0L6m7rOFTVFn.SGqo2M9W1', '(redacted)'],
  ['me:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=', 'me:(redacted)'],
  ['{SSHA512}c2FsdHNhbHRzYWx0', '(redacted)'],
  ['grub.pbkdf2.sha512.10000.86899CF33D.9A5C1B', '(redacted)'],
  // Tokens
  [`a ${TOKEN} b`, 'a (redacted) b'],
  ['Bearer abc.def-123', 'Bearer (redacted)'],
  ['Authorization: Basic bWU6c2VjcmV0', 'Authorization: (redacted)'],
  ['AKIAIOSFODNN7EXAMPLE', '(redacted)'],
  ['a\\nAKIAIOSFODNN7EXAMPLE', 'a\\n(redacted)'],
  [`ghp_${'a'.repeat(36)}`, '(redacted)'],
  [`sha256~${'a'.repeat(43)}`, '(redacted)'],
  ['eyJhdXRocyI6eyJxdWF5LmlvIjp7fX19', '(redacted)'],
  // Names and values
  ['password=secret', 'password=(redacted)'],
  ['a\npasswd: two words\nb', 'a\npasswd: (redacted)\nb'],
  ['password: |\n  secret', 'password: |\n  (redacted)'],
  ['{"db_password": "se\\"cret", "b": 1}', '{"db_password": (redacted)", "b": 1}'],
  ['"{\\"token\\":\\"secret\\",\\"b\\":1}"', '"{\\"token\\":(redacted)\\",\\"b\\":1}"'],
  ["clientSecret: 'it''s'", "clientSecret: (redacted)'"],
  ['--password secret --user me', '--password (redacted) --user me'],
  ['"a\\n--api-token secret"', '"a\\n--api-token (redacted)"'],
  ['"a\\npwd=secret"', '"a\\npwd=(redacted)"'],
  ['https://a/b?X-Amz-Credential=AK&X-Amz-Signature=abc&c=d', 'https://a/b?X-Amz-Credential=(redacted)&X-Amz-Signature=(redacted)&c=d'],
  ['https://a/b?sv=1&sig=abc%3D&c=d', 'https://a/b?sv=1&sig=(redacted)&c=d'],
  ['https://a/b?key=abc', 'https://a/b?key=(redacted)'],
])('%j shows %j', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});

test.each([
  'https://example.com:8443/a@b',
  'docker://quay.io/a/b:1.0@sha256:0123456789abcdef0123456789abcdef',
  'quay.io/a/b:1.0@sha256:0123456789abcdef0123456789abcdef',
  'me@example.com',
  '$6 for it, or $HOME$PATH',
  'imagePullSecret: my-pull-secret',
  'Use source: {secret: {secretName: …}}.',
  'tokenSecretRef: name',
  'kubernetes.io/service-account-token and more',
  'Basic authentication is no Bearer of good news',
  'a compass=1 and a bypass: true',
  '02:48:09:00:00:00',
  'iqn.2024-01.com.example:storage',
])('%j is shown as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('long texts are looked through in no time, whatever they are made of', () => {
  const start = processorTime();
  for (const part of [
    '-',
    '/',
    '//',
    'a:',
    '@',
    'a',
    'eyJ',
    '-----BEGIN ',
    'password:',
    '--token ',
    '$6$',
    '"',
    '\\"',
    ' ',
    '//a:b ',
    'a:b@',
    '{SHA}',
  ]) {
    withoutSecrets(part.repeat(40_000 / part.length));
  }
  expect(processorTime() - start).toBeLessThan(2000);
});

test.each([
  'password',
  'db-password',
  'DB_PASSWORD',
  'userPasswd',
  'apiKey',
  'aws_secret_access_key',
  'X-Amz-Signature',
  'pwd',
  'client-secret',
  '.dockerconfigjson',
])('%s is the name of a secret', (name) => expect(isSecretName(name)).toBe(true));

test.each(['imagePullSecret', 'secretName', 'tokenSecretRef', 'key', 'passwordPolicy', 'compass', 'topologyKey', 'serviceAccountName'])(
  '%s is none',
  (name) => expect(isSecretName(name)).toBe(false),
);

test('a part of a text is shown where it is no part of a secret', () => {
  expect(partWithoutSecrets('b', 'a b c')).toBe('b');
  expect(partWithoutSecrets('secret', 'password: secret')).toBe('(redacted)');
});
