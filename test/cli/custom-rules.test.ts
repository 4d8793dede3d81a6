import { call, foundIn, temporaryFolder } from './harness';

const folder = temporaryFolder();

const VM = `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: web
  namespace: shop
spec:
  runStrategy: Always
  template:
    spec:
      domain:
        memory:
          guest: 4Gi
        devices: {}
      accessCredentials: []
`;

/** A module with a rule, changed as a text. */
function module_(judge: string, changes = ''): string {
  return `const judge = ${judge};
module.exports = {
  id: 'acme-owner-missing',
  title: 'A VM says which team looks after it',
  severity: 'warning',
  category: 'availability',
  rationale: 'At night somebody has to be called.',
  remediation: 'Add the label team.',
  references: ['https://acme.example/rules/owner'],
  kinds: ['VirtualMachine'],
  judge,
  ${changes}
};
`;
}

const OWNER = `(vm) => vm.metadata.labels?.team === undefined
  ? [{ path: 'metadata.labels.team', message: 'nobody is called when this VM is down',
       fix: { operations: [{ op: 'add', path: '/metadata/labels', value: { team: 'shop' } }], safe: true } }]
  : []`;

async function audit(rules: string, ...args: string[]) {
  folder.write({ 'vm.yaml': VM, 'rules.js': rules, '.cdk8s-kubevirt.yaml': 'customRules: [./rules.js]\n' });
  return call(['audit', 'vm.yaml', ...args], { cwd: folder.path() });
}

const TEXT = 'nobody is called when this VM is down';

describe('findings of a rule of one’s own', () => {
  test('are told like others', async () => {
    const { code, out, err } = await audit(module_(OWNER));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`warning  VirtualMachine shop/web: metadata.labels.team is not set: ${TEXT}.`);
    expect(out).toContain('acme-owner-missing · can be mended');
  });

  test.each(['json', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'html'])('are told in %s', async (format) => {
    const { out } = await audit(module_(OWNER), '--format', format);
    expect(out).toContain(TEXT);
    expect(out).toContain('acme-owner-missing');
  });

  test.each([
    ['', 'https://acme.example/rules/owner'],
    ['references: [],', 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/custom-rules.md'],
  ])('lead to the page that the rule names, or to that about such rules: %s', async (changes, help) => {
    const { out } = await audit(module_(OWNER, changes), '--format', 'json');
    expect(JSON.parse(out).findings.map((finding: any) => finding.help)).toEqual([help]);
  });

  test.each([
    ['raised', 'rules: {acme-owner-missing: error}', 1, ['error acme-owner-missing VirtualMachine/web vm.yaml:3']],
    ['turned off', 'rules: {acme-owner-missing: off}', 0, []],
    ['turned off with their category', 'categories: {availability: off}', 0, []],
    ['accepted', 'acknowledge: [{rule: acme-owner-missing, object: VirtualMachine, reason: a test}]\nfailOn: info', 0, undefined],
  ])('are %s', async (_how, config, code, found) => {
    folder.write({ 'vm.yaml': VM, 'rules.js': module_(OWNER), '.cdk8s-kubevirt.yaml': `customRules: [rules.js]\n${config}\n` });
    const ended = await call(['audit', 'vm.yaml', '--format', 'json'], { cwd: folder.path() });
    expect({ code: ended.code, err: ended.err }).toEqual({ code, err: '' });
    expect(found ?? foundIn(ended)).toEqual(foundIn(ended));
  });

  test('are accepted by the manifest, and by a baseline', async () => {
    const annotation = "  annotations:\n    cdk8s-kubevirt/acknowledge: 'acme-owner-missing: a test'\nspec:";
    folder.write({
      'vm.yaml': VM.replace('spec:', annotation),
      'rules.js': module_(OWNER),
      '.cdk8s-kubevirt.yaml': 'customRules: [rules.js]',
    });
    const fits = { cwd: folder.path() };
    expect((await call(['audit', 'vm.yaml', '--fail-on', 'info'], fits)).code).toBe(0);
    folder.write({ 'vm.yaml': VM });
    expect((await call(['audit', 'vm.yaml', '--fail-on', 'info', '--write-baseline', 'base.json'], fits)).code).toBe(0);
    expect((await call(['audit', 'vm.yaml', '--fail-on', 'info', '--baseline', 'base.json'], fits)).code).toBe(0);
    expect((await call(['audit', 'vm.yaml', '--fail-on', 'info'], fits)).code).toBe(1);
  });

  test('are selected with --rule and --skip', async () => {
    expect(foundIn(await audit(module_(OWNER), '--format', 'json', '--rule', 'acme-owner-missing'))).toHaveLength(1);
    expect(foundIn(await audit(module_(OWNER), '--format', 'json', '--skip', 'acme-owner-missing'))).toEqual([]);
  });

  test('are mended', async () => {
    await audit(module_(OWNER));
    const { out } = await call(['fix', 'vm.yaml', '--dry-run'], { cwd: folder.path() });
    expect(out).toContain('+  labels:\n+    team: shop');
  });

  test('show no secret, neither the value nor in their words', async () => {
    const userData = VM.replace('accessCredentials: []', 'volumes: [{name: c, cloudInitNoCloud: {userData: "password: hunter2-hunter2"}}]');
    const leaky = module_(`(vm) => [{
      path: 'spec.template.spec.volumes[0].cloudInitNoCloud.userData',
      message: 'it has ' + vm.spec.template.spec.volumes[0].cloudInitNoCloud.userData }]`);
    folder.write({ 'vm.yaml': userData, 'rules.js': leaky, '.cdk8s-kubevirt.yaml': 'customRules: [rules.js]' });
    const { out } = await call(['audit', 'vm.yaml', '--format', 'json'], { cwd: folder.path() });
    expect(out).toContain('it has (redacted)');
    expect(out).not.toContain('hunter2');
  });
});

