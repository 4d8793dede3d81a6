import { resolve, sep } from 'node:path';
import { inspect } from 'node:util';
import { Size, Testing } from 'cdk8s';
import { VirtualMachine } from 'cdk8s-kubevirt';
import { ArgumentError } from '../../src/errors';

const LIBRARY = resolve(__dirname, '../../src') + sep;
const MESSAGE = '[test/web] cpu.cores is 1.5: only integers are allowed. Pass an integer. (integer-required)';

function thrown(): ArgumentError {
  try {
    new VirtualMachine(Testing.chart(), 'web', { memory: Size.gibibytes(1), cpu: { cores: 1.5 } });
  } catch (error) {
    return error as ArgumentError;
  }
  throw new Error('nothing was thrown');
}

test('has a name, a code and a message', () => {
  const error = thrown();
  expect(error).toBeInstanceOf(ArgumentError);
  expect([error.name, error.code, error.message]).toEqual(['ArgumentError', 'integer-required', MESSAGE]);
});

test('has the frames of the callers only', () => {
  const [headline, ...frames] = (thrown().stack ?? '').split('\n');
  expect(headline).toBe(`ArgumentError: ${MESSAGE}`);
  expect(frames[0]).toContain(__filename);
  expect(frames.filter((frame) => frame.includes(LIBRARY))).toEqual([]);
});

test('has as many frames of callers as other errors have frames', () => {
  const deep = (depth: number): string => (depth === 0 ? (thrown().stack ?? '') : deep(depth - 1));
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 10;
  const frames = deep(20).split('\n').slice(1);
  Error.stackTraceLimit = stackTraceLimit;
  expect(frames).toHaveLength(10);
  expect(frames.filter((frame) => !frame.includes(__filename))).toEqual([]);
});

test('prints nothing behind its stack', () => {
  const error = thrown();
  expect(Object.keys(error)).toEqual([]);
  expect(inspect(error)).toBe(error.stack);
});
