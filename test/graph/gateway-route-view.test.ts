import { GatewayRouteView } from '../../src/graph';

function route(rules: unknown): GatewayRouteView {
  return new GatewayRouteView({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: { rules },
  });
}

test('a route names its Services with their defaults', () => {
  const backendRefs = [
    { name: 'web', port: 80 },
    { name: 'next', namespace: 'stock', port: 81, weight: 0 },
  ];
  expect(route([{ backendRefs }]).rules).toEqual([
    {
      path: 'spec.rules[0]',
      fields: { backendRefs },
      backends: [
        { path: 'spec.rules[0].backendRefs[0]', namespace: 'shop', name: 'web', port: 80, weight: 1 },
        { path: 'spec.rules[0].backendRefs[1]', namespace: 'stock', name: 'next', port: 81, weight: 0 },
      ],
    },
  ]);
});

test('a backend of another kind is left out', () => {
  const backendRefs = [
    { group: 'example.com', kind: 'Bucket', name: 'page' },
    { group: 'example.com', name: 'page' },
  ];
  expect(route([{ backendRefs }]).rules[0].backends).toEqual([]);
});

test.each([undefined, null, 'x', [1]])('rules of %p are none', (rules) => {
  expect(route(rules).rules).toEqual([]);
});
