import { ClusterProfile } from 'cdk8s-kubevirt';
import { FailureModel, Hindrance, quotaShortages, remediationLimits, Verdict } from '../../src/capacity';
import { contextOf, GIB, instance, modelOf, node, profile, vm } from './clusters';

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

/** A VM on a node. */
function on(host: string, name: string, options: Parameters<typeof vm>[1] = {}) {
  return [vm(name, options), instance(name, host)];
}

const three = [node('one', { memory: 32 }), node('two', { memory: 32 }), node('three', { memory: 32 })];
const lost = (...hosts: string[]) => ({ hosts });
const required = (topologyKey: string, labels: object) => ({
  requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: { matchLabels: labels } }],
});

describe('resources', () => {
  test('what fits says where', () => {
    const manifests = [...on('one', 'web', { memory: 8 }), ...on('two', 'db', { memory: 16 })];
    expect(modelOf(three, manifests).lose(lost('one'))).toEqual({
      loss: lost('one'),
      verdict: Verdict.FITS,
      isCertain: false,
      displaced: 1,
      placed: [{ vm: 'shop/web', host: 'two' }],
      left: [],
      preempted: [],
      restarted: [],
      fullest: { host: 'two', resource: 'memory', share: 0.75 },
      largestGap: 32 * GIB,
      reasons: [],
    });
  });

  test('what does not fit says what is short', () => {
    const manifests = [...on('one', 'db', { memory: 30 }), ...on('two', 'a', { memory: 8 }), ...on('three', 'b', { memory: 12 })];
    expect(modelOf(three, manifests).lose(lost('one'))).toMatchObject({
      verdict: Verdict.DOES_NOT_FIT,
      isCertain: true,
      left: [
        {
          vm: 'shop/db',
          hindrance: Hindrance.RESOURCE,
          resource: 'memory',
          needs: 30 * GIB,
          largestGap: 24 * GIB,
        },
      ],
      shortOf: undefined,
    });
  });

  test('equality fits', () => {
    const manifests = [...on('one', 'db', { memory: 24 }), ...on('two', 'a', { memory: 8 }), ...on('three', 'b', { memory: 12 })];
    expect(modelOf(three, manifests).lose(lost('one')).verdict).toBe(Verdict.FITS);
  });

  test('the sum that is short', () => {
    const manifests = ['one', 'two', 'three'].flatMap((host) => [1, 2, 3].flatMap((index) => on(host, `${host}-${index}`, { memory: 9 })));
    const answer = modelOf(three, manifests).lose(lost('one'));
    expect(answer).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, displaced: 3, shortOf: { resource: 'memory', amount: 17 * GIB } });
    expect(answer.left).toHaveLength(3);
  });

  test('enough as a sum, in pieces that are too small', () => {
    const manifests = [
      ...on('one', 'x', { memory: 18 }),
      ...on('one', 'y', { memory: 14 }),
      ...on('two', 'a', { memory: 15 }),
      ...on('three', 'b'),
    ];
    const answer = modelOf(three, manifests).lose(lost('one'));
    expect(answer.verdict).toBe(Verdict.UNDECIDED);
    expect(answer.placed).toHaveLength(2);
    expect(answer.reasons).toEqual(['a placement exists, but the scheduler may put the others so that no host has room for shop/x']);
  });

  test('pods, CPUs, huge pages and devices count like memory', () => {
    const few = [node('one'), node('two', { pods: 1 })];
    expect(modelOf(few, [...on('one', 'a'), ...on('two', 'b')]).lose(lost('one')).left[0]).toMatchObject({
      resource: 'pods',
      largestGap: 0,
    });
    const slow = [node('one'), node('two', { cpu: 2 })];
    expect(modelOf(slow, on('one', 'a', { cpu: '3' })).lose(lost('one')).left[0]).toMatchObject({
      resource: 'cpu',
      needs: 3000,
      largestGap: 2000,
    });
    const gpu = { domain: { memory: { guest: '1Gi' }, devices: { gpus: [{ name: 'gpu', deviceName: 'nvidia.com/T4' }] } } };
    const withGpu = [node('one', { resources: { 'nvidia.com/T4': '1' } }), node('two')];
    expect(modelOf(withGpu, on('one', 'a', { spec: gpu })).lose(lost('one')).left[0]).toMatchObject({
      resource: 'nvidia.com/T4',
      needs: 1,
    });
    const pages = { domain: { memory: { guest: '4Gi', hugepages: { pageSize: '1Gi' } } } };
    const withPages = [node('one', { resources: { 'hugepages-1Gi': '8Gi' } }), node('two', { resources: { 'hugepages-1Gi': '2Gi' } })];
    expect(modelOf(withPages, on('one', 'a', { spec: pages })).lose(lost('one')).left[0]).toMatchObject({ resource: 'hugepages-1Gi' });
  });

  test('what other pods take is not free, and a reserve is assumed where nobody knows', () => {
    const manifests = on('one', 'db', { memory: 30 });
    expect(modelOf(three, manifests).lose(lost('one')).verdict).toBe(Verdict.FITS);
    const taken = (podRequests?: { node: string; requests: { [resource: string]: string } }[]) =>
      new FailureModel(contextOf(ClusterProfile.kubevirt('1.8', { objects: three, podRequests }), manifests)).lose(lost('one'));
    const used = ['one', 'two', 'three'].map((name) => ({ node: name, requests: { memory: '3Gi', cpu: '2', pods: '9' } }));
    expect(taken(used)).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, isCertain: true });
    expect(taken()).toMatchObject({ verdict: Verdict.UNDECIDED, left: [{ largestGap: 28 * GIB }] });
  });
});

