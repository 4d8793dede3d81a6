import { canonicalMacAddress } from '../../src/facts';

test.each([
  ['02:1A:4A:16:01:51', '02:1a:4a:16:01:51'],
  ['02-1a-4a-16-01-51', '02:1a:4a:16:01:51'],
  ['021a.4a16.0151', '02:1a:4a:16:01:51'],
  ['02:1A-4A:16-01:51', '02:1A-4A:16-01:51'],
  ['', ''],
])('%j is %j in the guest', (address, written) => {
  expect(canonicalMacAddress(address)).toBe(written);
});
