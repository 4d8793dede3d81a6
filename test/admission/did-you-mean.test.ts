import { didYouMean } from '../../src/admission';

const ALLOWED = ['LiveMigrate', 'LiveMigrateIfPossible', 'None'];

test('a value in the wrong case is recognised', () => {
  expect(didYouMean('livemigrate', ALLOWED)).toBe('Did you mean LiveMigrate?');
});

test('a value with two wrong characters is recognised', () => {
  expect(didYouMean('LiveMigrateIfPosibl', ALLOWED)).toBe('Did you mean LiveMigrateIfPossible?');
});

test('the allowed values are listed for any other value', () => {
  expect(didYouMean('Migrate', ALLOWED)).toBe('Use one of LiveMigrate, LiveMigrateIfPossible, None.');
});
