import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { isClusterScoped, resourceOfKind, sizeInWork } from '../../src/facts';
import { kubernetesKinds } from '../../src/imports/kubernetes-table';
import { crdFolder, crdsAvailable } from '../support/strict-schemas';
import { describeWithCrds } from '../support/with-crds';

const definitions: any[] = crdsAvailable()
  ? readdirSync(crdFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => loadAll(readFileSync(join(crdFolder, file), 'utf8'), undefined, { schema: CORE_SCHEMA }))
      .filter((definition: any) => definition?.kind === 'CustomResourceDefinition')
  : [];

describeWithCrds('resources', () => {
  test('each kind has the resource and the scope that its definition says', () => {
    expect(definitions.length).toBeGreaterThan(40);
    const wrong = definitions.filter(
      ({ spec: { group, names, scope } }) =>
        resourceOfKind(names.kind) !== names.plural || isClusterScoped(group, names.kind) !== (scope === 'Cluster'),
    );
    expect(wrong.map(({ metadata }) => metadata.name)).toEqual([]);
  });
});

test('each kind of Kubernetes itself has the resource and the scope that its API server says', () => {
  const kinds = Object.entries(kubernetesKinds());
  expect(kinds.length).toBeGreaterThan(20);
  const wrong = kinds.filter(([groupAndKind, { plural, scope }]) => {
    const [group, kind] = groupAndKind.split('/');
    return resourceOfKind(kind) !== plural || isClusterScoped(group, kind) !== (scope === 'Cluster');
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['NetworkPolicy', 'networkpolicies'],
  ['IngressClass', 'ingressclasses'],
  ['Endpoints', 'endpoints'],
  ['NetworkAttachmentDefinition', 'network-attachment-definitions'],
])('a %s is one of the %s', (kind, resource) => {
  expect(resourceOfKind(kind)).toBe(resource);
});

// Go writes `{"a":"\\u003c\\u003e\\u0026"}` and `{"a":"\\u2028"}`; the frame has a byte, and one for each seven bits of the length.
test.each([
  [{}, 2 + 2],
  [{ a: '<>&' }, 26 + 2],
  [{ a: '\u2028' }, 14 + 2],
  [{ a: 'ü' }, 10 + 2],
  [{ a: 'x'.repeat(119) }, 127 + 2],
  [{ a: 'x'.repeat(120) }, 128 + 3],
  [{ a: 'x'.repeat(16_376) }, 16_384 + 4],
])('%# counts for as much as Go makes of it', (manifest, size) => {
  expect(sizeInWork(manifest)).toBe(size);
});
