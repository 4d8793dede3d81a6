import { isEmptySelector, matchLabelSelector, matchLabels } from '../../src/graph';

const LABELS = { app: 'web', tier: 'front' };

function matchesExpression(operator: string, key: string, values?: string[]): boolean {
  return matchLabelSelector({ matchExpressions: [{ key, operator, values }] }, LABELS);
}

test('a label map selects what has all of its labels', () => {
  expect(matchLabels({ app: 'web' }, LABELS)).toBe(true);
  expect(matchLabels({ app: 'web', tier: 'back' }, LABELS)).toBe(false);
});

test('an empty label map selects nothing', () => {
  expect(matchLabels({}, LABELS)).toBe(false);
  expect(matchLabels(undefined, LABELS)).toBe(false);
});

test('an empty selector selects everything, a missing one nothing', () => {
  expect(matchLabelSelector({}, LABELS)).toBe(true);
  expect(matchLabelSelector(undefined, LABELS)).toBe(false);
});

test('a selector selects what matches its labels and its expressions', () => {
  const expression = { key: 'tier', operator: 'Exists' };
  expect(matchLabelSelector({ matchLabels: { app: 'web' }, matchExpressions: [expression] }, LABELS)).toBe(true);
  expect(matchLabelSelector({ matchLabels: { app: 'db' }, matchExpressions: [expression] }, LABELS)).toBe(false);
  expect(matchLabelSelector({ matchLabels: { app: 'web' }, matchExpressions: [expression] }, { app: 'web' })).toBe(false);
});

test('expressions compare as Kubernetes does', () => {
  expect(matchesExpression('In', 'app', ['api', 'web'])).toBe(true);
  expect(matchesExpression('In', 'app', ['api'])).toBe(false);
  expect(matchesExpression('In', 'zone', ['a'])).toBe(false);
  expect(matchesExpression('NotIn', 'app', ['web'])).toBe(false);
  expect(matchesExpression('NotIn', 'zone', ['a'])).toBe(true);
  expect(matchesExpression('Exists', 'app')).toBe(true);
  expect(matchesExpression('DoesNotExist', 'app')).toBe(false);
  expect(matchesExpression('DoesNotExist', 'zone')).toBe(true);
  expect(matchesExpression('Near', 'app')).toBe(false);
});

test('what every object of JavaScript has is no label', () => {
  const asks = (operator: string) => matchLabelSelector({ matchExpressions: [{ key: 'constructor', operator }] }, { app: 'web' });
  expect([asks('Exists'), asks('DoesNotExist')]).toEqual([false, true]);
});

test('a selector is empty without labels and expressions', () => {
  expect(isEmptySelector(undefined)).toBe(true);
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
  expect(isEmptySelector({ matchLabels: { app: 'web' } })).toBe(false);
  expect(isEmptySelector({ matchExpressions: [{ key: 'app', operator: 'Exists' }] })).toBe(false);
});
