import { type Manifest, ManifestGraph } from '../../src/graph';

const template = { metadata: { labels: { app: 'web', tier: 'front' }, annotations: { owner: 'shop' } }, spec: { architecture: 'amd64' } };

function virtualMachine(name: string, namespace?: string): Manifest {
  return { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name, namespace }, spec: { template } };
}

function service(selector: unknown, namespace?: string): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace }, spec: { selector } };
}

function namesBehind(selector: unknown, namespace?: string): string[] {
  const target = service(selector, namespace);
  const graph = new ManifestGraph([virtualMachine('web', 'shop'), virtualMachine('local'), target]);
  return graph.virtualMachinesBehind(target).map((vm) => vm.name);
}

test('finds objects by group, kind, namespace and name', () => {
  const vm = virtualMachine('web', 'shop');
  const graph = new ManifestGraph([vm, service({}, 'shop')]);
  expect(graph.find('kubevirt.io', 'VirtualMachine', 'shop', 'web')).toBe(vm);
  expect(graph.find('kubevirt.io', 'VirtualMachine', undefined, 'web')).toBeUndefined();
  expect(graph.ofKind('', 'Service')).toHaveLength(1);
  expect(graph.ofKind('', 'Secret')).toEqual([]);
});

test('finds the VMs behind a Service in its namespace', () => {
  expect(namesBehind({ app: 'web' }, 'shop')).toEqual(['web']);
  expect(namesBehind({ app: 'web' })).toEqual(['local']);
});

test('finds the Services in front of a VM', () => {
  const selector = { app: 'web' };
  const external = { ...service(selector, 'shop'), spec: { selector, type: 'ExternalName', externalName: 'example.com' } };
  const services = [service(selector, 'shop'), service({ tier: 'front' }, 'shop'), service(selector), service({}, 'shop'), external];
  const graph = new ManifestGraph([virtualMachine('web', 'shop'), ...services]);
  const [vm] = graph.virtualMachines;
  expect(graph.servicesInFrontOf(vm).map(({ manifest }) => manifest)).toEqual(services.slice(0, 2));
});

test('every label of a Service has to match', () => {
  expect(namesBehind({ app: 'web', tier: 'front' }, 'shop')).toEqual(['web']);
  expect(namesBehind({ app: 'web', tier: 'back' }, 'shop')).toEqual([]);
});

test('a Service without a selector has no VMs behind it', () => {
  expect(namesBehind({}, 'shop')).toEqual([]);
  expect(namesBehind(undefined, 'shop')).toEqual([]);
});

describe.each([
  ['VirtualMachine', virtualMachine('web'), 'spec.runStrategy', 'spec.template.spec.networks', 'spec.template.metadata.labels'],
  [
    'VirtualMachinePool',
    {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      metadata: { name: 'web' },
      spec: { virtualMachineTemplate: { spec: { template } } },
    },
    'spec.virtualMachineTemplate.spec.runStrategy',
    'spec.virtualMachineTemplate.spec.template.spec.networks',
    'spec.virtualMachineTemplate.spec.template.metadata.labels',
  ],
  [
    'VirtualMachineInstance',
    { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', ...template, metadata: { name: 'web', ...template.metadata } },
    'spec.runStrategy',
    'spec.networks',
    'metadata.labels',
  ],
])('a %s', (_kind, manifest, strategyPath, networksPath, labelsPath) => {
  const [vm] = new ManifestGraph([manifest]).virtualMachines;

  test('is seen as a VM', () => {
    expect(vm.name).toBe('web');
    expect(vm.architecture).toBe('amd64');
    expect(vm.podLabels).toEqual({ app: 'web', tier: 'front' });
    expect(vm.podAnnotations).toEqual({ owner: 'shop' });
  });

  test('knows the paths of its fields', () => {
    expect(vm.vmFieldPath('runStrategy')).toBe(strategyPath);
    expect(vm.path('networks')).toBe(networksPath);
    expect(vm.templateMetadataPath('labels')).toBe(labelsPath);
  });
});

test('a VM without a spec is an empty VM', () => {
  const [vm] = new ManifestGraph([{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine' }]).virtualMachines;
  expect(vm.name).toBe('');
  expect(vm.disks).toEqual([]);
  expect(vm.podLabels).toEqual({});
});

test('finds what shares its requests with a Service, without what gets none', () => {
  const named = (name: string) => ({ ...service({}, 'shop'), metadata: { name, namespace: 'shop' } });
  const [stable, canary, old] = ['stable', 'canary', 'old'].map(named);
  const backend = (name: string, weight: number) => ({ kind: 'Service', name, weight });
  const route = {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: { to: backend('stable', 90), alternateBackends: [backend('canary', 10), backend('old', 0)] },
  };
  const graph = new ManifestGraph([stable, canary, old, route]);
  expect(graph.trafficSplitsTo(canary).map((split) => split.map(({ path }) => path))).toEqual([
    ['spec.to', 'spec.alternateBackends[0]', 'spec.alternateBackends[1]'],
  ]);
  expect(graph.trafficSplitsTo(old)).toEqual([]);
});

describe('with another manifest in the place of one', () => {
  const [web, db, local] = ['web', 'db', 'local'].map((name) => virtualMachine(name, 'shop'));
  const list = { apiVersion: 'v1', kind: 'List', items: [web, db] };
  const folders = new Map<unknown, string>([
    [list, 'prod'],
    [local, 'dev'],
  ]);
  const graph = new ManifestGraph([list, local, 'a text'], true, [virtualMachine('there', 'shop')], folders);
  const [otherWeb, otherLocal] = [web, local].map((vm) => structuredClone(vm));
  const again = graph.with(new Map([[web, otherWeb]])).with(new Map([[local, otherLocal]]));

  test('has all that there was', () => {
    expect(again.manifests).toEqual(graph.manifests);
    expect(again.find('kubevirt.io', 'VirtualMachine', 'shop', 'web')).toBe(otherWeb);
    expect(again.ofKind('kubevirt.io', 'VirtualMachine')).toHaveLength(4);
    expect(again.strays).toEqual(['a text']);
  });

  test('knows the document and the folder of each', () => {
    expect([otherWeb, db, otherLocal].map((manifest) => again.originOf(manifest))).toEqual([list, list, local]);
    expect([otherWeb, db, otherLocal].map((manifest) => again.folderOf(manifest))).toEqual(['prod', 'prod', 'dev']);
  });
});
