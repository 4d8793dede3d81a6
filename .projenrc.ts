import { cdk8s, JsonPatch, javascript } from 'projen';

/** Suites that go through everything there is, or through random things: `npm test` leaves them to `npm run test:properties`. */
const SWEEPS = [
  'test/properties/',
  'test/admission/field-suggestion',
  'test/admission/pyyaml-read-data',
  'test/audit/bad-neighbours',
  'test/audit/forged-lines',
  'test/audit/hostile-words',
  'test/audit/mentions',
  'test/audit/odd-values',
  'test/audit/secrets',
  'test/cli/fix-properties',
  'test/cli/secrets',
  'test/errors/secrets',
  'test/errors/wrong-types',
  'test/report/hostile',
  'test/source/edit-properties',
  'test/vm/field-coverage',
];

/** Suites that need more than Node.js: each has a task of its own that says what it leaves out. */
const WITH_TOOLS = ['test/readers/', 'test/control-plane/', 'test/faultlab/guests/'];

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-kubevirt',
  description: 'Highly available virtual machines on Kubernetes, written as code: CDK8s constructs for KubeVirt and OpenShift.',
  keywords: ['cdk8s', 'kubevirt', 'openshift', 'openshift-virtualization', 'high-availability', 'virtual-machine'],
  author: 'cdk8s-kubevirt contributors',
  authorAddress: 'cdk8s-kubevirt@users.noreply.github.com',
  repositoryUrl: 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '0.103.25',
  minNodeVersion: '20.16.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  jestOptions: {
    jestVersion: '^30.0.0',
    junitReporting: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    configFilePath: 'jest.config.json',
    jestConfig: {
      moduleNameMapper: { '^cdk8s-kubevirt$': '<rootDir>/src/index.ts' },
      collectCoverage: false,
      maxWorkers: 2,
      // They take minutes, and have scripts of their own.
      testPathIgnorePatterns: ['/node_modules/', ...[...WITH_TOOLS, ...SWEEPS].map((path) => `<rootDir>/${path}`)],
    },
  },

  cdk8sVersion: '2.70.106',
  constructsVersion: '10.4.3',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  bin: { 'cdk8s-kubevirt': 'lib/cli.js' },
  devDeps: [
    '@biomejs/biome@2.5.15',
    '@swc/core@1.16.18',
    '@swc/jest@^0.2.39',
    '@lezer/highlight@^1.2.0',
    '@lezer/lr@^1.4.0',
    '@prometheus-io/lezer-promql@0.315.0',
    '@microsoft/jest-sarif@1.0.0-beta.0',
    'ajv@^8.20.0',
    'cdk8s-cli@^2.207.60',
    'esbuild@~0.28.0',
    'dependency-cruiser@^17.4.3',
    'fast-check@^4.10.2',
    'recheck@^4.5.0',
    'tsx@^4.20.0',
    'typescript-7@npm:typescript@7.0.2',
    'string-width@^4.2.3',
    'xmllint-wasm@^5.3.0',
    'js-yaml@^4.1.0',
    'js-yaml-3@npm:js-yaml@3.15.2',
    '@types/js-yaml@^4.0.9',
    'yaml@^2.8.0',
    // What the command is built with is bundled into it.
    'chokidar@^4.0.3',
    'cli-progress@^3.12.0',
    '@types/cli-progress@^3.11.6',
    'commander@^14.0.2',
    'diff@^8.0.3',
    'js-yaml-5@npm:js-yaml@^5.5.0',
    'picomatch@^4.0.3',
    '@types/picomatch@^4.0.2',
    'tinyglobby@^0.2.15',
  ],
  peerDependencyOptions: { pinnedDevDependency: true },

  publishToPypi: { distName: 'cdk8s-kubevirt', module: 'cdk8s_kubevirt' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8s_kubevirt',
    mavenGroupId: 'io.github.cdk8s-kubevirt',
    mavenArtifactId: 'cdk8s-kubevirt',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-kubevirt/cdk8s-kubevirt-go' },

  github: false,
  release: false,
  depsUpgrade: false,
  integrationTestAutoDiscover: false,
  sampleCode: false,
  readme: undefined,
  biome: true,
  biomeOptions: {
    version: '2.5.15',
    biomeConfig: {
      files: { includes: ['**', '!src/imports', '!schemas/config.schema.json', '!API.md', '!package.json', '!biome.jsonc'] },
      formatter: { indentStyle: javascript.biome_config.IndentStyle.SPACE, indentWidth: 2, lineWidth: 140 },
      // Manifests are data of any shape.
      linter: { rules: { suspicious: { noExplicitAny: 'off' } } as any },
      javascript: { formatter: { quoteStyle: javascript.biome_config.QuoteStyle.SINGLE } },
    },
  },
});

