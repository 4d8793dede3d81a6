import { IngressView, type Manifest } from '../../src/graph';

function ingress(fields: object, annotations?: Record<string, string>): IngressView {
  return new IngressView({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { annotations }, ...fields } as Manifest);
}

test('an Ingress names its Services with their paths', () => {
  const backend = { service: { name: 'web', port: { number: 80 } } };
  const node = ingress({
    spec: { defaultBackend: { service: { name: 'page', port: { name: 'http' } } }, rules: [{ http: { paths: [{ backend }] } }] },
  });
  expect(node.backends).toEqual([
    { path: 'spec.defaultBackend.service', name: 'page', portName: 'http', portNumber: undefined },
    { path: 'spec.rules[0].http.paths[0].backend.service', name: 'web', portName: undefined, portNumber: 80 },
  ]);
});

test('a backend that is no Service is left out', () => {
  expect(ingress({ spec: { defaultBackend: { resource: { kind: 'Bucket', name: 'page' } } } }).backends).toEqual([]);
});

test('the class stands in the spec or in the old annotation', () => {
  expect(ingress({ spec: { ingressClassName: 'haproxy' } }).className).toBe('haproxy');
  expect(ingress({ spec: {} }, { 'kubernetes.io/ingress.class': 'nginx' }).className).toBe('nginx');
  expect(ingress({ spec: {} }).className).toBeUndefined();
});

test.each([undefined, null, 'x', 1, []])('a spec of %p is one without Services', (spec) => {
  expect(ingress({ spec }).backends).toEqual([]);
});
