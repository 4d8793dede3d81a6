import { call, FAULTY_VM, foundIn, type Given, temporaryFolder } from './harness';

const folder = temporaryFolder();
const NAME = '.cdk8s-kubevirt.yaml';
const RULES = ['--rule', 'run-strategy-not-exactly-one,container-disk-not-pinned'];

async function audit(config: string, args: readonly string[] = [], given: Given = {}) {
  folder.write({ 'vm.yaml': FAULTY_VM, [NAME]: config });
  return call(['audit', 'vm.yaml', ...args], { cwd: folder.path(), ...given });
}

const findings = async (config: string, args: readonly string[] = RULES, given: Given = {}) => {
  const ended = await audit(config, [...args, '--format', 'json'], given);
  expect(ended.err).toBe('');
  return foundIn(ended);
};

const REFUSED: readonly (readonly [string, string])[] = [
  ['clustr: kubevirt:1.8', '1: There is no field clustr. Did you mean cluster?'],
  ['rules:\n  live-migrate-blockd: off', '2: There is no rule live-migrate-blockd. Did you mean live-migrate-blocked?'],
  [
    '"a\\n::error::forged\\u202e": 1',
    '1: There is no field a\\u000a::error::forged\\u202e. Use one of $schema, cluster, failOn, rules, ruleOptions, customRules, categories, skip, parameters, acknowledge, baseline, treatAsHighlyAvailable.',
  ],
  ['failOn: eror', '1: failOn is "eror". Did you mean error?'],
  ['rules:\n  live-migrate-blocked: wrning', '2: rules.live-migrate-blocked is "wrning". Did you mean warning?'],
  ['categories: {securty: off}', '1: There is no category securty. Did you mean security?'],
  [
    'categories:\n  check: off',
    '2: There is no category check. Use one of schema, admission, wiring, availability, recovery, node, security, gitops.',
  ],
  [
    'ruleOptions: {ha-failover-delayd: {mostSeconds: 60}}',
    '1: There is no field ruleOptions.ha-failover-delayd. Did you mean ha-failover-delayed?',
  ],
  ['ruleOptions: {ha-failover-delayed: {most: 60}}', '1: There is no field ruleOptions.ha-failover-delayed.most. Use one of mostSeconds.'],
  [
    'ruleOptions: {ha-failover-delayed: {mostSeconds: 60s}}',
    '1: ruleOptions.ha-failover-delayed.mostSeconds is "60s". Write a whole number.',
  ],
  ['ruleOptions: {ha-failover-delayed: {mostSeconds: -1}}', '1: ruleOptions.ha-failover-delayed.mostSeconds is -1: it must be >= 0.'],
  ['skip: vendor', '1: skip is "vendor". Write a list.'],
  ['treatAsHighlyAvailable: "yes"', '1: treatAsHighlyAvailable is "yes". Write true or false.'],
  ['acknowledge:\n- rule: live-migrate-blocked\n  object: VirtualMachine shop/web', '2: acknowledge[0] has no reason. Write one.'],
  [
    'acknowledge:\n- rule: live-migrate-blocked\n  reason: x',
    '2: acknowledge[0] says neither object nor file, and would accept the finding everywhere. Write one, or turn the rule off.',
  ],
  [
    'acknowledge:\n- {rule: live-migrate-blocked, object: Route, reason: x, until: soon}',
    '2: acknowledge[0].until is "soon". Write a day such as "2027-01-31".',
  ],
  [
    'acknowledge:\n- {rule: live-migrate-blocked, object: Route, reason: x, until: 2027-02-30}',
    '2: There is no day 2027-02-30. Write a day such as "2027-01-31".',
  ],
  [
    'acknowledge:\n- {rule: live-migrate-blocked, object: a b c, reason: x}',
    '2: "a b c" names no object. Write "Kind namespace/name", such as "VirtualMachine shop/web-*".',
  ],
  ['acknowledge:\n- {rule: nothing, object: Route, reason: x}', '2: There is no rule nothing. docs/rules.md lists the rules.'],
  [
    'a: 1\na: 2',
    '2: The key "a" stands twice in one mapping: kubectl takes the last one without a word, strict readers refuse it. Keep one.',
  ],
  [
    'cluster: [',
    '1: This cannot be read as YAML: unexpected end of the stream within a flow collection. Close the brackets, and put commas between their entries.',
  ],
  ['- a', '1: the configuration is ["a"]. Write fields with values.'],
  ['a: 1\n---\nb: 1', ' There is more than one document in it. Keep one.'],
];

test.each(REFUSED)('%j', async (config, message) => {
  expect(await audit(config)).toEqual({ code: 2, out: '', err: `${NAME}:${message}\n` });
});

test('all that is wrong is told at once', async () => {
  expect((await audit('failOn: x\nskip: 1\n')).err.split('\n')).toHaveLength(3);
});

test('a cluster that is wrong is told', async () => {
  expect((await audit('cluster: {openshift: "4.2"}')).err).toMatch(/^The cluster ".cdk8s-kubevirt.yaml" cannot be judged for: /);
  expect((await audit('cluster: {openshift: "4.20", worker: 3}')).err).toBe(
    `${NAME}:1: There is no field cluster.worker. Did you mean workers?\n`,
  );
});