describe('where a VM may run', () => {
  const nodeLost = (manifests: object[], nodes: ReturnType<typeof node>[], objects?: object[]) =>
    modelOf(nodes, manifests, objects).lose(lost('one'));
  const hindered = { verdict: Verdict.DOES_NOT_FIT, left: [{ vm: 'shop/web', hindrance: Hindrance.NODE }] };

  test('its selector and its affinity', () => {
    const nodes = [node('one', { labels: { disk: 'ssd' } }), node('two')];
    expect(nodeLost(on('one', 'web', { spec: { nodeSelector: { disk: 'ssd' } } }), nodes)).toMatchObject(hindered);
    const terms = (operator: string, values?: string[]) => ({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator, values }] }],
          },
        },
      },
    });
    expect(nodeLost(on('one', 'web', { spec: terms('In', ['ssd']) }), nodes)).toMatchObject(hindered);
    expect(nodeLost(on('one', 'web', { spec: terms('NotIn', ['hdd']) }), nodes).verdict).toBe(Verdict.FITS);
  });

  test('taints, and nodes that are cordoned or do not answer', () => {
    const tainted = [node('one'), node('two', { taints: [{ key: 'role', value: 'db', effect: 'NoSchedule' }] })];
    expect(nodeLost(on('one', 'web'), tainted)).toMatchObject(hindered);
    const tolerations = [{ key: 'role', value: 'db', effect: 'NoSchedule' }];
    expect(nodeLost(on('one', 'web', { spec: { tolerations } }), tainted).verdict).toBe(Verdict.FITS);
    const cordoned = { ...node('two'), spec: { unschedulable: true } } as unknown as ReturnType<typeof node>;
    expect(nodeLost(on('one', 'web'), [node('one'), cordoned])).toMatchObject(hindered);
    expect(nodeLost(on('one', 'web'), [node('one'), node('two', { isReady: false })])).toMatchObject(hindered);
  });

  test('a VM that tolerates the taints of lost hosts may be put on one of them', () => {
    const tolerating = (toleration: object) => modelOf(three, on('one', 'web', { spec: { tolerations: [toleration] } })).lose(lost('one'));
    const key = 'node.kubernetes.io/unreachable';
    // The API server adds a toleration of NoExecute to every pod.
    for (const toleration of [{ operator: 'Exists' }, { operator: 'Exists', effect: 'NoSchedule' }, { key, operator: 'Exists' }]) {
      expect(tolerating(toleration)).toMatchObject({
        verdict: Verdict.UNDECIDED,
        left: [],
        reasons: [
          'the scheduler may put shop/web on a lost host: their tolerations take node.kubernetes.io/unreachable:NoSchedule, ' +
            'where effect: NoExecute would do',
        ],
      });
    }
    expect(tolerating({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }).verdict).toBe(Verdict.FITS);
  });

  test('what KubeVirt asks for, where nodes say what they have', () => {
    const model = { spec: { domain: { cpu: { model: 'Haswell' }, memory: { guest: '1Gi' } } } };
    const named = (name: string, ...models: string[]) =>
      node(name, { labels: Object.fromEntries([...models, 'x'].map((cpu) => [`cpu-model.node.kubevirt.io/${cpu}`, 'true'])) });
    expect(nodeLost(on('one', 'web', model), [named('one', 'Haswell'), named('two', 'Penryn')])).toMatchObject(hindered);
    expect(nodeLost(on('one', 'web', model), [named('one', 'Haswell'), named('two', 'Haswell')]).verdict).toBe(Verdict.FITS);
    expect(nodeLost(on('one', 'web', model), [node('one'), node('two')]).verdict).toBe(Verdict.FITS);
    const off = [
      node('one', { labels: { 'kubevirt.io/schedulable': 'true' } }),
      node('two', { labels: { 'kubevirt.io/schedulable': 'false' } }),
    ];
    expect(nodeLost(on('one', 'web'), off)).toMatchObject(hindered);
  });

  test('volumes that are on a host or in a zone', () => {
    const volumes = [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }];
    const claim = (storageClassName: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'root', namespace: 'shop' },
      spec: { storageClassName },
    });
    const storageClass = (name: string, provisioner: string) => ({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner,
    });
    const nodes = [node('one', { zone: 'a' }), node('two', { zone: 'a' }), node('three', { zone: 'b' })];
    const classes = [
      storageClass('local', 'topolvm.io'),
      storageClass('zonal', 'ebs.csi.aws.com'),
      storageClass('wide', 'csi.trident.netapp.io'),
    ];
    const withClass = (name: string) => modelOf(nodes, [...on('one', 'web', { spec: { volumes } }), claim(name)], classes);
    expect(withClass('local').lose(lost('one')).left).toMatchObject([{ hindrance: Hindrance.NODE }]);
    expect(withClass('zonal').lose(lost('one')).placed).toEqual([{ vm: 'shop/web', host: 'two' }]);
    expect(withClass('zonal').lose(lost('one', 'two')).left).toMatchObject([{ hindrance: Hindrance.NODE }]);
    expect(withClass('wide').lose(lost('one', 'two')).verdict).toBe(Verdict.FITS);
    const nodeAffinity = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: HOST, operator: 'In', values: ['one'] }] }] } };
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'pv' },
      spec: { claimRef: { namespace: 'shop', name: 'root' }, nodeAffinity },
    };
    expect(modelOf(nodes, [...on('one', 'web', { spec: { volumes } }), volume]).lose(lost('one'))).toMatchObject(hindered);
  });
});