// Tests, examples, scripts and benchmarks see the library by its package name,
// as a user does.
new javascript.TypescriptConfig(project, {
  fileName: 'tsconfig.dev.json',
  include: ['src/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', '.projenrc.ts'],
  compilerOptions: {
    target: 'ES2022',
    lib: ['es2022'],
    module: 'node16',
    esModuleInterop: true,
    strict: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noFallthroughCasesInSwitch: true,
    isolatedModules: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['jest', 'node'],
    paths: { 'cdk8s-kubevirt': ['./src/index.ts'] },
  },
});
// The compiler in Go takes an eighth of the time; jsii, and what runs samples, need the one in JavaScript.
const typecheck = project.tasks.addTask('typecheck', {
  description: 'Type-check tests, examples, scripts and benchmarks',
  exec: 'node node_modules/typescript-7/bin/tsc -p tsconfig.dev.json',
});

// swc is quicker than ts-jest and does not type-check: the task `typecheck` does.
project.deps.removeDependency('ts-jest');
project.tryFindObjectFile('jest.config.json')?.patch(JsonPatch.replace('/transform', { '^.+\\.ts$': '@swc/jest' }));

// cdk8s-plus-27 >= 2.9.0 carries `backport`, a command-line tool for its own
// maintainers, as an optional dependency: 190 packages and an install script.
// recheck carries itself five more times, 25 MB each: what is in JavaScript does.
project.package.addField('overrides', {
  'unrs-resolver': '1.11.1',
  backport: 'npm:empty-npm-package@1.0.0',
  'recheck-jar': 'npm:empty-npm-package@1.0.0',
  'recheck-linux-x64': 'npm:empty-npm-package@1.0.0',
  'recheck-macos-arm64': 'npm:empty-npm-package@1.0.0',
  'recheck-macos-x64': 'npm:empty-npm-package@1.0.0',
  'recheck-windows-x64': 'npm:empty-npm-package@1.0.0',
});

// Of recheck only what is in JavaScript is installed.
project.tasks.addEnvironment('RECHECK_BACKEND', 'pure');

// jsii reminds of the end of Node 20 at length.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

project.addTask('synth', {
  description: 'Build the library and synthesize every example into dist/',
  steps: [{ spawn: 'compile' }, { exec: 'tsx --tsconfig tsconfig.dev.json scripts/synth-examples.ts' }],
});
/** `npm test` leaves some folders out. It goes behind the paths: it takes all that follows. */
const LOOK_EVERYWHERE = '--testPathIgnorePatterns=/node_modules/';
project.addTask('test:properties', {
  description:
    'Random apps and random faults, 2,000 of each, 10,000 simulated designs, all verdicts of KubeVirt, and what goes through all fixtures',
  env: { PROPERTY_RUNS: '2000', ORACLE_STEP: '1', SIMULATED_DESIGNS: '10000', CAPACITY_RUNS: '10000' },
  exec: `jest --ci --testTimeout 600000 ${SWEEPS.join(' ')} test/oracle/ test/recovery-simulation/ test/capacity/brute-force test/source/block-yaml ${LOOK_EVERYWHERE}`,
});
project.addTask('test:readers', {
  description: 'Hostile texts through every YAML reader that there is: 50,000 of them; needs python3 and go for all',
  env: { READER_RUNS: '50000' },
  steps: [{ exec: 'scripts/readers.sh' }, { exec: `jest --ci --testTimeout 900000 test/readers ${LOOK_EVERYWHERE}` }],
});
project.addTask('test:cluster', {
  description: 'Manifests against a real API server with the CRDs, and recoveries against a real controller manager; needs go',
  steps: [{ exec: 'scripts/control-plane.sh' }, { exec: `jest --ci --testTimeout 900000 test/control-plane ${LOOK_EVERYWHERE}` }],
});
project.addTask('test:faults', {
  description: 'Faults in real guests, against what recovery says of them; needs QEMU and packages of Debian. FAULTS=quick: the quickest',
  steps: [{ exec: 'scripts/faultlab.sh' }, { exec: `jest --ci --runInBand --testTimeout 900000 test/faultlab/guests ${LOOK_EVERYWHERE}` }],
});
project.addTask('proof', {
  description: 'Put the tables of the last runs against real parts into docs/proof.md',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/proof.ts',
});
project.addTask('bench', {
  description: 'Time and memory against the same objects without constructs, and of the audit against other programs',
  steps: [{ spawn: 'compile' }, { exec: 'tsx --tsconfig tsconfig.dev.json bench/main.ts', receiveArgs: true }],
});
project.addTask('try-package', {
  description: 'Install the packed library in an empty folder and run the first sample',
  exec: 'scripts/try-package.sh',
});
const signatures = project.addTask('signatures', {
  description: 'Generate src/errors/signatures.ts: what constructors, factories and methods take',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/signatures.ts',
});
project.compileTask.spawn(signatures);
const bundle = project.addTask('bundle', {
  description: 'Bundle src/ into lib/index.js',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/bundle.ts',
});
project.compileTask.spawn(bundle);
const command = project.addTask('bundle:command', {
  description: 'Bundle src/cli into lib/cli.js, and list the licences of what is in it',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/bundle-command.ts',
});
project.compileTask.spawn(command);
const ruleIndex = project.addTask('rules:index', {
  description: 'Generate the indexes of src/audit/rules from the files in them',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/rule-index.ts',
});
project.preCompileTask.spawn(ruleIndex);
const pageScript = project.addTask('page-script', {
  description: 'Generate src/report/html/page-script.ts: the script of the HTML report as a text',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/page-script.ts',
});
project.preCompileTask.spawn(pageScript);
const rules = project.addTask('rules', {
  description: 'Generate docs/rules.md and a page for each rule from the rules and their fixtures',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/rule-catalogue.ts',
});
project.postCompileTask.spawn(rules);

