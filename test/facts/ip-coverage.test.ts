import { coversEveryAddress, isPrivateAddress } from '../../src/facts';
import { processorTime } from '../support/processor-time';

test.each([
  [['0.0.0.0/0']],
  [['10.0.0.0/0']],
  [[' 0.0.0.0/0 ']],
  [['::/0']],
  [['192.0.2.1', '0.0.0.0/1', '128.0.0.0/1']],
  [['128.0.0.0/1', '64.0.0.0/2', '0.0.0.0/2', '0.0.0.0/3']],
  [['8000::/1', '0:0:0:0:0:0:0:0/1']],
  [['::ffff:192.0.2.1/1', '8000::/1']],
  [Array.from({ length: 256 }, (_value, first) => `${255 - first}.0.0.0/8`)],
])('%j are all addresses', (ranges) => {
  expect(coversEveryAddress(ranges)).toBe(true);
});

test.each([
  [[]],
  [['0.0.0.0/']],
  [['0.0.0.0/00000']],
  [['everybody']],
  [['0.0.0.0/1']],
  [['0.0.0.0/1', '8000::/1']],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '224.0.0.0/4', '240.0.0.0/5', '248.0.0.0/5 ignored']],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.1/32', '192.0.0.2/31']],
  [['::/1', '8000::/2', 'c000::/3']],
])('%j are not', (ranges) => {
  expect(coversEveryAddress(ranges)).toBe(false);
});

test('a long list takes no longer than it has to', () => {
  const ranges = Array.from({ length: 20_000 }, (_value, index) => `10.${index >> 8}.${index & 255}.0/24`);
  const start = processorTime();
  expect(coversEveryAddress(ranges)).toBe(false);
  expect(processorTime() - start).toBeLessThan(2000);
});

test.each(['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.9', '100.64.0.1', 'fd00::1', 'FE80::1', '::1', '10.20.0.0/16'])(
  '%s is private',
  (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  },
);

test.each(['172.32.0.1', '100.128.0.1', '198.51.100.7', '2001:db8::1', '10.0.0.0/7', 'shop', ''])('%j is not', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