describe('other VMs', () => {
  test('required anti-affinity, from both sides', () => {
    const away = { labels: { app: 'db' }, spec: { affinity: { podAntiAffinity: required(HOST, { app: 'db' }) } } };
    const spread = [...on('one', 'a', away), ...on('two', 'b', away), ...on('three', 'c', away)];
    expect(modelOf(three, spread).lose(lost('one'))).toMatchObject({
      verdict: Verdict.DOES_NOT_FIT,
      isCertain: true,
      left: [{ vm: 'shop/a', hindrance: Hindrance.VMS }],
    });
    const plain = { labels: { app: 'db' } };
    const onlyOthers = [...on('one', 'a', plain), ...on('two', 'b', away), ...on('three', 'c', away)];
    expect(modelOf(three, onlyOthers).lose(lost('one')).verdict).toBe(Verdict.DOES_NOT_FIT);
  });

  const zones = ['a', 'b', 'c'].flatMap((zone) => [1, 2].map((index) => node(`${zone}${index}`, { zone })));
  const spreadBy = (further: object) => ({
    labels: { app: 'web' },
    spec: {
      topologySpreadConstraints: [
        { topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } }, ...further },
      ],
    },
  });
  const spread = (further: object) => zones.flatMap(({ metadata }) => on(metadata.name, `web-${metadata.name}`, spreadBy(further)));

  test('the zone that is gone still counts for a spread, unless taints do', () => {
    const trapped = modelOf(zones, spread({})).lose({ zone: 'a', hosts: ['a1', 'a2'] });
    expect(trapped).toMatchObject({ verdict: Verdict.UNDECIDED, displaced: 2 });
    expect(trapped.left).toHaveLength(2);
    expect(trapped.reasons[0]).toMatch(/^spreads count the lost hosts .* nodeTaintsPolicy: Honor leaves them out at once$/);
    expect(modelOf(zones, spread({ nodeTaintsPolicy: 'Honor' })).lose({ hosts: ['a1', 'a2'] }).verdict).toBe(Verdict.FITS);
    const tolerations = [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists' }];
    const tolerating = zones.flatMap(({ metadata: { name } }) =>
      on(name, `web-${name}`, {
        ...spreadBy({ nodeTaintsPolicy: 'Honor' }),
        spec: { ...spreadBy({ nodeTaintsPolicy: 'Honor' }).spec, tolerations },
      }),
    );
    expect(modelOf(zones, tolerating).lose({ hosts: ['a1', 'a2'] }).left).toHaveLength(2);
    expect(modelOf(zones, spread({ maxSkew: 6 })).lose({ hosts: ['a1', 'a2'] }).verdict).toBe(Verdict.FITS);
    expect(modelOf(zones, spread({ whenUnsatisfiable: 'ScheduleAnyway' })).lose({ hosts: ['a1', 'a2'] }).verdict).toBe(Verdict.FITS);
  });

  test('as many zones as minDomains asks for have to be there', () => {
    const answer = modelOf(zones, spread({ nodeTaintsPolicy: 'Honor', minDomains: 3 })).lose({ hosts: ['a1', 'a2'] });
    expect(answer).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, isCertain: true });
    expect(modelOf(zones, spread({ nodeTaintsPolicy: 'Honor', minDomains: 2 })).lose({ hosts: ['a1', 'a2'] }).verdict).toBe(Verdict.FITS);
  });
});

