import { type App, Chart, Testing } from 'cdk8s';
import {
  ArgoApplication,
  type ArgoApplicationProps,
  ArgoApplicationSet,
  type ArgoApplicationSetProps,
  ArgoDestination,
} from 'cdk8s-kubevirt';
import { synthesize } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

const SOURCE = { repository: 'https://git.example.com/shop.git', path: 'dist/paris' };

function hub(): Chart {
  return new Chart(Testing.app(), 'hub');
}

function application(props: Partial<ArgoApplicationProps> = {}): any {
  const chart = hub();
  new ArgoApplication(chart, 'shop', { metadata: { name: 'shop' }, source: SOURCE, ...props });
  return synthesize(chart.node.root as App)[0];
}

function applicationSet(props: Partial<ArgoApplicationSetProps> = {}): any {
  const chart = hub();
  const clusters = [{ name: 'paris' }, { name: 'rome', destination: 'rome-1' }];
  new ArgoApplicationSet(chart, 'shop', { metadata: { name: 'shop' }, source: { ...SOURCE, path: 'dist/' }, clusters, ...props });
  return synthesize(chart.node.root as App)[0];
}

test('an Application applies and compares on the server, prunes last and replaces nothing', () => {
  expect(application()).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop', namespace: 'argocd', annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } },
    spec: {
      project: 'default',
      source: { repoURL: 'https://git.example.com/shop.git', path: 'dist/paris', targetRevision: 'HEAD' },
      destination: { server: 'https://kubernetes.default.svc' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true', 'PruneLast=true'],
        retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
      },
    },
  });
});

test('an Application may leave starting and stopping to operators, and other fields', () => {
  const { spec } = application({
    metadata: { name: 'shop', namespace: 'openshift-gitops' },
    destination: ArgoDestination.cluster('paris'),
    namespace: 'shop',
    automated: false,
    leavesRunStrategy: true,
    createsNamespace: true,
    retries: 0,
    ignoredDifferences: [{ group: 'pool.kubevirt.io', kind: 'VirtualMachinePool', jsonPointers: ['/spec/replicas'] }],
  });
  expect(spec.destination).toEqual({ name: 'paris', namespace: 'shop' });
  expect(spec.syncPolicy.automated).toBeUndefined();
  expect(spec.syncPolicy.retry.limit).toBe(0);
  expect(spec.syncPolicy.syncOptions.slice(3)).toEqual(['RespectIgnoreDifferences=true', 'CreateNamespace=true']);
  expect(spec.ignoreDifferences).toEqual([
    { group: 'kubevirt.io', kind: 'VirtualMachine', jsonPointers: ['/spec/runStrategy'] },
    { group: 'pool.kubevirt.io', kind: 'VirtualMachinePool', jsonPointers: ['/spec/replicas'] },
  ]);
});

test('an ApplicationSet has an Application for the folder of each cluster, and outlives none of their VMs', () => {
  const { metadata, spec } = applicationSet();
  expect(metadata).toEqual({ name: 'shop', namespace: 'argocd' });
  expect(spec.generators).toEqual([
    {
      list: {
        elements: [
          { name: 'paris', destination: 'paris' },
          { name: 'rome', destination: 'rome-1' },
        ],
      },
    },
  ]);
  expect(spec.syncPolicy).toEqual({ preserveResourcesOnDeletion: true });
  expect(spec.strategy).toBeUndefined();
  expect(spec.template.metadata.name).toBe('shop-{{.name}}');
  expect(spec.template.spec.source.path).toBe('dist/{{.name}}');
  expect(spec.template.spec.destination).toEqual({ name: '{{.destination}}' });
  expect(spec.template.spec.syncPolicy).toEqual(application().spec.syncPolicy);
});

test('an ApplicationSet goes from step to step', () => {
  const { spec } = applicationSet({ clusters: [{ name: 'paris', step: 10 }, { name: 'test' }, { name: 'rome', step: 9 }] });
  expect(spec.generators[0].list.elements.map(({ step }: any) => step)).toEqual(['10', '0', '9']);
  expect(spec.strategy.rollingSync.steps.map(({ matchExpressions: [{ values }] }: any) => values)).toEqual([['0'], ['9'], ['10']]);
  expect(spec.template.metadata.labels).toEqual({ 'cdk8s-kubevirt/step': '{{.step}}' });
});

test.each<[string, () => unknown]>([
  [
    'source.repository is "": Argo CD has to know where manifests are. Pass the address of the repository. (repository-missing)',
    () => application({ source: { ...SOURCE, repository: '' } }),
  ],
  [
    'source.path is "/dist": a folder of a repository is named from its root, without a slash at the beginning and without "..". Pass a path such as "dist/paris". (repository-path-invalid)',
    () => application({ source: { ...SOURCE, path: '/dist' } }),
  ],
  ['(repository-path-invalid)', () => application({ source: { ...SOURCE, path: 'dist/../..' } })],
  [
    'it names no field. Pass jsonPointers, jqPathExpressions or managers. (ignored-difference-empty)',
    () => application({ ignoredDifferences: [{ group: '', kind: 'Service' }] }),
  ],
  ['retries is -1', () => application({ retries: -1 })],
  ['(clusters-missing)', () => applicationSet({ clusters: [] })],
  [
    'clusters[1].name is "paris": there is one of this name. Name each cluster once. (cluster-twice)',
    () => applicationSet({ clusters: [{ name: 'paris' }, { name: 'paris' }] }),
  ],
  ['(object-name-invalid)', () => applicationSet({ clusters: [{ name: 'Paris' }] })],
])('refuses: %s', (text, act) => {
  expect(thrownBy(act)).toContain(text);
});

test('the health check of VMs knows those that are stopped on purpose', () => {
  const [[key, lua]] = Object.entries(ArgoApplication.healthCustomizations());
  expect(key).toBe('resource.customizations.health.kubevirt.io_VirtualMachine');
  expect(lua).toContain('local byHand = { ["Halted"] = true, ["Manual"] = true }\n');
  expect(lua).toContain(
    'if byHand[strategy] or spec.running == false or (ending[strategy] and printable == "Stopped") then\n  return { status = "Healthy"',
  );
});
