// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to parameters of templates look like this
import { type ReadOptions, SourceFile } from '../../src/source';

const read = (text: string, options?: ReadOptions) => SourceFile.of('f.yaml', Buffer.from(text), options);
const VM = 'apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata:\n  name: web\n';

/** What stands where a field of the manifest is said to be. */
function textAt(file: SourceFile, field: readonly (string | number)[], manifest = 0): string {
  const { line, column, endLine, endColumn } = file.regionOf(file.manifests[manifest], field);
  expect(endLine).toBe(line);
  return file.lines.line(line).slice(column - 1, endColumn - 1);
}

describe('what is in a file', () => {
  test('documents, lists in lists, and empty documents', () => {
    const file = read(
      `---\n# nothing\n---\n${VM}---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Service}]}\n`,
    );
    expect(file.manifests.map(({ manifest, path }) => [manifest.kind, path])).toEqual([
      ['VirtualMachine', []],
      ['Service', ['items', 0, 'items', 0]],
    ]);
    expect(file).toMatchObject({ others: 0, templates: 0, faults: [] });
  });

  test('a fault in one document is none of the others', () => {
    const file = read(`${VM}---\na: [\n--- # the third\n${VM}`);
    expect(file.manifests).toHaveLength(2);
    expect(file.faults).toEqual([{ place: { line: 7, column: 1 }, message: expect.stringContaining('flow collection') }]);
  });

  test.each([
    ['values of a chart', 'replicas: 2\nkind: DaemonSet\n', { others: 1 }],
    ['a chart', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n', { others: 1 }],
    ['a kustomization', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n', { others: 1 }],
    ['a JSON patch', '- {op: remove, path: /spec}\n', { others: 1 }],
    ['settings of cdk8s', 'language: typescript\napp: npx tsx main.ts\n', { others: 1 }],
    ['a source of Helm that is no YAML', '{{- if .Values.vm }}\nkind: VirtualMachine\n{{- end }}\n', { templates: 1 }],
    ['a source of Helm with a bare value', 'kind: VirtualMachine\nspec:\n  running: {{ .Values.running }}\n', { templates: 1 }],
    [
      'a source of Helm that is YAML by chance',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: "{{ .Release.Name }}"\n',
      { templates: 1 },
    ],
  ])('%s is counted, and told of no fault', (_, text, counts) => {
    expect(read(text)).toMatchObject({ manifests: [], faults: [], others: 0, templates: 0, ...counts });
  });

  test('an alert with a template in quotes is an object', () => {
    const file = read(
      'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec: {summary: "{{ $labels.vm }} is down"}\n',
    );
    expect(file.manifests).toHaveLength(1);
  });

  test('beside objects, what is none is applied with them', () => {
    expect(read(`${VM}---\njust a text\n`).manifests.map(({ manifest }) => manifest)).toEqual([expect.anything(), 'just a text']);
  });

  test('what an API server adds is left out, and what KubeVirt made of a VM too', () => {
    const file = read(
      `${VM}  managedFields: [{manager: kubectl}]\nstatus: {ready: true}\n---\napiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\nmetadata:\n` +
        '  name: web\n  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachine, name: web, controller: true}]\n',
    );
    expect(file.manifests.map(({ manifest }) => manifest)).toEqual([
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' } },
    ]);
  });

  test('settings of the installer of OpenShift are no object without a kind', () => {
    const settings = 'apiVersion: v1\nbaseDomain: example.com\nmetadata: {name: demo}\nplatform: {none: {}}\n';
    expect(read(settings)).toMatchObject({ manifests: [], others: 1 });
    expect(read(settings.replace('baseDomain: example.com\n', '')).manifests).toHaveLength(1);
  });

  test('patches of a kustomization are counted only', () => {
    expect(read(VM, { isAside: true })).toMatchObject({ manifests: [], others: 1 });
  });

  test('a long list is read item by item, with the same places', () => {
    const item = (index: number) =>
      `- apiVersion: v1\n  kind: Service\n  metadata:\n    name: s${index}\n    annotations:\n      text: |\n        - ${'x'.repeat(200)}\n`;
    const text = `apiVersion: v1\nitems:\n${Array.from({ length: 2000 }, (_, index) => item(index)).join('')}kind: List\nmetadata:\n  resourceVersion: ""\n`;
    const file = read(text);
    expect(file.faults).toEqual([]);
    expect(file.manifests).toHaveLength(2000);
    expect(file.manifests[1999].path).toEqual([0]);
    expect(file.manifests[1999].manifest.metadata?.name).toBe('s1999');
    expect(textAt(file, ['metadata', 'name'], 1999)).toBe('s1999');
    expect(file.regionOf(file.manifests[1999], ['metadata', 'name']).line).toBe(2 + 1999 * 7 + 4);
  });

  test('a long list whose items share anchors is read as a whole', () => {
    const item = (index: number) =>
      `- apiVersion: v1\n  kind: Service\n  metadata: ${index === 0 ? '&m {name: s}' : '*m'}\n  text: ${'x'.repeat(200)}\n`;
    const file = read(`apiVersion: v1\nkind: List\nitems:\n${Array.from({ length: 2000 }, (_, index) => item(index)).join('')}`);
    expect(file.faults).toEqual([]);
    expect(file.manifests[1999].path).toEqual(['items', 1999]);
    expect(file.manifests[1999].manifest.metadata?.name).toBe('s');
  });
});

describe('where a field stands', () => {
  const text = [
    'apiVersion: v1 # a comment',
    'kind: ConfigMap',
    'metadata:',
    '  name: "quoted"',
    '  labels: {app: web, "tier/x": \'back\'}',
    'list:',
    '  - one',
    '  - name: two',
    '    at: 2',
    'empty:',
    'block: |',
    '  text',
    'base: &base',
    '  a: 1',
    '  b: 2',
    'merged:',
    '  b: 3',
    '  <<: *base',
    'again: *base',
    'yes: no',
    'brackets: {',
    'a: 1',
    '}',
  ].join('\r\n');
  const file = read(`\ufeff# first\r\n---\r\n${text}\r\n`);

  test.each([
    [['apiVersion'], 'v1'],
    [['metadata', 'name'], '"quoted"'],
    [['metadata', 'labels', 'tier/x'], "'back'"],
    [['metadata'], 'metadata'],
    [['metadata', 'labels'], 'labels'],
    [['metadata', 'namespace'], 'metadata'],
    [['metadata', 'labels', 'none', 'below'], 'labels'],
    [['list', 0], 'one'],
    [['list', 1], 'name: two'],
    [['list', 1, 'at'], '2'],
    [['list', 7], 'list'],
    [['empty'], 'empty'],
    [['block'], 'block'],
    [['merged', 'a'], '1'],
    [['merged', 'b'], '2'],
    [['again', 'a'], '1'],
    [['true'], 'no'],
    [['brackets', 'a'], '1'],
    [['nothing'], 'apiVersion: v1 # a comment'],
    [[], 'apiVersion: v1 # a comment'],
  ])('%j', (path, expected) => {
    expect(textAt(file, path)).toBe(expected);
  });

  test('counts lines and columns from 1, whatever ends the lines', () => {
    expect(file.regionOf(file.manifests[0], ['list', 1, 'at'])).toEqual({ line: 11, column: 9, endLine: 11, endColumn: 10 });
  });

  test('leads into the template that an object comes from', () => {
    const template = read(
      'apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- {name: NAME, required: true}\nobjects:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: ${NAME}\n',
      { parameters: new Map([['NAME', 'web']]) },
    );
    expect(template.manifests[0].manifest.metadata).toEqual({ name: 'web' });
    expect(textAt(template, ['metadata', 'name'])).toBe('${NAME}');
    const without = read('apiVersion: v1\nkind: Template\nparameters:\n- {name: NAME, required: true}\nobjects: []\n');
    expect(without.faults[0].place).toEqual({ line: 4, column: 3 });
  });
});