describe('priorities', () => {
  const classes = [
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1000 },
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'polite' }, value: 1000, preemptionPolicy: 'Never' },
  ];
  const withDb = (priorityClassName: string) => [
    ...on('one', 'db', { memory: 24, spec: { priorityClassName } }),
    ...on('two', 'batch-1', { memory: 8 }),
    ...on('two', 'batch-2', { memory: 16 }),
    ...on('three', 'web', { memory: 20, spec: { priorityClassName: 'high' } }),
  ];

  test('a VM of lower priority is shut down, as few as can be', () => {
    const answer = modelOf(three, withDb('high'), classes).lose(lost('one'));
    expect(answer).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, left: [], placed: [{ vm: 'shop/db', host: 'two' }] });
    expect(answer.preempted).toMatchObject([{ vm: 'shop/batch-2', priority: 0, needs: 16 * GIB, largestGap: 12 * GIB }]);
  });

  test('one that made room looks for another place', () => {
    const roomy = [...three, node('four', { memory: 20 })];
    const answer = modelOf(roomy, withDb('high'), classes).lose(lost('one'));
    expect(answer).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, left: [], preempted: [], restarted: ['shop/batch-2'] });
  });

  test('nobody makes room for a class that does not preempt, or for the same priority', () => {
    expect(modelOf(three, withDb('polite'), classes).lose(lost('one'))).toMatchObject({ preempted: [], left: [{ vm: 'shop/db' }] });
    expect(modelOf(three, withDb(''), classes).lose(lost('one'))).toMatchObject({ preempted: [], left: [{ vm: 'shop/db' }] });
  });
});

