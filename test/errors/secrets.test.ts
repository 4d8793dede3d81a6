import { ApiObject, App, Chart, Duration, Lazy, Size } from 'cdk8s';
import * as library from 'cdk8s-kubevirt';
import ts from 'typescript';
import { ArgumentError, Arguments } from '../../src/errors';
import { isSecretArgument } from '../../src/errors/secret-arguments';
import { CALLS } from '../../src/errors/signatures';
import { sourceFiles } from '../architecture/source-files';
import { syntaxOf } from '../architecture/syntax';
import { CANARY, LOOKS } from '../audit/canaries';
import { argumentsOf, perform, placesOf } from './calls';
import { codesIn, errorCodes } from './error-codes';

const ALL_LOOKS = LOOKS.map(([, secret]) => secret).join('\n');
const [[, ADDRESS]] = LOOKS;
const PAIR = `password=${CANARY}`;

/** Options that hold secrets, whatever the function that redacts them knows of. */
const SECRET_OPTIONS =
  /(?:^|\.)(?:userData|content|passwordHash|text|expression)$|(?:^|\.)(?:commands?|config|headers|parameters|sharedParameters|patches)\b|^(?:settings|cloudInit|secret)$|^settings\.(?:files|otherModules)(?:\[0\])?$|^options\.(?:key|(?:c|caC|destinationCaC)ertificate)$/;

const { prepareStackTrace } = Error;
beforeAll(() => {
  Error.prepareStackTrace = () => '';
});
afterAll(() => {
  Error.prepareStackTrace = prepareStackTrace;
});

function messageOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** One place in the source where an argument is refused. */
interface Site {
  readonly code: string;
  /** The path of the argument, with `0` for what is not a literal. */
  readonly argument: string;
  /** What the rule and the remedy say. */
  readonly words: readonly ts.Expression[];
}

function sitesOf(file: string): Site[] {
  const sites: Site[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const given = [...node.arguments];
      if (name.text === 'refuse' && given.length === 5) {
        sites.push(...codesIn(node).map((code) => ({ code, argument: written(given[1]), words: given.slice(3) })));
      } else if (name.text === 'matching' && given.length === 6) {
        sites.push(...codesIn(node).map((code) => ({ code, argument: written(given[0]), words: given.slice(3, 5) })));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return sites;
}

/** The path as the source writes it: what is in it stands for an entry of a list, or for the name of the object around it. */
function written(expression: ts.Expression): string {
  const text = expression.getText();
  return ts.isStringLiteralLike(expression)
    ? expression.text
    : text
        .replace(/^`|`$/g, '')
        .replace(/^\$\{[^}]*\}\./, '')
        .replace(/\$\{[^}]*\}/g, '0');
}

const sites = sourceFiles().flatMap(sitesOf);
const args = new Arguments(PAIR);

test('no error shows a secret by its looks, whichever code it has', () => {
  const shown = errorCodes().flatMap((code) => {
    const places = sites.filter((site) => site.code === code).map(({ argument }) => argument);
    return [...places, 'any'].map((argument) =>
      messageOf(() => args.refuse(code, `${argument}[${JSON.stringify(ALL_LOOKS)}]`, JSON.stringify(ALL_LOOKS), ALL_LOOKS, ALL_LOOKS)),
    );
  });
  expect(shown.length).toBeGreaterThan(errorCodes().length);
  expect([...new Set(shown.filter((message) => message.includes(CANARY)))]).toEqual([]);
  process.stdout.write(`canaries in errors: ${errorCodes().length} codes at ${sites.length} places, ${shown.length} texts, 0 shown\n`);
});

test('no error shows what is passed for a secret option, and its words do not repeat it', () => {
  const secret = sites.filter(({ argument }) => SECRET_OPTIONS.test(argument));
  expect(secret.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['password-not-hashed', 'header-value-invalid', 'header-expression-invalid']),
  );
  for (const { code, argument } of secret) {
    for (const value of [JSON.stringify(CANARY), JSON.stringify([CANARY]), JSON.stringify({ a: CANARY }), '7700770077']) {
      expect(messageOf(() => args.refuse(code, argument, value, 'rule', 'Remedy.'))).not.toMatch(/Canary|77007/);
    }
  }
  const repeated = secret.filter(({ words }) => words.some((expression) => ts.isTemplateExpression(expression)));
  // It says which module is there twice.
  expect(repeated.map(({ code }) => code)).toEqual(['cloud-config-module-twice']);
});

/** What callers pass by mistake, with a secret in it. */
const MISTAKES: readonly unknown[] = [ALL_LOOKS];

