import { readIpAllowlist } from '../../src/graph';

test('entries between spaces close a Route to everyone else', () => {
  expect(readIpAllowlist('192.0.2.7  198.51.100.0/24 2001:db8::/32')).toEqual({ isClosed: true, dropped: [] });
});

test('entries that cannot be read are dropped', () => {
  expect(readIpAllowlist('192.0.2.7 gateway')).toEqual({ isClosed: true, dropped: ['gateway'] });
});

test.each(['', ' ', ' 192.0.2.7', '192.0.2.7 ', '192.0.2.7\n192.0.2.8', '192.0.2.7,192.0.2.8', 'gateway'])(
  '%j lets everyone in',
  (text) => {
    expect(readIpAllowlist(text).isClosed).toBe(false);
  },
);