test('a rule is explained and listed', async () => {
  await audit(module_(OWNER));
  const here = { cwd: folder.path() };
  expect((await call(['explain', 'acme-owner-missing'], here)).out).toContain('At night somebody has to be called.');
  expect((await call(['explain', 'acme-owner-missing'], here)).out.match(/https:\S+/g)).toEqual(['https://acme.example/rules/owner']);
  expect((await call(['rules', '--kind', 'VirtualMachine'], here)).out).toContain('acme-owner-missing');
  expect((await call(['rules', '--kind', 'Route'], here)).out).not.toContain('acme-owner-missing');
});

test('a rule sees all objects and the cluster, and a list of rules is taken', async () => {
  const judge =
    "(vm, { manifests, cluster }) => [{ message: manifests.indexOf(vm) + ' of ' + manifests.length + ' on ' + cluster.kubevirtVersion }]";
  const rules = module_(judge).replace('module.exports = {', 'module.exports = [{').replace(/};\n$/, '}];\n');
  expect((await audit(rules, '--cluster', 'kubevirt:1.8')).out).toContain('0 of 1 on 1.8.');
});

describe('a rule that does not work', () => {
  const broken = 'The rule acme-owner-missing does not work: ';
  test.each([
    ['(vm) => vm.no.such', 'it throws "TypeError: Cannot read properties of undefined (reading \'such\')" for VirtualMachine shop/web.'],
    ['() => { throw { secret: "hunter2" } }', 'it throws "[object Object]" for VirtualMachine shop/web.'],
    ['async () => []', 'it returns a promise, and rules answer at once, for VirtualMachine shop/web.'],
    ['() => 5', 'it returns no list of violations for VirtualMachine shop/web.'],
    ['() => [5]', 'it returns a violation that is no object for VirtualMachine shop/web.'],
    ['() => [{ path: "x" }]', 'it returns a violation without a message for VirtualMachine shop/web.'],
    ['() => [{ message: "m", path: 5 }]', 'it returns a violation whose path is no text such as "spec.template.spec.volumes[0]" for'],
    ['() => [{ message: "m", remedy: 5 }]', 'it returns a violation whose remedy is no text for'],
    ['() => [{ message: "m", fix: { operations: [{ op: "move" }], safe: true } }]', 'it returns a violation whose fix has no operations'],
    ['(vm) => { "use strict"; vm.spec.running = true; return []; }', 'it throws "TypeError: Cannot add property running'],
    ['(vm) => { "use strict"; delete vm.spec.runStrategy; return []; }', 'it throws "TypeError: Cannot delete property'],
  ])('%s', async (judge, message) => {
    const { code, out, err } = await audit(module_(judge));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${broken}${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('shows its stack when asked', async () => {
    const { code, err } = await audit(module_('(vm) => vm.no.such'), '--verbose');
    expect(code).toBe(2);
    expect(err).toMatch(/\n {4}at .*rules\.js:1:/);
  });

  test('is told once, however many objects it breaks on', async () => {
    folder.write({ 'vm.yaml': `${VM}---\n${VM}`, 'rules.js': module_('() => 5'), '.cdk8s-kubevirt.yaml': 'customRules: [rules.js]' });
    const { err } = await call(['audit', 'vm.yaml'], { cwd: folder.path() });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a module that is none', () => {
  const at = '.cdk8s-kubevirt.yaml:1: ./rules.js';
  test.each([
    ['module.exports = {', `${at} cannot be loaded: SyntaxError:`],
    ['throw new Error("no")', `${at} cannot be loaded: Error: no (line 1). Mend it.`],
    [
      'require("no-such-package")',
      `${at} cannot be loaded: there is no no-such-package. Name a file that exists, and install what it imports.`,
    ],
    ['module.exports = []', `${at} exports no rule. Export one, or a list of them.`],
    ['module.exports = 5', `${at}: A rule is an object with id, title,`],
    [module_('() => []', "id: 'live-migrate-blocked',"), `${at}: A rule of cdk8s-kubevirt has the code live-migrate-blocked already.`],
    [module_('() => []', "id: 'manifest-not-rendered',"), `${at}: A rule of cdk8s-kubevirt has the code manifest-not-rendered already.`],
    [module_('() => []', 'id: "Owner",'), `${at}: id is "Owner". Write words in small letters with hyphens`],
    [module_('() => []', 'severity: "eror",'), `${at}: severity is "eror". Did you mean error?`],
    [module_('() => []', 'category: "check",'), `${at}: category is "check".`],
    [
      module_('() => []', 'references: ["javascript:alert(1)"],'),
      `${at}: references is ["javascript:alert(1)"]. Write a list of addresses`,
    ],
    [module_('() => []', 'titel: "x",'), `${at}: A rule has no titel. Did you mean title?`],
    [module_('5'), `${at}: judge is 5. Write a function.`],
  ])('%s', async (text, message) => {
    const { code, out, err } = await audit(text);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain(folder.path());
  });

  test('has the code of another of them', async () => {
    folder.write({ 'vm.yaml': VM, 'a.js': module_('() => []'), 'b.js': module_('() => []'), 'c.yaml': '\ncustomRules:\n- a.js\n- b.js\n' });
    const { code, err } = await call(['audit', 'vm.yaml', '--config', 'c.yaml'], { cwd: folder.path() });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'c.yaml:4: b.js: Another of your rules has the code acme-owner-missing already. Choose another, which begins with a name of your own.\n',
    });
  });

  test('is not there', async () => {
    folder.write({ 'vm.yaml': VM, 'c.yaml': 'customRules: [no/rules.js]' });
    const { code, err } = await call(['audit', 'vm.yaml', '--config', 'c.yaml'], { cwd: folder.path() });
    expect(code).toBe(2);
    expect(err).toMatch(/^c\.yaml:1: no\/rules\.js cannot be loaded: there is no .*rules\.js\. Name a file that exists/);
  });
});