test('no call shows a secret that is passed in a wrong place', () => {
  const codes = new Set<string>();
  const shown = new Set<string>();
  let count = 0;
  for (const call of Object.keys(CALLS)) {
    for (const place of placesOf(call)) {
      const path = place.path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .slice(1);
      const plain = SECRET_OPTIONS.test(path) ? [CANARY, [CANARY], { a: CANARY }, 7700770077, [7700770077]] : [];
      for (const mistake of [...MISTAKES, ...plain]) {
        const message = messageOf(() => perform(call, argumentsOf(call, place, mistake)));
        count += message === '' ? 0 : 1;
        codes.add(/\(([a-z0-9-]+)\)$/.exec(message)?.[1] ?? '');
        if (/Canary|77007/.test(message)) {
          shown.add(`${call}(${path}): ${message}`);
        }
      }
    }
  }
  expect([...shown]).toEqual([]);
  expect(codes.size).toBeGreaterThan(30);
  process.stdout.write(`canaries in calls: ${Object.keys(CALLS).length} calls, ${count} errors with ${codes.size} codes, 0 shown\n`);
});

const memory = Size.gibibytes(1);
const machine = (props: library.VirtualMachineProps = {}) =>
  new library.VirtualMachine(new Chart(new App(), PAIR, { namespace: 'shop' }), PAIR, { memory, ...props });

test.each<[string, () => unknown]>([
  ['app-not-rendered', () => unrendered().liveMigratability()],
  ['cloud-config-list-required', () => library.CloudInit.fromCloudConfig({ write_files: { content: CANARY } })],
  [
    'checksum-in-template',
    () => machine({ disks: [library.Disk.fromHttp('a', { size: memory, url: 'https://a/b', checksum: `md5:${'0'.repeat(32)}` })] }),
  ],
  ['disk-url-invalid', () => machine({ disks: [library.Disk.fromHttp('a', { size: memory, url: ADDRESS.replace('https', 'file') })] })],
  ['pod-label-conflict', () => machine({ podLabels: { tier: 'web' } }).addPodLabel('tier', CANARY.slice(0, 3))],
  ['probe-path-relative', () => machine({ liveness: library.Probe.fromHttpGet(`live?token=${CANARY}`, { port: 80 }) })],
  ['image-name-invalid', () => machine({ disks: [library.Disk.fromContainerDisk('a', { image: ADDRESS })] })],
  ['guest-path-relative', () => library.CloudInit.fromSettings({ files: [{ path: PAIR, content: CANARY }] })],
  ['permissions-invalid', () => library.CloudInit.fromSettings({ files: [{ path: '/a', permissions: PAIR, content: CANARY }] })],
  ['reason-missing', () => library.ManifestCheck.acknowledge(machine(), { rule: 'live-migrate-blocked', reason: `${PAIR}\n${PAIR}` })],
  [
    'boot-exceeds-objective',
    () =>
      new library.HighlyAvailableVM(new Chart(new App(), PAIR), PAIR, {
        memory,
        bootTime: Duration.hours(2),
        recoveryObjective: Duration.hours(1),
      }),
  ],
  ['watchdog-twice', () => new library.WatchdogDevice(machine({ watchdog: {} }), PAIR)],
])('%s shows none', (code, act) => {
  const message = messageOf(act);
  expect(message).toContain(`(${code})`);
  expect(message).not.toContain(CANARY);
});

/** A VM beside an object that cannot be rendered. */
function unrendered(): library.VirtualMachine {
  const vm = machine();
  const stringData = Lazy.any({
    produce: () => {
      throw new Error(`cannot render {"db": "${CANARY}"}`);
    },
  });
  new ApiObject(vm.node.scope as Chart, 'secret', { apiVersion: 'v1', kind: 'Secret', stringData });
  return vm;
}

test('what is a secret option is known by its path', () => {
  for (const argument of [
    'settings.files[0].content',
    'settings.commands[1][2]',
    'config.write_files',
    'nodes["a"].parameters["--password"]',
    'options.key',
  ]) {
    expect([argument, isSecretArgument(argument)]).toEqual([argument, true]);
  }
  for (const argument of ['settings.hostname', 'settings.files[0].path', 'toleration.key', 'labels["key"]', 'disks[0].url', 'memory']) {
    expect([argument, isSecretArgument(argument)]).toEqual([argument, false]);
  }
});

test('an error is one of ours', () => {
  expect(() => args.refuse('code', 'text', '"a"', 'rule', 'Remedy.')).toThrow(ArgumentError);
});
