import { quantityValue } from '../../src/facts';

test.each([
  ['2Gi', 2 * 1024 ** 3],
  ['1500m', 1.5],
  ['0.5', 0.5],
  ['.5Ki', 512],
  ['1M', 1e6],
  ['1e3', 1000],
  ['1E', 1e18],
  ['-2', -2],
  [4, 4],
])('%s is %d', (quantity, value) => {
  expect(quantityValue(quantity)).toBe(value);
});

test.each([undefined, null, '', 'huge', '2GB', '2 Gi', {}])('%p is no quantity', (quantity) => {
  expect(quantityValue(quantity)).toBeUndefined();
});
