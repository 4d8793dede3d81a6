import { isAddressOrRange, isLaxIpAddress } from '../../src/facts';

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

test.each(['192.0.2.7', '192.000.02.07', '2001:0db8::00001', '::ffff:010.0.0.1', '0.0.0.0', '::'])(
  'KubeVirt takes %s for an address',
  (text) => {
    expect(isLaxIpAddress(text)).toBe(true);
  },
);

test.each(['', '192.0.2', '192.0.2.256', '0x1.0.0.1', ' 192.0.2.7', 'fe80::1%eth0', '00192.0.2.g'])(
  'KubeVirt takes %j for none',
  (text) => {
    expect(isLaxIpAddress(text)).toBe(false);
  },
);
