import { schemeOfGoUrl } from '../../src/facts';

test.each([
  ['http://example.com/disk.img', 'http'],
  ['HTTPS://user:pw@example.com:8443/a?b=%zz', 'https'],
  ['gs://bucket/disk', 'gs'],
  ['http://[fe80::1%25en0]:80/', 'http'],
  ['http:opaque', 'http'],
  ['http://', 'http'],
  ['ftp://a/b', 'ftp'],
  ['http://%e4.example/', 'http'],
])('Go reads %j', (text, scheme) => {
  expect(schemeOfGoUrl(text)).toBe(scheme);
});

test.each([
  '',
  'invalidurl',
  '/path',
  '1http://a',
  'http://a b/',
  'http://a/%zz',
  'http://a:b/',
  'http://a#b',
  'http://u^:p@a/',
  'http://%41/',
  'http://[::1/',
  'http://a/\n',
])('Go does not read %j', (text) => {
  expect(schemeOfGoUrl(text)).toBeUndefined();
});
