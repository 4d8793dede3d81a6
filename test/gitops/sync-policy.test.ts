import { ApiObject, type App, Chart, Size, Testing } from 'cdk8s';
import {
  ArgoApplication,
  DataVolume,
  DataVolumeSource,
  Disk,
  GuestAgentSource,
  ManifestCheck,
  NodeHealthCheck,
  Probe,
  SelfNodeRemediationTemplate,
  SyncHook,
  SyncPolicy,
  VirtualMachine,
  VirtualMachinePool,
  VirtualMachineSnapshot,
} from 'cdk8s-kubevirt';
import { Namespace, Secret, Service } from 'cdk8s-plus-27';
import { synthesize } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

const size = Size.gibibytes(1);

function shop(policy: SyncPolicy): Chart {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  policy.applyTo(chart);
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: size });
  new Service(chart, 'service', { metadata: { name: 'web' }, selector: vm, ports: [{ port: 80 }] });
  new Secret(chart, 'secret', { metadata: { name: 'web' } });
  new Namespace(chart, 'namespace', { metadata: { name: 'shop' } });
  return chart;
}

/** What stands on each object, by kind and name, without what is not about tools. */
function annotationsOf(chart: Chart): Record<string, Record<string, string>> {
  const told = synthesize(chart.node.root as App).map(({ kind, metadata }) => {
    const entries = Object.entries(metadata?.annotations ?? {}).filter(([key]) => !key.startsWith('cdk8s-kubevirt/'));
    return [`${kind} ${metadata?.name}`, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(told);
}

test('Argo CD gets waves with VMs at the end, and asks before it deletes data', () => {
  const chart = shop(SyncPolicy.argoCd());
  const source = DataVolumeSource.blank();
  new DataVolume(chart, 'waiting', { metadata: { name: 'waiting' }, source, size });
  new DataVolume(chart, 'golden', { metadata: { name: 'golden' }, source, size, bindImmediately: true });
  new VirtualMachinePool(chart, 'pool', {
    metadata: { name: 'pool' },
    replicas: 1,
    memory: size,
    liveness: Probe.fromGuestAgentPing(),
    guestAgent: GuestAgentSource.IMAGE,
  });
  const template = new SelfNodeRemediationTemplate(chart, 'template', { metadata: { name: 'template' } });
  new NodeHealthCheck(chart, 'nodes', { metadata: { name: 'nodes' }, minHealthy: '51%', escalation: [], remediation: template } as any);
  const confirmed = { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' };
  const kept = { 'cdi.kubevirt.io/storage.deleteAfterCompletion': 'false' };
  const wave = (number: number) => ({ 'argocd.argoproj.io/sync-wave': String(number) });
  expect(annotationsOf(chart)).toEqual({
    'Namespace shop': { ...confirmed, ...wave(-5) },
    'Secret web': wave(-4),
    'DataVolume golden': { ...kept, ...confirmed, ...wave(-3), 'cdi.kubevirt.io/storage.bind.immediate.requested': 'true' },
    'SelfNodeRemediationTemplate template': expect.objectContaining(wave(-2)),
    'NodeHealthCheck nodes': wave(-1),
    'Service web': wave(-1),
    'DataVolume waiting': { ...kept, ...confirmed },
    'VirtualMachine web': confirmed,
    'VirtualMachinePool pool': confirmed,
  });
});

test('Flux prunes no data', () => {
  const chart = shop(SyncPolicy.flux());
  expect(annotationsOf(chart)).toEqual({
    'VirtualMachine web': { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
    'Namespace shop': { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
    'Service web': {},
    'Secret web': {},
  });
});

test('what an object says itself counts more, and options are added to those that it has', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const annotations = {
    'argocd.argoproj.io/sync-wave': '7',
    'argocd.argoproj.io/sync-options': 'Prune=false,SkipDryRunOnMissingResource=true',
  };
  new VirtualMachine(chart, 'vm', { metadata: { name: 'web', annotations }, memory: size });
  SyncPolicy.argoCd().applyTo(chart);
  expect(annotationsOf(chart)).toEqual({
    'VirtualMachine web': {
      'argocd.argoproj.io/sync-wave': '7',
      'argocd.argoproj.io/sync-options': 'Prune=false,SkipDryRunOnMissingResource=true,Delete=confirm',
    },
  });
});

test('it says the same in each synth, and nothing outside of its scope or on objects of the tools', () => {
  const app = Testing.app();
  const [shop, other] = ['shop', 'other'].map((name) => new Chart(app, name));
  SyncPolicy.argoCd().applyTo(shop);
  for (const chart of [shop, other]) {
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: chart.node.id } });
  }
  new ArgoApplication(shop, 'application', { metadata: { name: 'shop' }, source: { repository: 'ssh://git', path: 'dist' } });
  const texts = [app.synthYaml(), app.synthYaml()];
  expect(texts[0]).toBe(texts[1]);
  expect(annotationsOf(shop)).toEqual({
    'ConfigMap shop': { 'argocd.argoproj.io/sync-wave': '-4' },
    'ConfigMap other': {},
    'Application shop': { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' },
  });
});

test('hooks are around the sync, in no wave, and no rule minds them', () => {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  const vm = new VirtualMachine(chart, 'vm', {
    metadata: { name: 'web' },
    memory: size,
    disks: [Disk.fromDataSource('root', { name: 'fedora', namespace: 'images', size })],
  });
  SyncPolicy.argoCd().applyTo(chart);
  const snapshot = new VirtualMachineSnapshot(chart, 'before', { metadata: { name: 'before' }, vm });
  expect(ManifestCheck.findings(chart).map(({ code }) => code)).toContain('gitops-one-shot-object');
  SyncHook.before(snapshot);
  expect(ManifestCheck.findings(chart).map(({ code }) => code)).not.toContain('gitops-one-shot-object');
  const test = new ApiObject(chart, 'test', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'test' } });
  SyncHook.after(test);
  expect(annotationsOf(chart)).toMatchObject({
    'VirtualMachineSnapshot before': {
      'argocd.argoproj.io/hook': 'PreSync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    },
    'Job test': { 'argocd.argoproj.io/hook': 'PostSync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' },
  });
  expect(annotationsOf(chart)['Job test']).not.toHaveProperty(['argocd.argoproj.io/sync-wave']);
});

test('a hook is one object', () => {
  const chart = new Chart(Testing.app(), 'shop');
  expect(thrownBy(() => SyncHook.before(chart))).toBe(
    '[shop] construct is shop: a hook is one object, and this construct has 0. Pass each by itself. (hook-without-object)',
  );
});
