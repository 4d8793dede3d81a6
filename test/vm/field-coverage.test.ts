import { emittedFields, specFields } from '../support/field-coverage';
import { fieldsTypedByConstructs } from '../support/field-typing';
import { EQUIVALENTS, PEERS } from '../support/peer-fields';
import { reasonFor } from '../support/plain-fields';

const typed = fieldsTypedByConstructs();

test('every field is one that constructs emit, or one of which somebody says why the plain manifest is enough', () => {
  expect(specFields().filter((field) => !typed.has(field) && reasonFor(field) === undefined)).toEqual([]);
});

describe.each(PEERS.map((peer) => [peer.tool, peer] as const))('%s', (_tool, { fields }) => {
  test('sets fields that there are', () => {
    expect(fields.filter((field) => !specFields().includes(field))).toEqual([]);
  });

  test('sets nothing that constructs cannot say', () => {
    const said = (field: string) => typed.has(EQUIVALENTS.find((equivalent) => equivalent.field === field)?.instead ?? field);
    expect(fields.filter((field) => !said(field))).toEqual([]);
  });
});

test('fields are found in lists and in maps, and only where they are set', () => {
  const spec = { template: { metadata: { labels: { app: 'web' } }, spec: { networks: [{ name: 'default', pod: {} }] } }, unknown: 1 };
  const manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec };
  expect([...emittedFields([manifest])]).toEqual([
    'spec.template',
    'spec.template.metadata',
    'spec.template.metadata.labels',
    'spec.template.spec',
    'spec.template.spec.networks',
    'spec.template.spec.networks[].name',
    'spec.template.spec.networks[].pod',
  ]);
});
