import type { PatchOperation } from '../../src/facts';
import { editManifest, SourceFile } from '../../src/source';

const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });
const add = (path: string, value: unknown): PatchOperation => ({ op: 'add', path, value });
const remove = (path: string): PatchOperation => ({ op: 'remove', path });

/** The object with a patch, in the text of its file; what is refused in brackets. */
function edited(text: string, operations: readonly PatchOperation[], index = 0): string {
  const file = SourceFile.of('a.yaml', Buffer.from(text));
  const source = file.manifests[index];
  const result = editManifest(source, operations);
  if ('refusal' in result) {
    return `(${result.refusal})`;
  }
  const { offset, text: piece } = source.piece;
  return text.slice(0, offset) + result.text + text.slice(offset + piece.length);
}

const VM = `# The web shop
apiVersion: kubevirt.io/v1 # of today
kind: VirtualMachine
metadata:
  name: 'web'   # as its Service
  labels: {app: web, "tier": "front"}

spec:
  runStrategy: "Always"
  running: true # old
  # What it is made of
  template:
    spec:
      volumes:
      - name: root # first
        containerDisk:
          image: a
      # the second
      - name: data
        emptyDisk: {capacity: 1Gi}
      script: |
        a: b

      last: x
# the end
`;

/** What differs between two texts, line by line. */
function difference(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) {
    end++;
  }
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...fresh.slice(start, fresh.length - end).map((line) => `+${line}`),
  ].join('\n');
}

describe('in lines', () => {
  test.each<[string, readonly PatchOperation[], string]>([
    ['a text in quotes', [replace('/spec/runStrategy', 'Manual')], '-  runStrategy: "Always"\n+  runStrategy: "Manual"'],
    [
      'a text in single quotes',
      [replace('/metadata/name', "it's")],
      "-  name: 'web'   # as its Service\n+  name: 'it''s'   # as its Service",
    ],
    ['a word', [replace('/kind', 'Pool')], '-kind: VirtualMachine\n+kind: Pool'],
    ['a word that is no text without quotes', [replace('/kind', 'on')], '-kind: VirtualMachine\n+kind: "on"'],
    ['a number', [replace('/spec/running', 3)], '-  running: true # old\n+  running: 3 # old'],
    ['a field with its comment', [remove('/spec/running')], '-  running: true # old'],
    ['a field with all in it', [remove('/spec/template')], linesOf('-', VM, '  template:', '      last: x')],
    ['an entry of a list', [remove('/spec/template/spec/volumes/1')], '-      - name: data\n-        emptyDisk: {capacity: 1Gi}'],
    [
      'the first field of an entry',
      [remove('/spec/template/spec/volumes/1/name')],
      '-      - name: data\n-        emptyDisk: {capacity: 1Gi}\n+      - emptyDisk: {capacity: 1Gi}',
    ],
    ['a new field', [add('/spec/instancetype', { name: 'u1.small', kind: 'x' })], '+  instancetype:\n+    name: u1.small\n+    kind: x'],
    ['a new field of an entry', [add('/spec/template/spec/volumes/0/more', [])], '+        more: []'],
    [
      'a new entry',
      [add('/spec/template/spec/volumes/-', { name: 'x', b: [1, { c: 2, d: 3 }] })],
      '+      - name: x\n+        b:\n+        - 1\n+        - c: 2\n+          d: 3',
    ],
    ['a new first entry', [add('/spec/template/spec/volumes/0', 'x')], '+      - x'],
    [
      'the only field',
      [remove('/spec/template/spec/volumes/0/containerDisk/image')],
      '-        containerDisk:\n-          image: a\n+        containerDisk: {}',
    ],
    ['a block of text', [replace('/spec/template/spec/script', 'a\nb')], '-      script: |\n-        a: b\n+      script: "a\\nb"'],
    ['a mapping for a word', [replace('/spec/runStrategy', { a: 1 })], '-  runStrategy: "Always"\n+  runStrategy:\n+    a: 1'],
    [
      'a word for a mapping',
      [replace('/spec/template/spec/volumes/0/containerDisk', 'x')],
      '-        containerDisk:\n-          image: a\n+        containerDisk: x',
    ],
    [
      'a field of which only a part is another one',
      [replace('/spec/template/spec/volumes/0', { name: 'root', containerDisk: { image: 'b' } })],
      '-          image: a\n+          image: b',
    ],
  ])('%s', (_, operations, expected) => {
    expect(difference(VM, edited(VM, operations))).toBe(expected);
  });

  test('line ends of Windows stay', () => {
    const text = VM.replaceAll('\n', '\r\n');
    const result = edited(text, [add('/spec/a', { b: 1 }), remove('/spec/running'), add('/metadata/labels/x', 'y')]);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(result.replaceAll('\r\n', '\n')).toBe(
      edited(VM, [add('/spec/a', { b: 1 }), remove('/spec/running'), add('/metadata/labels/x', 'y')]),
    );
  });

  test('a file without a line end keeps none', () => {
    const text = 'apiVersion: v1\nkind: A\nspec: 1';
    expect(edited(text, [add('/a', 1)])).toBe(`${text}\na: 1`);
    expect(edited(text, [remove('/spec')])).toBe('apiVersion: v1\nkind: A');
  });

  test('a block of text at the end', () => {
    const text = 'apiVersion: v1\nkind: A\ndata:\n  x: |\n    y\n\n---\nkind: B\napiVersion: v1\n';
    expect(edited(text, [add('/data/z', '1')])).toBe(
      'apiVersion: v1\nkind: A\ndata:\n  x: |\n    y\n  z: "1"\n\n---\nkind: B\napiVersion: v1\n',
    );
    expect(edited(text, [remove('/data/x')])).toBe('apiVersion: v1\nkind: A\ndata: {}\n\n---\nkind: B\napiVersion: v1\n');
  });

  test('lists are indented as the others are', () => {
    const text = 'apiVersion: v1\nkind: A\nspec:\n    a:\n        - b: 1\n          c: 2\n';
    expect(edited(text, [add('/spec/d', ['x', { y: ['z'] }])])).toBe(`${text}    d:\n        - x\n        - "y":\n              - z\n`);
  });

  test('fields that are null get a value', () => {
    const text = 'apiVersion: v1\nkind: A\nmetadata:\n  annotations: # none\n  labels:\nspec: ~\n';
    expect(edited(text, [add('/metadata/labels', { a: 'b' })])).toBe(text.replace('labels:', 'labels:\n    a: b'));
    expect(edited(text, [add('/metadata/annotations', 'x')])).toBe(text.replace('annotations:', 'annotations: x'));
    expect(edited(text, [add('/spec', 1)])).toBe(text.replace('~', '1'));
  });
});

