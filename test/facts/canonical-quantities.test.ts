import { canonicalQuantity, quantityValue } from '../../src/facts';

test.each([
  ['1024Mi', '1Gi'],
  ['1536Mi', '1536Mi'],
  ['1048576Mi', '1Ti'],
  ['1.5Gi', '1536Mi'],
  ['0.5Ki', '512'],
  ['1024', '1024'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['0.5', '500m'],
  ['.5', '500m'],
  ['1.', '1'],
  ['+2', '2'],
  ['-0.5', '-500m'],
  ['2', '2'],
  [2, '2'],
  [0.25, '250m'],
  ['1000000000', '1G'],
  ['1.5G', '1500M'],
  ['0', '0'],
  ['0Gi', '0'],
  ['-0', '0'],
  ['1e3', '1e3'],
  ['1500e3', '1500e3'],
  ['12E5', '1200e3'],
  ['1e2', '100'],
  ['1n', '1n'],
])('Kubernetes writes %s back as %s', (quantity, canonical) => {
  expect(canonicalQuantity(quantity)).toBe(canonical);
  expect(quantityValue(canonical)).toBeCloseTo(quantityValue(quantity) as number, 12);
});

test.each(['', '.', '4 Gi', '4gi', 'four', '1e', '0.1n', '1e9999', null, undefined, {}])('%p is none', (value) => {
  expect(canonicalQuantity(value)).toBeUndefined();
});