describe('which VMs count', () => {
  const halted = (runStrategy: string) => ({ memory: 30, vm: { runStrategy } });

  test('those that run; and those that are started again', () => {
    const full = [node('one', { memory: 32 }), node('two', { memory: 32 })];
    const beside = on('two', 'web', { memory: 8 });
    expect(modelOf(full, [...beside, vm('db', halted('Halted'))]).lose(lost('one')).displaced).toBe(0);
    expect(modelOf(full, [...beside, ...on('one', 'db', halted('Once'))]).lose(lost('one'))).toMatchObject({
      displaced: 0,
      verdict: Verdict.FITS,
    });
    expect(modelOf(full, [...beside, ...on('one', 'db', halted('Manual'))]).lose(lost('two')).left).toMatchObject([{ vm: 'shop/web' }]);
    expect(modelOf(full, [...beside, vm('db', halted('Manual'))]).lose(lost('two')).verdict).toBe(Verdict.FITS);
  });

  test('each replica of a pool, those that are there by their names', () => {
    const template = { spec: { runStrategy: 'Always', template: vm('x', { memory: 4 }).spec.template } };
    const pool = {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { replicas: 3, virtualMachineTemplate: template },
    };
    const ownerReferences = [{ kind: 'VirtualMachinePool', name: 'web' }];
    const made = { ...vm('web-7', { memory: 4 }), metadata: { name: 'web-7', namespace: 'shop', ownerReferences } };
    const model = modelOf(three, [pool, made, instance('web-7', 'two')]);
    expect(model.hosts.reduce((sum, { vms }) => sum + vms, 0)).toBe(3);
    expect(model.lose(lost('two')).placed.map(({ vm: name }) => name)).toContain('shop/web-7');
  });

  test('what nobody knows leaves the answer open', () => {
    const unknown = vm('odd', { vm: { instancetype: { name: 'own' } } });
    expect(modelOf(three, [...on('one', 'web'), unknown]).lose(lost('one'))).toMatchObject({
      verdict: Verdict.UNDECIDED,
      reasons: ['what shop/odd asks for is not known, because nobody knows the instance type own'],
    });
  });

  test('VMs of the cluster that are not among the manifests take room, and move too', () => {
    const podRequests = [
      ...['one', 'two', 'three'].map((name) => ({ node: name, requests: { memory: '0' } })),
      { node: 'two', virtualMachine: 'other/big', requests: { memory: '20Gi', cpu: '1' } },
      { node: 'one', virtualMachine: 'shop/web', requests: { memory: '8Gi', cpu: '1' } },
    ];
    const model = new FailureModel(contextOf(ClusterProfile.kubevirt('1.8', { objects: three, podRequests }), [vm('web')]));
    expect(model.lose(lost('two')).placed).toEqual([{ vm: 'other/big', host: 'one' }]);
    expect(model.lose(lost('one')).placed).toEqual([{ vm: 'shop/web', host: 'two' }]);
    expect(model.model.assumptions).toContain(
      'that 1 VMs of the cluster which are not among the manifests may run on any host without taints',
    );
  });
});

test('where nobody says where VMs run, what is certain holds wherever they do', () => {
  const pair = [node('one', { memory: 32 }), node('two', { memory: 32 })];
  const vms = (count: number) => Array.from({ length: count }, (_, index) => vm(`vm-${index}`, { memory: 10 }));
  expect(modelOf(pair, vms(4)).lose(lost('one'))).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, isCertain: true });
  const uneven = [node('one', { memory: 32 }), node('two', { memory: 32 }), node('three', { memory: 32 })];
  const tight = modelOf(uneven, [vm('x', { memory: 20 }), vm('y', { memory: 20 }), vm('z', { memory: 12 }), vm('w', { memory: 12 })]);
  expect(tight.homeless).toEqual([]);
  expect(tight.lose(lost('one')).isCertain).toBe(false);
});

test('a VM that fits nowhere is told when nothing is lost', () => {
  const model = modelOf(three, [vm('huge', { memory: 40 })]);
  expect(model.lose(lost())).toMatchObject({
    verdict: Verdict.DOES_NOT_FIT,
    isCertain: true,
    left: [{ vm: 'shop/huge', needs: 40 * GIB, largestGap: 32 * GIB }],
  });
});

describe('a drain', () => {
  test('needs room for the second pod, and another host for what keeps away', () => {
    const away = { labels: { app: 'db' }, spec: { affinity: { podAntiAffinity: required(HOST, { app: 'db' }) } } };
    const model = modelOf(three, [...on('one', 'a', away), ...on('two', 'b', away), ...on('three', 'big', { memory: 24 })]);
    expect(model.drain('one')).toEqual({ host: 'one', moving: 1, left: [] });
    expect(model.drain('three')).toMatchObject({ moving: 1, left: [] });
    const full = modelOf(three, [...on('one', 'a', away), ...on('two', 'b', away), ...on('three', 'c', away)]);
    expect(full.drain('one')).toMatchObject({ moving: 1, left: [{ vm: 'shop/a', hindrance: Hindrance.VMS }] });
  });

  test('needs a CPU like that of the host', () => {
    const withModel = (name: string, own: string, ...others: string[]) =>
      node(name, {
        labels: {
          [`host-model-cpu.node.kubevirt.io/${own}`]: 'true',
          ...Object.fromEntries([own, ...others].map((model) => [`cpu-model-migration.node.kubevirt.io/${model}`, 'true'])),
        },
      });
    const nodes = [withModel('one', 'New', 'Old'), withModel('two', 'Old')];
    const model = modelOf(nodes, [...on('one', 'a'), ...on('two', 'b')]);
    expect(model.drain('one').left).toHaveLength(1);
    expect(model.drain('two').left).toHaveLength(0);
    expect(model.lose(lost('one')).verdict).toBe(Verdict.FITS);
  });

  test('needs room in the quota', () => {
    const quota = (memory: string) => ({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'most', namespace: 'shop' },
      spec: { hard: { 'requests.memory': memory } },
    });
    const shortages = (memory: string) => {
      const context = contextOf(profile(three), [vm('a'), vm('b', { memory: 4 }), quota(memory), instance('a', 'one')]);
      return quotaShortages(
        context,
        new FailureModel(context).model.pods.map(({ pod }) => pod),
      );
    };
    expect(shortages('20Gi')).toEqual([]);
    expect(shortages('19Gi')).toEqual([
      { namespace: 'shop', quota: 'most', resource: 'requests.memory', used: 12 * GIB, needs: 8 * GIB, hard: 19 * GIB },
    ]);
  });
});

