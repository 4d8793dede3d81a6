import fc from 'fast-check';
import { fieldPathText, parseFieldPath } from '../../src/facts';

test('the text of a path is read as the path', () => {
  const key = fc.oneof(fc.nat(50), fc.string({ minLength: 1 }), fc.constantFrom('spec', 'a.b/c', '0', '[0]', '"', 'a"b', '\n', '\\'));
  fc.assert(fc.property(fc.array(key), (path) => expect(parseFieldPath(fieldPathText(path))).toEqual(path)));
});

test('plain names stand as they are', () => {
  expect(fieldPathText(['metadata', 'labels', 'example.com/tier'])).toBe('metadata.labels["example.com/tier"]');
  expect(fieldPathText(['spec', 'volumes', 0, 'name'])).toBe('spec.volumes[0].name');
});
