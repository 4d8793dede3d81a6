import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type App, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  Disk,
  OcmManifests,
  OcmManifestWork,
  type OcmManifestWorkProps,
  OcmManifestWorkReplicaSet,
  OcmPlacement,
  type OcmPlacementProps,
  OcmRollout,
  SyncPolicy,
  VirtualMachine,
} from 'cdk8s-kubevirt';
import { synthesize } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

/** The objects of a managed cluster: a VM, what is around it, and no order in which they would do. */
function managed(): App {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', {
    metadata: { name: 'web' },
    memory: Size.gibibytes(2),
    disks: [Disk.fromPersistentVolumeClaim('root', { claimName: 'root' })],
  });
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { ports: [{ port: 80 }], selector: { app: 'web' } },
  });
  const resources = { requests: { storage: '10Gi' } };
  new ApiObject(chart, 'claim', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'root' },
    spec: { accessModes: ['ReadWriteMany'], volumeMode: 'Block', resources },
  });
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  return app;
}

function objects(count: number, kind = 'ConfigMap', content = ''): OcmManifests {
  const app = Testing.app();
  const chart = new Chart(app, 'many');
  for (let index = 0; index < count; index++) {
    new ApiObject(chart, `object-${index}`, {
      apiVersion: 'v1',
      kind,
      metadata: { name: `object-${index}` },
      ...(content === '' ? {} : { data: { content } }),
    });
  }
  return OcmManifests.fromApp(app);
}

function works(props: Partial<OcmManifestWorkProps> = {}): any[] {
  const chart = new Chart(Testing.app(), 'hub');
  new OcmManifestWork(chart, 'shop', {
    metadata: { name: 'shop' },
    cluster: 'paris',
    manifests: OcmManifests.fromApp(managed()),
    ...props,
  });
  return synthesize(chart.node.root as App);
}

const namesIn = ({ spec }: any): string[] => spec.workload.manifests.map(({ kind, metadata }: any) => `${kind} ${metadata.name}`);

const CURRENT =
  "(has(object.spec.runStrategy) && object.spec.runStrategy in ['Halted', 'Manual']) || " +
  '(has(object.spec.running) && !object.spec.running) || ' +
  "(has(object.spec.runStrategy) && object.spec.runStrategy in ['Once', 'RerunOnFailure'] && " +
  "has(object.status) && has(object.status.printableStatus) && object.status.printableStatus == 'Stopped') || " +
  '(has(object.status) && has(object.status.ready) && object.status.ready)';

const FAILED =
  'has(object.status) && has(object.status.printableStatus) && object.status.printableStatus in ' +
  "['CrashLoopBackOff', 'DataVolumeError', 'ErrorPvcNotFound', 'ImagePullBackOff']";

const onServer = (group: string, resource: string) => ({
  resourceIdentifier: { group, resource, name: '*', namespace: '*' },
  updateStrategy: { type: 'ServerSideApply', serverSideApply: { force: true } },
});