describe('what it says', () => {
  test('the cluster, as a release, as a file, as a description', async () => {
    expect((await audit('cluster: openshift:4.20')).out).toContain('judged for OpenShift 4.20');
    folder.write({ 'c.yaml': 'kubevirt: "1.8"' });
    expect((await audit('cluster: c.yaml')).out).toContain('judged for KubeVirt 1.8');
    expect((await audit('cluster: {openshift: "4.18", treatAs: "4.19"}')).out).toContain('judged for OpenShift 4.18, treated as 4.19');
    expect((await audit('cluster: openshift:4.20', ['--cluster', 'kubevirt:1.8'])).out).toContain('judged for KubeVirt 1.8');
  });

  test('severities, rules and categories that are off, the threshold', async () => {
    const lines = await findings('rules:\n  run-strategy-not-exactly-one: warning\n  container-disk-not-pinned: error\n');
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'warning run-strategy-not-exactly-one',
      'error container-disk-not-pinned',
    ]);
    expect((await findings('rules: {run-strategy-not-exactly-one: off}', [])).join()).not.toContain('run-strategy-not-exactly-one');
    expect((await findings('categories: {admission: off, schema: off}', [])).join()).not.toContain('run-strategy-not-exactly-one');
    expect((await audit('failOn: never')).code).toBe(0);
    expect((await audit('failOn: never', ['--fail-on', 'error'])).code).toBe(1);
  });

  test('what is skipped, also when it is named', async () => {
    folder.write({ 'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: x}\n' });
    const { out } = await audit('skip: [vm.yaml]', ['service.yaml']);
    expect(out).toContain('1 file, 1 object');
  });

  test('parameters of templates, also those that no template has', async () => {
    expect((await audit('parameters: {NAME: x}')).code).toBe(1);
    expect((await audit('parameters: {NAME: 1}')).err).toBe(
      `${NAME}:1: parameters.NAME is 1. Write a text, in quotes if it looks like something else.\n`,
    );
  });

  test('it is found in folders above, and files in it are beside it', async () => {
    folder.write({
      [NAME]: 'baseline: known.json\n',
      'known.json':
        '{"version": 1, "findings": [{"rule": "run-strategy-not-exactly-one", "object": "kubevirt.io/VirtualMachine shop/web", "path": "spec.running"}]}',
      'a/b/vm.yaml': FAULTY_VM,
    });
    expect((await call(['audit', 'vm.yaml'], { cwd: `${folder.path()}/a/b` })).code).toBe(0);
    expect((await call(['audit', 'vm.yaml', '--no-config'], { cwd: `${folder.path()}/a/b` })).code).toBe(1);
    folder.write({ 'other.yaml': 'failOn: never' });
    expect((await call(['audit', 'a/b', '--config', 'other.yaml'], { cwd: folder.path() })).code).toBe(0);
    expect((await call(['audit', 'a/b', '--config', 'none.yaml'], { cwd: folder.path() })).err).toMatch(
      /^There is no configuration none.yaml\. Name one that exists/,
    );
  });
});

describe('findings that are accepted', () => {
  const accept = (entry: string) => `acknowledge:\n- {rule: run-strategy-not-exactly-one, reason: moves next week, ${entry}}\n`;
  const accepted = async (entry: string, given: Given = {}) => {
    const { out } = await audit(accept(entry), [...RULES, '--format', 'json'], given);
    return JSON.parse(out).findings.map(({ rule, acknowledged, line }: any) => `${rule} ${acknowledged?.by ?? '-'} ${line}`);
  };

  test.each([
    'object: VirtualMachine shop/web',
    'object: VirtualMachine web',
    'object: VirtualMachine shop/w*',
    'object: Virtual*',
    'file: "*.yaml"',
    'file: vm.yaml, object: VirtualMachine, path: "spec.*"',
    'object: VirtualMachine, until: 2026-11-28',
  ])('%s', async (entry) => {
    expect(await accepted(entry)).toEqual(['run-strategy-not-exactly-one config 7', 'container-disk-not-pinned - 21']);
  });

  test('do not fail the audit, and stay in the report', async () => {
    const { code, out } = await audit(accept('object: VirtualMachine, until: 2027-01-31'), RULES);
    expect(code).toBe(0);
    expect(out).toContain('accepted by config until 2027-01-31: moves next week');
  });

  test.each(['object: VirtualMachine other/web', 'object: Service', 'file: "x/*"', 'object: VirtualMachine, path: "spec.template.*"'])(
    'not %s',
    async (entry) => {
      expect((await accepted(entry))[0]).toBe('run-strategy-not-exactly-one - 7');
    },
  );

  test('what has expired counts again, and is told with its place', async () => {
    expect(await accepted('object: VirtualMachine, until: 2026-11-27')).toEqual([
      'run-strategy-not-exactly-one - 7',
      'container-disk-not-pinned - 21',
      'acknowledgement-expired - 2',
    ]);
  });

  test('what accepts nothing is told, if what it is about was looked at', async () => {
    const config = (object: string) => `acknowledge:\n- rule: live-migrate-blocked\n  object: ${object}\n  reason: x\n`;
    const lines = async (object: string) => (await findings(config(object), [])).filter((line) => line.includes('acknowledgement'));
    expect(await lines('VirtualMachine shop/web')).toEqual([`warning acknowledgement-unused Configuration/${NAME} ${NAME}:2`]);
    expect(await lines('VirtualMachine shop/other')).toEqual([]);
    expect((await findings(config('VirtualMachine shop/web'), RULES)).join()).not.toContain('acknowledgement');
  });
});