const configSchema = project.addTask('config-schema', {
  description: 'Generate schemas/config.schema.json: what may stand in a configuration of the command',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/config-schema.ts',
});
project.postCompileTask.spawn(configSchema);
const admissionChecks = project.addTask('admission-checks', {
  description: 'Generate docs/admission-checks.md from the lists of checks',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/admission-checks.ts',
});
project.postCompileTask.spawn(admissionChecks);
const fields = project.addTask('fields', {
  description: 'Generate docs/field-coverage.md: which fields of a VirtualMachine have an option',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/field-coverage.ts',
});
project.postCompileTask.spawn(fields);
project.addTask('import', {
  description: 'Generate src/imports from CustomResourceDefinitions (--crds DIR)',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/import/main.ts',
  receiveArgs: true,
});
project.addTask('import:kubernetes', {
  description: 'Generate src/imports/kubernetes-table.ts from what an API server says and does; needs go',
  steps: [{ exec: 'scripts/control-plane.sh' }, { exec: 'tsx --tsconfig tsconfig.dev.json scripts/import/kubernetes/main.ts' }],
});
project.tasks.tryFind('docgen')?.reset('jsii-docgen -s root -o API.md');
project.addTask('fmt', { description: 'Format and mend what can be mended', exec: 'biome check --write' });
project.tasks.tryFind('biome')?.reset('biome ci');
// A suite by itself loads all of the library: `npm test` runs them in a few shares. `npx jest PATH` runs one.
project.testTask.reset("jest --ci --testMatch '<rootDir>/test/together/*.suites.ts'", { receiveArgs: true });
project.testTask.exec('biome ci');
project.testTask.spawn(typecheck);
project.testTask.exec('scripts/left-out.sh');

// Packages for Python, Java and Go are made where their tools are: a build packs for npm.
project.packageTask.reset('npm run package:js');

// What npm packs and publishes is built first, or nothing is packed: a package without lib/ installs without a word.
project.package.setScript('prepack', 'projen compile 1>&2');

// Users get the bundle with its types, and what is worth reading.
project.addPackageIgnore('/lib/**/*.js');
project.addPackageIgnore('!/lib/index.js');
project.addPackageIgnore('!/lib/index.js.map');
// The command is one file; nobody imports what it is made of.
project.addPackageIgnore('!/lib/cli.js');
project.addPackageIgnore('!/lib/recovery-texts.js');
for (const room of ['cli', 'profile', 'report', 'source']) {
  project.addPackageIgnore(`/lib/${room}/`);
}
// A page for each rule.
project.annotateGenerated('/docs/rules/**');
// `explain` says what the pages of rules say.
for (const path of ['/docs/rules/', '/.ci/', '/.dependency-cruiser.json', '/bench/', '/scripts/', '/biome.jsonc']) {
  project.addPackageIgnore(path);
}

project.synth();
