import { compileErrors } from './compile-fences';
import { examplesIn, type Fence, fencesIn, fencesOfPages, fencesOfSource } from './fence';
import { synthesizedFiles } from './run-fence';

const fences = [...fencesOfPages(), ...fencesOfSource()];
const apps = fences.filter(({ code }) => code.includes('new App(') || code.includes('new Fleet('));

function program(code: string, file = 'guide.md'): Fence {
  return { place: `${file}:10`, file, line: 10, code };
}

const wrongTypes = program("import { App } from 'cdk8s';\nconst app: string = new App();\napp.nothing();\n", 'wrong-types.md');
const wrongName = program("import { Unheard } from 'cdk8s-kubevirt';\nconsole.log(Unheard);\n", 'wrong-name.md');
/** All in one compilation: each would read the library again. */
let errors: string[];

beforeAll(() => {
  errors = compileErrors([...fences, wrongTypes, wrongName]);
}, 60_000);

test('README.md shows at least one app', () => {
  expect(apps.filter(({ file }) => file === 'README.md')).not.toEqual([]);
});

test('every sample compiles in strict mode', () => {
  expect(errors.filter((error) => !error.startsWith('wrong-'))).toEqual([]);
});

test.each(apps)('the app at $place synthesizes', (app) => {
  expect(synthesizedFiles(app)).not.toEqual([]);
});

describe('the reader of samples', () => {
  test('finds TypeScript fences and their lines', () => {
    const page = ['# Title', '```ts', 'first', '```', '```sh', 'ls', '```', '```typescript', 'second', 'third', '```'];
    expect(fencesIn('guide.md', page).map(({ place, code }) => [place, code])).toEqual([
      ['guide.md:3', 'first\n'],
      ['guide.md:9', 'second\nthird\n'],
    ]);
  });

  test('finds examples in doc comments, up to the next tag', () => {
    const source = ['/**', ' * Text.', ' *', ' * @example', " * import 'x';", ' *   indented', ' * @see y', ' */', 'export {};'];
    expect(examplesIn('vm.ts', source).map(({ place, code }) => [place, code])).toEqual([['vm.ts:5', "import 'x';\n  indented\n"]]);
  });

  test('finds fences inside an example', () => {
    const source = ['/**', ' * @example', ' * ```ts', ' * code', ' * ```', ' */'];
    expect(examplesIn('vm.ts', source).map(({ place, code }) => [place, code])).toEqual([['vm.ts:4', 'code\n']]);
  });
});

describe('a sample that is wrong', () => {
  test('does not compile, and the line is told', () => {
    expect(errors.filter((error) => error.startsWith(wrongTypes.file))).toEqual([
      "wrong-types.md:11 Type 'App' is not assignable to type 'string'.",
      "wrong-types.md:12 Property 'nothing' does not exist on type 'string'.",
    ]);
  });

  test('uses a name that the package does not have', () => {
    expect(errors.filter((error) => error.startsWith(wrongName.file))).toEqual([
      "wrong-name.md:10 Module '\"cdk8s-kubevirt\"' has no exported member 'Unheard'.",
    ]);
  });

  test('fails when it runs', () => {
    const code = "import { App, Chart } from 'cdk8s';\nconst app = new App();\nnew Chart(app, 'a');\nnew Chart(app, 'a');\napp.synth();\n";
    expect(() => synthesizedFiles(program(code))).toThrow("There is already a Construct with name 'a' in App");
  });
});
