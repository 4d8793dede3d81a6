import * as library from 'cdk8s-kubevirt';
import { ArgumentError } from '../../src/errors';
import { CALLS, ENUMS, STRUCTS } from '../../src/errors/signatures';
import { argumentsOf, classes, type Place, perform, placesOf } from './calls';
import { LIKELY, MISTAKES, valid } from './valid-arguments';

/** `[subject] path is value: rule. Remedy. (code)` */
const MESSAGE = /^\[[^\]]+\] [^ ].* is [^:]+.*: .+[^.]\. \S.*[.)] \([a-z0-9-]+\)$/s;

/** Parameters get every mistake, options in them the likely ones: there are thousands. */
function mistakesAt({ path }: Place): typeof MISTAKES {
  return path.length === 1 ? MISTAKES : MISTAKES.slice(0, LIKELY);
}

/** The first line of what a call throws; undefined: nothing. What is no error of ours begins with its name. */
function thrownBy(call: string, given: unknown[]): string | undefined {
  try {
    perform(call, given);
    return undefined;
  } catch (error) {
    return error instanceof ArgumentError && MESSAGE.test(error.message) ? error.message : `NOT OURS: ${error}`;
  }
}

/** Whether a mistake is none for this type. */
function isMeant(type: string, mistake: string): boolean {
  const bare = type.replace(/^\.\.\.|\?$/g, '');
  const kind = bare.endsWith('[]') ? 'list' : bare.startsWith('{') || bare in STRUCTS || bare === 'json' ? 'object' : bare;
  return (type.endsWith('?') && mistake === 'undefined') || kind === 'any' || (MEANT[kind] ?? []).includes(mistake);
}

const MEANT: { readonly [kind: string]: readonly string[] } = {
  string: ['a text', 'an empty text'],
  number: ['a number'],
  boolean: ['a boolean'],
  list: ['a list', 'a list of nothing', 'a list of null'],
  object: ['an object', 'an object with other fields'],
  Disk: ['a Disk'],
  Probe: ['a Probe'],
  VirtualMachine: ['a VM'],
  VirtualMachineWorkload: ['a VM'],
  'cdk8s-plus-27.IPodSelector': ['a VM'],
  'cdk8s-plus-27.Resource': ['a VM'],
  'cdk8s.Duration': ['a Duration'],
  'cdk8s.Size': ['a Size'],
  'constructs.Construct': ['a VM'],
  'constructs.IConstruct': ['a VM'],
};

const calls = Object.keys(CALLS);

// Nobody reads the stacks of thousands of errors, and they took most of the time.
const { prepareStackTrace } = Error;
beforeAll(() => {
  Error.prepareStackTrace = () => '';
});
afterAll(() => {
  Error.prepareStackTrace = prepareStackTrace;
});

test('every class with something to call is in the signatures', () => {
  const classes = new Set(calls.map((call) => call.replace(/^new |[.#].*/g, '')));
  const callable = Object.entries(library).filter(
    ([name, value]) => typeof value === 'function' && name !== 'imports' && hasMembers(value),
  );
  expect(callable.map(([name]) => name).filter((name) => !classes.has(name))).toEqual([]);
});

test('nothing is in the signatures that is not in the package', () => {
  const isThere = (call: string) => {
    const [name, method] = call.replace('new ', '').split(/[.#]/);
    const type = classes[name];
    return typeof (method === undefined ? type : call.includes('#') ? type?.prototype[method] : type?.[method]) === 'function';
  };
  expect(calls.filter((call) => !isThere(call))).toEqual([]);
});

test('enums have the members that they have in the package', () => {
  const own = Object.keys(ENUMS).filter((name) => !name.includes('.'));
  expect(Object.fromEntries(own.map((name) => [name, (library as any)[name]]))).toEqual(
    Object.fromEntries(own.map((name) => [name, ENUMS[name]])),
  );
});

function hasMembers(type: any): boolean {
  const members = [...Object.getOwnPropertyNames(type), ...Object.getOwnPropertyNames(type.prototype)];
  return members.some((name) => typeof Object.getOwnPropertyDescriptor(type, name)?.value === 'function' && !name.startsWith('_'));
}

test.each(calls)('%s takes valid arguments and tells each mistake', (call) => {
  expect(thrownBy(call, Object.values(CALLS[call]).map(valid)) ?? '').not.toMatch(/^NOT OURS|\(argument-(type|missing)\)$/);
  const untold = placesOf(call).flatMap((place) =>
    mistakesAt(place).flatMap(([name, make]) => {
      const message = thrownBy(call, argumentsOf(call, place, make()));
      const isTold = /\(argument-(type|missing)\)$/.test(message ?? '');
      const isWrong = isMeant(place.type, name) ? message?.startsWith('NOT OURS') : !isTold;
      return isWrong ? [`${place.path.join('.')} is ${name}: ${message}`] : [];
    }),
  );
  expect(untold).toEqual([]);
});
