import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsed } from '../architecture/syntax';
import { codesIn, errorCodes } from './error-codes';

const TESTS = resolve(__dirname, '..');
const CODES = errorCodes();

const tests = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.ts$/.test(file))
  .map((file) => readFileSync(join(TESTS, file), 'utf8'))
  .join('\n');

test('there are coded errors, in kebab-case', () => {
  expect(CODES).not.toEqual([]);
  expect(CODES.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(code))).toEqual([]);
});

test.each(CODES)('a test asserts the text of the error (%s)', (code) => {
  expect(tests.includes(`(${code})`)).toBe(true);
});

test('codes are found where errors are thrown and reported', () => {
  const source = `
    this.args.refuse('first-code', 'x', undefined, 'rule', 'remedy');
    args.matching('name', name, /^a$/, 'rule', 'remedy', 'second-code');
    throw new ArgumentError('subject', { code: 'third-code', argument: 'x' });
    return { ruleId: 'fourth-code' };
    refuse('not-a-method');
  `;
  expect(codesIn(parsed(source))).toEqual(['first-code', 'second-code', 'third-code', 'fourth-code']);
});
