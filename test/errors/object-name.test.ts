import { Arguments } from '../../src/errors';
import { shownWords } from '../../src/facts';

const args = new Arguments('Factory.of');
const LONGEST = 'n'.repeat(253);

test.each(['web', '7', 'web-2', 'u1.medium', LONGEST])('%s is the name of an object', (name) => {
  expect(args.objectName('name', name)).toBe(name);
});

test.each(['', 'Web', 'web_2', '-web', 'web-', 'a..b', 'a.-b', '.web', 'web\n', `${LONGEST}n`])('%j is none', (name) => {
  expect(() => args.objectName('name', name)).toThrow(
    `[Factory.of] name is ${shownWords(JSON.stringify(name))}: the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)`,
  );
});

test('a name that is not given stays so', () => {
  expect(args.objectName('name', undefined)).toBeUndefined();
});