describe('a work', () => {
  test('applies on the server, keeps what has data when it is deleted, and tells how VMs are', () => {
    const [
      {
        spec: { workload, ...spec },
        ...work
      },
    ] = works();
    expect(work).toEqual({
      apiVersion: 'work.open-cluster-management.io/v1',
      kind: 'ManifestWork',
      metadata: { name: 'shop', namespace: 'paris' },
    });
    expect(workload.manifests).toHaveLength(4);
    expect(spec).toEqual({
      deleteOption: {
        propagationPolicy: 'SelectivelyOrphan',
        selectivelyOrphans: {
          orphaningRules: [
            { group: '', resource: 'namespaces', name: 'shop', namespace: '' },
            { group: 'kubevirt.io', resource: 'virtualmachines', name: 'web', namespace: 'shop' },
            { group: '', resource: 'persistentvolumeclaims', name: 'root', namespace: 'shop' },
          ],
        },
      },
      manifestConfigs: [
        onServer('', 'namespaces'),
        onServer('', 'services'),
        {
          ...onServer('kubevirt.io', 'virtualmachines'),
          feedbackRules: [
            {
              type: 'JSONPaths',
              jsonPaths: [
                { name: 'status', path: '.status.printableStatus' },
                { name: 'ready', path: '.status.ready' },
              ],
            },
          ],
          conditionRules: [
            { condition: 'Progressing', type: 'CEL', celExpressions: [`!(${CURRENT})`] },
            { condition: 'Degraded', type: 'CEL', celExpressions: [FAILED] },
          ],
        },
        onServer('', 'persistentvolumeclaims'),
      ],
    });
  });

  test('has its objects in the order in which they are needed, as their app writes them', () => {
    const [work] = works();
    expect(namesIn(work)).toEqual(['Namespace shop', 'Service web', 'VirtualMachine web', 'PersistentVolumeClaim root']);
    const written = synthesize(managed());
    const ofNamespace = (manifest: any) => manifest.kind !== 'Namespace';
    expect(work.spec.workload.manifests.slice(1)).toEqual(expect.arrayContaining(written.filter(ofNamespace)));
    // cdk8s writes the namespace of the chart on it, and the agent would look for it there.
    expect(work.spec.workload.manifests[0]).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  });

  test('may leave starting and stopping to operators, and fields of single objects', () => {
    const ignoredDifferences = [{ group: '', kind: 'Service', name: 'web', jsonPaths: ['.spec.externalIPs'] }];
    const [{ spec }] = works({ leavesRunStrategy: true, ignoredDifferences, executor: { namespace: 'shop', name: 'deployer' } });
    const ignored = (jsonPaths: string[]) => ({
      type: 'ServerSideApply',
      serverSideApply: { force: true, ignoreFields: [{ condition: 'OnSpokeChange', jsonPaths }] },
    });
    const strategies = spec.manifestConfigs.map(({ resourceIdentifier: { resource, name }, updateStrategy }: any) => [
      resource,
      name,
      updateStrategy,
    ]);
    const plain = { type: 'ServerSideApply', serverSideApply: { force: true } };
    expect(strategies).toEqual([
      ['namespaces', '*', plain],
      ['services', 'web', ignored(['.spec.externalIPs'])],
      ['services', '*', plain],
      ['virtualmachines', '*', ignored(['.spec.runStrategy'])],
      ['persistentvolumeclaims', '*', plain],
    ]);
    expect(spec.executor).toEqual({ subject: { type: 'ServiceAccount', serviceAccount: { namespace: 'shop', name: 'deployer' } } });
  });

  test('leaves all objects when it is told to prune nothing, and none where there is nothing with data', () => {
    expect(works({ prune: false })[0].spec.deleteOption).toEqual({ propagationPolicy: 'Orphan' });
    expect(works({ manifests: objects(1) })[0].spec.deleteOption).toEqual({ propagationPolicy: 'Foreground' });
  });

  test('has something that says whether it is under way, without VMs too', () => {
    const [{ spec }] = works({ manifests: objects(1) });
    expect(spec.manifestConfigs).toEqual([
      { ...onServer('', 'configmaps'), conditionRules: [{ condition: 'Progressing', type: 'CEL', celExpressions: ['false'] }] },
    ]);
  });

  test('has definitions of kinds updated, which the agent may not patch', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'kinds');
    new ApiObject(chart, 'kind', {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'shops.example.com' },
    });
    expect(works({ manifests: OcmManifests.fromApp(app) })[0].spec.manifestConfigs).toEqual([]);
  });

  test.each<[string, Partial<OcmManifestWorkProps>]>([
    ['(object-name-invalid)', { cluster: 'Paris' }],
    ['(work-name-too-long)', { metadata: { name: 'a'.repeat(189) } }],
    ['spec.workload.manifests is []', { manifests: objects(0) }],
    ['(json-path-invalid)', { ignoredDifferences: [{ group: '', kind: 'Service', jsonPaths: ['/spec/ports'] }] }],
    ['(ignored-difference-empty)', { ignoredDifferences: [{ group: '', kind: 'Service', jsonPaths: [] }] }],
    ['(object-name-invalid)', { executor: { namespace: 'shop', name: 'The deployer' } }],
    ['(works-too-many)', { manifests: objects(1), works: 2 }],
    ['works is 0', { works: 0 }],
  ])('refuses: %s', (text, props) => {
    expect(thrownBy(() => works(props))).toContain(text);
  });
});

describe('several works', () => {
  const placesWith = (count: number, numberOfWorks: number): Map<string, string> =>
    new Map(
      works({ manifests: objects(count), works: numberOfWorks }).flatMap((work) =>
        namesIn(work).map((name) => [name, work.metadata.name] as const),
      ),
    );

  test('have all objects between them, under names that follow from the first', () => {
    const all = works({ manifests: objects(60), works: 3 });
    expect(all.map(({ metadata }) => metadata)).toEqual(['shop', 'shop-2', 'shop-3'].map((name) => ({ name, namespace: 'paris' })));
    expect(all.flatMap(namesIn).sort()).toEqual(namesIn(works({ manifests: objects(60) })[0]).sort());
    expect(Math.min(...all.map((work) => namesIn(work).length))).toBeGreaterThan(10);
  });

  test('keep each object where it is when others come', () => {
    const [before, after] = [placesWith(60, 3), placesWith(90, 3)];
    expect([...before].filter(([name, work]) => after.get(name) !== work)).toEqual([]);
  });

  test('give up few objects to one more work, and exchange none', () => {
    const [three, four] = [placesWith(200, 3), placesWith(200, 4)];
    const moved = [...three].filter(([name, work]) => four.get(name) !== work);
    expect(moved.every(([name]) => four.get(name) === 'shop-4')).toBe(true);
    expect(moved.length).toBeGreaterThan(25);
    expect(moved.length).toBeLessThan(80);
  });

  test('have all namespaces in the first', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shops');
    for (let index = 0; index < 20; index++) {
      const name = `shop-${index}`;
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
      new ApiObject(chart, `${name}-web`, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: name } });
    }
    const [first, second] = works({ manifests: OcmManifests.fromApp(app), works: 2 }).map(namesIn);
    expect(first.filter((name) => name.startsWith('Namespace'))).toHaveLength(20);
    expect(second.length).toBeGreaterThan(3);
  });
});

