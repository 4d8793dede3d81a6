// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to parameters of templates look like this
import { generatedText } from '../../src/source/generated-text';
import { isTemplate, processTemplate } from '../../src/source/template';

const NONE = new Map<string, string>();

const template = (objects: readonly unknown[], parameters: readonly object[] = [], more: object = {}) => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'shop' },
  objects,
  parameters,
  ...more,
});

test('a template has objects, and no group or that of OpenShift', () => {
  expect(isTemplate(template([]))).toBe(true);
  expect(isTemplate({ ...template([]), apiVersion: 'v1' })).toBe(true);
  expect(isTemplate({ ...template([]), apiVersion: 'example.com/v1' })).toBe(false);
  expect(isTemplate({ kind: 'Template', apiVersion: 'v1' })).toBe(false);
});

test('values go into texts and keys, and without quotes where two braces ask for it', () => {
  const object = {
    metadata: { name: '${NAME}-${NAME}', labels: { '${NAME}/x': 'a${UNKNOWN}' } },
    spec: { cores: '${{CORES}}', text: 'x${{CORES}}' },
  };
  const parameters = [
    { name: 'NAME', value: 'web' },
    { name: 'CORES', value: '4' },
  ];
  expect(processTemplate(template([object], parameters), new Map([['CORES', '2']]))).toEqual({
    objects: [
      {
        metadata: { name: 'web-web', labels: { 'web/x': 'a${UNKNOWN}' } },
        spec: { cores: 2, text: 'x${2}'.replace('${2}', '${{CORES}}') },
      },
    ],
    faults: [],
    parameters: ['NAME', 'CORES'],
  });
});

test('a required parameter without a value is told, with its place', () => {
  const { objects, faults } = processTemplate(template([{}], [{ name: 'A' }, { name: 'NAME', required: true }]), NONE);
  expect(objects).toEqual([]);
  expect(faults).toEqual([
    {
      path: ['parameters', 1],
      message: 'The parameter NAME of the template is required and has no value, so nothing in it can be judged. Give it one with --param.',
    },
  ]);
});

test('what is drawn by lot fits its expression, and is the same each time', () => {
  const parameters = [{ name: 'NAME', generate: 'expression', from: 'fedora-[a-z0-9]{16}', required: true }];
  const name = () => (processTemplate(template([{ metadata: { name: '${NAME}' } }], parameters), NONE).objects[0] as any).metadata.name;
  expect(name()).toMatch(/^fedora-[a-z0-9]{16}$/);
  expect(name()).toBe(name());
  expect(generatedText('[\\w]{8}-[A-F0-9]{2}[0-1]{3}', 'x')).toMatch(/^\w{8}-[A-F0-9]{2}[01]{3}$/);
  expect(generatedText('[a]{999999999}', 'x')).toHaveLength(255);
});

test('labels of the template are those of its objects, and a fixed namespace is dropped', () => {
  const objects = [{ metadata: { namespace: 'fixed', labels: { a: '1' } } }, { metadata: { namespace: '${NS}' } }];
  const processed = processTemplate(template(objects, [{ name: 'NS', value: 'shop' }], { labels: { app: '${NS}' } }), NONE);
  expect(processed.objects).toEqual([
    { metadata: { labels: { a: '1', app: 'shop' } } },
    { metadata: { namespace: 'shop', labels: { app: 'shop' } } },
  ]);
});