describe('within brackets', () => {
  const text = 'apiVersion: v1\nkind: A\nspec: {a: 1, b: [x, "y"], c: {}, "d": "e"} # one line\n';
  test.each<[PatchOperation, string]>([
    [replace('/spec/a', 2), '{a: 2, b: [x, "y"], c: {}, "d": "e"}'],
    [replace('/spec/a', { z: ['q, r'] }), '{a: {z: ["q, r"]}, b: [x, "y"], c: {}, "d": "e"}'],
    [remove('/spec/a'), '{b: [x, "y"], c: {}, "d": "e"}'],
    [remove('/spec/b'), '{a: 1, c: {}, "d": "e"}'],
    [remove('/spec/d'), '{a: 1, b: [x, "y"], c: {}}'],
    [remove('/spec/b/1'), '{a: 1, b: [x], c: {}, "d": "e"}'],
    [add('/spec/b/0', 'w'), '{a: 1, b: [w, x, "y"], c: {}, "d": "e"}'],
    [add('/spec/b/-', 'z'), '{a: 1, b: [x, "y", z], c: {}, "d": "e"}'],
    [add('/spec/c/f', true), '{a: 1, b: [x, "y"], c: {f: true}, "d": "e"}'],
    [add('/spec/f', 'true'), '{a: 1, b: [x, "y"], c: {}, "d": "e", f: "true"}'],
  ])('%j', (operation, expected) => {
    expect(edited(text, [operation])).toBe(`apiVersion: v1\nkind: A\nspec: ${expected} # one line\n`);
  });

  test('JSON stays JSON', () => {
    const json = '{\n  "apiVersion": "v1",\n  "kind": "A",\n  "spec": {\n    "a": "b",\n    "c": [\n      1\n    ]\n  }\n}\n';
    const patch = [replace('/spec/a', 'x'), remove('/spec/c/0'), add('/spec/d', { e: ['f'] }), remove('/kind'), add('/kind', 'B')];
    const result = edited(json, patch);
    expect(result).toBe(
      '{\n  "apiVersion": "v1",\n  "kind": "B",\n  "spec": {\n    "a": "x",\n    "c": [],\n    "d": {\n      "e": [\n        "f"\n      ]\n    }\n  }\n}\n',
    );
    expect(JSON.parse(result).spec.d).toEqual({ e: ['f'] });
  });
});

