import { isNearlyNamed } from '../../src/admission';

test.each([
  ['fronted', 'frontend'],
  ['wbe', 'web'],
  ['web', 'web-svc'],
  ['db-headless', 'db'],
  ['webs', 'web'],
])('%s is probably meant to be %s', (name, other) => {
  expect(isNearlyNamed(name, other)).toBe(true);
  expect(isNearlyNamed(other, name)).toBe(true);
});

test.each([
  ['web', 'web'],
  ['web-1', 'web-2'],
  ['web', 'web-2'],
  ['shop-a', 'shop-b'],
  ['db', 'dc'],
  ['web', 'api'],
  ['shop', 'shop-catalog'],
])('%s and %s are meant as they are', (name, other) => {
  expect(isNearlyNamed(name, other)).toBe(false);
  expect(isNearlyNamed(other, name)).toBe(false);
});
