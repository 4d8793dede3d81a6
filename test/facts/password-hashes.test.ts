import { isPasswordHash } from '../../src/facts';
import { processorTime } from '../support/processor-time';

/** What crypt(3) of libxcrypt makes of "secret". */
const HASHES = {
  yescrypt: '$y$j9T$abcdefghijklmnopqrstu.$7uryFExhLbAhrpK1WytVzeNObCUVaK3VoKccP3fJEIB',
  'gost-yescrypt': '$gy$j9T$abcdefghijklmnopqrstu.$1s.TBXqOEDUKTM0p34w/5gMZfyrqbWRUh9/6Jmsd2X5',
  scrypt: '$7$CU..../....abcdefghijklmno$nClrnTDY7KVVcIUdQDA3.xe7FcgES0CQNOxOERDJQZ1',
  bcrypt: '$2b$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a',
  'SHA-512': '$6$abcdefgh$ltjgWl6579NluT/Vi1nwEvcil.G5Nbc4NiXZaNGStk8PSwGfQv72N2CKPPrVACtLtip/cZ/1GM/O6IND4WQhG.',
  'SHA-512 with rounds': '$6$rounds=5000$abcd$2xnokga/nDtRjwwaEJ4P2es2v4q8kfckDGncd4naCsE699Y0JnDNWStYgMPa.X.VcIxFM3oLKIRKkAYD33oqG.',
  'SHA-256': '$5$abc$qsg6EHbUzHQzF1POlD7zUwBINSELQxypPaeDcZe6vH0',
};

describe.each(Object.entries(HASHES))('%s', (_method, hash) => {
  test('is taken', () => {
    expect(isPasswordHash(hash)).toBe(true);
  });

  test('is not taken once a character is lost or won', () => {
    expect([hash.slice(0, -1), hash.slice(1), `${hash}x`, `${hash}\n`, ` ${hash}`, `user:${hash}`].filter(isPasswordHash)).toEqual([]);
  });
});

test.each([
  ['a password', 'secret'],
  ['nothing', ''],
  ['MD5', '$1$abc$iCQ2D3nhptRYi27fDYv2s1'],
  ['DES', 'abNANd1rDfiNc'],
  ['a method that nobody has', `$9$abc$${'a'.repeat(43)}`],
  ['what locks an account', '!'],
  ['Argon2, which no libc checks', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA'],
])('%s is not taken', (_name, text) => {
  expect(isPasswordHash(text)).toBe(false);
});

test('a long text is told as soon as a short one', () => {
  const start = processorTime();
  expect(['$6$', '$y$', '$7$', '$6$rounds='].map((method) => isPasswordHash(method + '$'.repeat(400_000)))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(processorTime() - start).toBeLessThan(500);
});