test('items of lists, and documents between others', () => {
  const text = `kind: Service\napiVersion: v1\n---\n# a list\napiVersion: v1\nkind: List\nitems:\n- kind: A\n  apiVersion: v1\n  spec: 1\n- kind: B\n  apiVersion: v1\n  spec: 1 # here\n---\nkind: C\napiVersion: v1\nspec: 1\n`;
  expect(edited(text, [replace('/spec', 2)], 2)).toBe(text.replace('1 # here', '2 # here'));
  expect(edited(text, [remove('/kind')], 1)).toBe(text.replace('- kind: A\n  apiVersion', '- apiVersion'));
  expect(edited(text, [replace('/spec', 2)], 3)).toBe(text.replace('kind: C\napiVersion: v1\nspec: 1', 'kind: C\napiVersion: v1\nspec: 2'));
});

describe('left alone, with the reason', () => {
  const SHARED = 'apiVersion: v1\nkind: A\na: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 1\nf: !!str 1\n';
  test.each<[string, string, readonly PatchOperation[], string]>([
    ['what an anchor names', SHARED, [replace('/a/b', 2)], 'a has the anchor &x, and *x shares it'],
    ['all of what an anchor names', SHARED, [remove('/a')], 'a has the anchor &x, and *x shares it'],
    ['what an alias names', SHARED, [replace('/c/b', 2)], 'c is the alias *x: what it names is shared'],
    ['what is merged', SHARED, [replace('/d/b', 2)], 'The mapping of "b" takes fields of others with "<<"'],
    ['a tag', SHARED, [replace('/f', 'x')], 'f has a tag'],
    [
      'a number that is written otherwise',
      'apiVersion: v1\nkind: A\na: 0777\n',
      [replace('/a', '511')],
      'a is written as 0777: put it in quotes, or write what is meant',
    ],
    [
      'a word that is a boolean',
      'apiVersion: v1\nkind: A\na: yes\n',
      [replace('/a', 'true')],
      'a is written as yes: put it in quotes, or write what is meant',
    ],
    ['what is not there', SHARED, [remove('/g')], 'The field is not written there'],
    [
      'a comment beside what goes',
      'apiVersion: v1\nkind: A\na: [1, # one\n  2]\n',
      [remove('/a/1')],
      'A comment stands beside what would be taken out of brackets',
    ],
    [
      'a comment before what goes',
      'apiVersion: v1\nkind: A\na: # why\n  b: 1\n',
      [replace('/a', 1)],
      'A comment or an anchor stands before a',
    ],
    [
      'templates',
      'apiVersion: template.openshift.io/v1\nkind: Template\nobjects:\n- apiVersion: v1\n  kind: A\n  spec: 1\n',
      [replace('/spec', 2)],
      'It is made of a template: change the template',
    ],
  ])('%s', (_, text, operations, refusal) => {
    expect(edited(text, operations)).toBe(`(${refusal})`);
  });

  test('an alias that is taken out, and fields beside merged ones', () => {
    expect(edited(SHARED, [replace('/d/e', 2)])).toBe(SHARED.replace('e: 1', 'e: 2'));
  });
});

function linesOf(sign: string, text: string, first: string, last: string): string {
  const lines = text.split('\n');
  return lines
    .slice(lines.indexOf(first), lines.indexOf(last) + 1)
    .map((line) => sign + line)
    .join('\n');
}

describe('a field that gets another name', () => {
  const text =
    'spec:\n  # what it is made of\n  Volumes: # all of them\n    # the first\n    - name: root # here\n      emptyDisk: {capacity: 1Gi}\n  last: x\n';
  const volumes = [{ name: 'root', emptyDisk: { capacity: '1Gi' } }];
  const vm = `apiVersion: v1\nkind: A\n${text}`;

  test('keeps its place, and the comments in it and beside it', () => {
    expect(edited(vm, [remove('/spec/Volumes'), add('/spec/volumes', volumes)])).toBe(vm.replace('Volumes', 'volumes'));
  });

  test('keeps its quotes, and what is within brackets', () => {
    const json = '{"apiVersion": "v1", "kind": "A", "spec": {"Volumes": [1], "last": 2}}';
    expect(edited(json, [remove('/spec/Volumes'), add('/spec/volumes', [1])])).toBe(json.replace('Volumes', 'volumes'));
  });

  test('stays where its name has an anchor', () => {
    expect(edited(vm.replace('Volumes', '&a Volumes'), [remove('/spec/Volumes'), add('/spec/volumes', volumes)])).toBe(
      '(A key has an anchor or a tag)',
    );
  });
});