describe('what health checks allow', () => {
  const zones = ['a', 'b', 'c'];
  const nodes = zones.flatMap((zone) => [1, 2].map((index) => node(`${zone}${index}`, { zone, labels: { pool: 'vms' } })));
  const masters = zones.map((zone) => node(`master-${zone}`, { zone, labels: { 'node-role.kubernetes.io/control-plane': '' } }));
  const check = (limit: object) => ({
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: { ...limit, selector: { matchLabels: { pool: 'vms' } } },
  });
  const machines = (limit: object, role = 'worker', conditions: object[] = []) => ({
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'MachineHealthCheck',
    metadata: { name: 'machines', namespace: 'openshift-machine-api' },
    spec: {
      ...limit,
      selector: { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': role } },
      unhealthyConditions: conditions,
    },
  });
  const limits = (made: object, ...names: string[]) => remediationLimits(contextOf(profile([...nodes, ...masters]), [made]), names);

  test.each([
    [{ minHealthy: '51%' }, ['a1', 'a2'], 2, true],
    [{ minHealthy: '51%' }, ['a1', 'a2', 'b1'], 2, false],
    [{ minHealthy: '50%' }, ['a1', 'a2', 'b1'], 3, true],
    [{ minHealthy: '67%' }, ['a1', 'a2'], 1, false],
    [{ minHealthy: 5 }, ['a1', 'a2'], 1, false],
    [{ minHealthy: 5 }, ['a1'], 1, true],
    [{ maxUnhealthy: '40%' }, ['a1', 'a2', 'b1'], 3, true],
    [{ maxUnhealthy: 1 }, ['a1', 'a2'], 1, false],
    [{ maxUnhealthy: 7 }, ['a1'], 0, false],
  ])('NodeHealthCheck with %j and %s gone', (limit, names, allowed, goesOn) => {
    const [[field, value]] = Object.entries(limit);
    const judged = { kind: 'NodeHealthCheck', check: 'workers', field, value, nodes: 6, lost: names.length, allowed, goesOn };
    expect(limits(check(limit), ...names)).toEqual([judged]);
  });

  test.each([
    ['worker', '40%', ['a1', 'a2', 'b1', 'master-a'], 6, 3, 2, false],
    ['worker', '40%', ['a1', 'a2'], 6, 2, 2, true],
    ['worker', 7, ['a1', 'a2'], 6, 2, 7, true],
    ['master', '40%', ['master-a', 'a1'], 3, 1, 1, true],
    ['master', '30%', ['master-a'], 3, 1, 0, false],
  ])('MachineHealthCheck of %ss with maxUnhealthy %s and %s gone', (role, value, names, watched, lost, allowed, goesOn) => {
    const judged = { kind: 'MachineHealthCheck', check: 'machines', field: 'maxUnhealthy', value, nodes: watched, lost, allowed, goesOn };
    expect(limits(machines({ maxUnhealthy: value }, role), ...names)).toEqual([judged]);
  });

  test.each([
    ['nodes that it does not watch', check({ minHealthy: '51%' }), 'elsewhere'],
    ['a check without a limit', machines({}), 'a1'],
    ['Machines by another label than their role', { ...machines({ maxUnhealthy: 0 }, 'infra') }, 'a1'],
    ['instances that a cloud takes back', machines({ maxUnhealthy: 0 }, 'worker', [{ type: 'Terminating', status: 'True' }]), 'a1'],
  ])('nothing is said of %s', (_, made, name) => {
    expect(limits(made, name)).toEqual([]);
  });
});