describe('the size of a work', () => {
  // The webhook counts what Go writes: six bytes for each of these, where JavaScript writes one.
  const text = '<'.repeat(1000);

  test('is counted as the hub counts it', () => {
    const frame = Buffer.byteLength(
      JSON.stringify({ apiVersion: 'v1', data: { content: '' }, kind: 'Event', metadata: { name: 'object-0' } }),
    );
    const bytes = frame + 6000 + 3;
    const limited = (limit: number) => works({ manifests: objects(1, 'Event', text), manifestLimit: Size.kibibytes(limit) });
    expect(bytes).toBeGreaterThan(5 * 1024);
    expect(limited(6)).toHaveLength(1);
    expect(thrownBy(() => limited(5))).toContain(`have ${bytes} bytes, and the hub takes 5120`);
  });

  test('is told with the number of works that do', () => {
    const many = objects(120, 'Event', text);
    const told = thrownBy(() => works({ manifests: many }));
    expect(told).toContain('and the hub takes 512000. Pass works: 2. (work-too-large)');
    expect(works({ manifests: many, works: 2 })).toHaveLength(2);
  });

  test('is told with the least number', () => {
    const many = objects(260, 'Event', text);
    const number = Number(/Pass works: (\d+)/.exec(thrownBy(() => works({ manifests: many })))?.[1]);
    expect(number).toBeGreaterThan(3);
    expect(works({ manifests: many, works: number })).toHaveLength(number);
    expect(thrownBy(() => works({ manifests: many, works: number - 1 }))).toContain(`Pass works: ${number}.`);
  });

  test('is told otherwise where an object alone has too much', () => {
    const large = objects(1, 'Event', 'x'.repeat(600_000));
    expect(thrownBy(() => works({ manifests: large }))).toContain('Deliver less with it');
  });
});

describe('manifests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-ocm-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function folderWith(name: string, files: Record<string, string>): OcmManifests {
    const path = join(folder, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(path, file, '..'), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    return OcmManifests.fromFolder(path);
  }

  const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;

  test('come from the files of a folder, those of Kustomize left out, as kubectl reads them', () => {
    const manifests = folderWith('good', {
      'web.k8s.yaml': `${service('one')}---\n---\n${service('two')}`,
      'below/list.yml':
        'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Secret, metadata: {name: three}, stringData: {time: "02:48:09", armed: yes}}]\n',
      'kustomization.yaml': 'resources: [web.k8s.yaml]\n',
      'shop.report': 'not YAML: [',
    });
    expect(manifests.count).toBe(3);
    const [{ spec }] = works({ manifests });
    expect(spec.workload.manifests).toContainEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'three' },
      stringData: { time: '02:48:09', armed: true },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['a document is no object of Kubernetes', { 'values.yaml': 'replicas: 3\n' }],
    ['values.yaml', { 'values.yaml': 'replicas: [\n' }],
  ])('refuses a file: %s', (text, files) => {
    expect(thrownBy(() => folderWith(`bad-${text.length}`, files))).toMatch(new RegExp(`${text}.*\\(manifests-unreadable\\)`, 's'));
  });

  test('refuses a folder that is not there', () => {
    expect(thrownBy(() => OcmManifests.fromFolder(join(folder, 'nowhere')))).toContain('(manifests-unreadable)');
  });

  test.each<[string, string]>([
    ['stands twice', `${service('one')}---\n${service('one')}`],
    ['a manifest without a name', 'apiVersion: v1\nkind: Service\nmetadata: {generateName: web-}\n'],
    ['a manifest whose name is drawn', 'apiVersion: v1\nkind: Service\nmetadata: {name: web, generateName: web-}\n'],
  ])('that the hub refuses are refused: %s', (code, text) => {
    const manifests = folderWith(`unfit-${text.length}`, { 'web.yaml': text });
    expect(thrownBy(() => works({ manifests }))).toContain(code);
  });

  test('of an app that is wrong are not delivered', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const spec = { runStrategy: 'Sometimes', template: { spec: { domain: { devices: {}, memory: { guest: '1Gi' } } } } };
    new VirtualMachine(chart, 'right', { memory: Size.gibibytes(1) });
    new ApiObject(chart, 'vm', { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec });
    expect(thrownBy(() => OcmManifests.fromApp(app))).toContain('Sometimes');
  });
});

