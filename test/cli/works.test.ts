import { call, temporaryFolder } from './harness';

const folder = temporaryFolder();

const vm = (indent: string, strategy = 'Sometimes') =>
  [
    '- apiVersion: kubevirt.io/v1',
    '  kind: VirtualMachine',
    '  metadata: { name: db, namespace: shop }',
    '  spec:',
    `    runStrategy: ${strategy}`,
    '    template: { spec: { domain: { devices: {} } } }',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');

const work = (
  name: string,
  namespace: string,
  strategy = 'Update',
  runStrategy = 'Sometimes',
) => `apiVersion: work.open-cluster-management.io/v1
kind: ManifestWork
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  manifestConfigs:
    - resourceIdentifier: { group: kubevirt.io, resource: virtualmachines, name: db, namespace: shop }
      updateStrategy: { type: ${strategy} }
  workload:
    manifests:
${vm('      ', runStrategy)}`;

const set = `apiVersion: work.open-cluster-management.io/v1alpha1
kind: ManifestWorkReplicaSet
metadata: { name: vms, namespace: hub }
spec:
  placementRefs: [{ name: all }]
  manifestWorkTemplate:
    workload:
      manifests:
${vm('        ')}`;

const plain = vm('  ', 'Always')
  .replace(/^ {2}- /, '    ')
  .replace(/^ {4}/gm, '');

async function found(text: string): Promise<string[]> {
  folder.write({ 'works.yaml': text });
  const { out } = await call(['audit', 'works.yaml', '--format', 'json'], { cwd: folder.path() });
  return JSON.parse(out).findings.map(
    ({ rule, object, line, startLine }: any) => `${rule} ${object.kind} ${object.namespace}/${object.name}:${startLine ?? line}`,
  );
}

const only = (rule: string, findings: readonly string[]) => findings.filter((one) => one.startsWith(`${rule} `));
const WRONG = 'vm-field-value-unknown';

test('what is in works and in sets of works is judged where it stands', async () => {
  const all = await found(`${work('one', 'east')}---\n${set}`);
  expect(only(WRONG, all)).toEqual([`${WRONG} VirtualMachine shop/db:14`, `${WRONG} VirtualMachine shop/db:29`]);
});

test('works of one cluster are seen together, and apart from others and from the hub', async () => {
  const apart = [plain, work('one', 'east'), work('two', 'west', 'Update', 'Manual'), set];
  expect(only('object-declared-twice', await found(apart.join('---\n')))).toEqual([]);
  const together = [work('one', 'east'), work('two', 'east', 'Update', 'Manual')];
  expect(only('object-declared-twice', await found(together.join('---\n')))).not.toEqual([]);
});

test('no fix is offered for what is within a work, as one is for the same outside', async () => {
  const fixesIn = async (text: string) => {
    folder.write({ 'works.yaml': text });
    const { out } = await call(['audit', 'works.yaml', '--format', 'json'], { cwd: folder.path() });
    return JSON.parse(out)
      .findings.filter(({ rule }: any) => rule === WRONG)
      .map(({ fix }: any) => fix !== undefined);
  };
  expect(await fixesIn(plain.replace('Always', 'always'))).toEqual([true]);
  expect(await fixesIn(work('one', 'east', 'CreateOnly', 'always'))).toEqual([false]);
});

test('Secrets within works stay hidden', async () => {
  const secret = `${work('one', 'east')}      - apiVersion: v1
        kind: Secret
        metadata: { name: Not_A_Name }
        stringData: { password: hunter2-hunter2 }
`;
  folder.write({ 'works.yaml': secret });
  for (const format of ['text', 'json', 'html', 'sarif']) {
    const { out } = await call(['audit', 'works.yaml', '--format', format], { cwd: folder.path() });
    expect(out).toContain('Not_A_Name');
    expect(out).not.toContain('hunter2');
  }
});

test('what a work only reads is not judged', async () => {
  expect((await found(work('one', 'east', 'ReadOnly'))).filter((one) => one.includes('VirtualMachine shop/db'))).toEqual([]);
});
