import { isLimitedByPolicies, mayBeLetIn } from '../../src/admission';
import { type Manifest, ManifestGraph } from '../../src/graph';

const LABELS = { app: 'web' };

/** A VM with a port that is called http. */
function machine(name: string, port: number): Manifest {
  const interfaces = [{ name: 'default', masquerade: {}, ports: [{ name: 'http', port }] }];
  const spec = { domain: { devices: { interfaces } }, networks: [{ name: 'default', pod: {} }] };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name },
    spec: { template: { metadata: { labels: LABELS }, spec } },
  };
}

const policy = (ingress: object[]): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'policy' },
  spec: { podSelector: { matchLabels: LABELS }, ingress },
});

const service = (port: unknown): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `web-${port}` },
  spec: { selector: LABELS, ports: [{ port: 80, targetPort: port }] },
});

test('what policies let in depends on the origin, on the port and on what VMs call it, whoever asked before', () => {
  const ingress = [
    { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 80 }] },
    { from: [{ podSelector: {} }], ports: [{ port: 443 }] },
  ];
  const manifests = [machine('a', 80), machine('b', 80), machine('c', 443), policy(ingress), service(80), service(443), service('http')];
  const graph = new ManifestGraph(manifests);
  const answers = graph.virtualMachines.flatMap((vm) =>
    graph.services.map(({ name, ports }) => [
      `${vm.name} ${name}`,
      ...(['router', 'controller', 'outside'] as const).filter((source) => mayBeLetIn(vm, source, ports, graph)),
      ...(isLimitedByPolicies(ports[0], vm, graph) ? ['limited'] : []),
    ]),
  );
  const all = ['router', 'controller', 'outside', 'limited'];
  expect(answers).toEqual([
    ['a web-80', ...all],
    ['a web-443', 'controller', 'limited'],
    ['a web-http', ...all],
    ['b web-80', ...all],
    ['b web-443', 'controller', 'limited'],
    ['b web-http', ...all],
    ['c web-80', ...all],
    ['c web-443', 'controller', 'limited'],
    ['c web-http', 'controller', 'limited'],
  ]);
});