describe('a placement', () => {
  function placement(props: OcmPlacementProps = {}): any {
    const chart = new Chart(Testing.app(), 'hub', { namespace: 'shop' });
    new OcmPlacement(chart, 'shop', { metadata: { name: 'shop' }, ...props });
    return synthesize(chart.node.root as App)[0];
  }

  test('keeps clusters that the hub hears nothing of', () => {
    expect(placement()).toEqual({
      apiVersion: 'cluster.open-cluster-management.io/v1beta1',
      kind: 'Placement',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: {
        tolerations: [
          { key: 'cluster.open-cluster-management.io/unreachable', operator: 'Exists' },
          { key: 'cluster.open-cluster-management.io/unavailable', operator: 'Exists' },
        ],
      },
    });
  });

  test('takes sets, labels and groups', () => {
    const { spec } = placement({
      clusterSets: ['shops'],
      matchLabels: { vendor: 'OpenShift' },
      groups: [{ name: 'canary', matchLabels: { stage: 'canary' } }],
      keepsUnreachable: false,
    });
    expect(spec).toEqual({
      clusterSets: ['shops'],
      predicates: [{ requiredClusterSelector: { labelSelector: { matchLabels: { vendor: 'OpenShift' } } } }],
      decisionStrategy: {
        groupStrategy: {
          decisionGroups: [{ groupName: 'canary', groupClusterSelector: { labelSelector: { matchLabels: { stage: 'canary' } } } }],
        },
      },
    });
  });

  const group = (name: string) => ({ name, matchLabels: { stage: name } });
  test.each<[string, OcmPlacementProps]>([
    ['(cluster-group-twice)', { groups: [group('one'), group('one')] }],
    ['(cluster-group-name-invalid)', { groups: [{ name: 'a', matchLabels: {} }] }],
    ['(label-invalid)', { matchLabels: { 'not a label': 'x' } }],
  ])('refuses: %s', (text, props) => {
    expect(thrownBy(() => placement(props))).toContain(text);
  });
});

describe('a replica set', () => {
  function replicaSets(rollout?: OcmRollout, numberOfWorks?: number, namespace?: string): any[] {
    const chart = new Chart(Testing.app(), 'hub', { namespace: 'shop' });
    const placement = new OcmPlacement(chart, 'shops', { metadata: { name: 'shops', namespace } });
    const manifests = OcmManifests.fromApp(managed());
    new OcmManifestWorkReplicaSet(chart, 'shop', { metadata: { name: 'shop' }, placement, manifests, rollout, works: numberOfWorks });
    return synthesize(chart.node.root as App).filter(({ kind }) => kind === 'ManifestWorkReplicaSet');
  }

  test('has the work of a single cluster as its template', () => {
    const [work] = works();
    expect(replicaSets()).toEqual([
      {
        apiVersion: 'work.open-cluster-management.io/v1alpha1',
        kind: 'ManifestWorkReplicaSet',
        metadata: { name: 'shop', namespace: 'shop' },
        spec: { placementRefs: [{ name: 'shops', rolloutStrategy: { type: 'All' } }], manifestWorkTemplate: work.spec },
      },
    ]);
  });

  test('goes from group to group', () => {
    const strategyOf = (rollout: OcmRollout) => replicaSets(rollout)[0].spec.placementRefs[0].rolloutStrategy;
    expect(strategyOf(OcmRollout.groupByGroup(Duration.minutes(10)))).toEqual({
      type: 'ProgressivePerGroup',
      progressivePerGroup: { minSuccessTime: '600s' },
    });
    expect(strategyOf(OcmRollout.groupByGroup())).toEqual({ type: 'ProgressivePerGroup' });
  });

  test('is divided as a work is', () => {
    expect(replicaSets(undefined, 2).map(({ metadata }) => metadata.name)).toEqual(['shop', 'shop-2']);
  });

  test('refuses a placement in another namespace', () => {
    expect(thrownBy(() => replicaSets(undefined, 1, 'elsewhere'))).toContain('(placement-elsewhere)');
  });
});

test('a sync policy keeps a DataVolume from being cleared away, and needs no more', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'disk', {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataVolume',
    metadata: { name: 'disk' },
    spec: { source: { blank: {} }, storage: { resources: { requests: { storage: '1Gi' } } } },
  });
  SyncPolicy.openClusterManagement().applyTo(app);
  expect(synthesize(app)[0].metadata?.annotations).toEqual({ 'cdi.kubevirt.io/storage.deleteAfterCompletion': 'false' });
});
