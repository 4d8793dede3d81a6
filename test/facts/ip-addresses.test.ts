import { isAddressOrRange } from '../../src/facts';

test.each(['192.0.2.7', '192.0.2.0/24', '0.0.0.0/0', '2001:db8::1', '2001:db8::/128', '::ffff:192.0.2.7'])(
  '%s is an address or a range',
  (text) => {
    expect(isAddressOrRange(text)).toBe(true);
  },
);

test.each([
  '',
  'localhost',
  '192.0.2',
  '192.0.2.256',
  '192.0.02.7',
  '192.0.2.0/33',
  '192.0.2.0/',
  '192.0.2.0/24/8',
  '2001:db8::/129',
  'fe80::1%eth0',
])('%j is neither', (text) => {
  expect(isAddressOrRange(text)).toBe(false);
});
