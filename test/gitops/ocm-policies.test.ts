import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Size, Testing } from 'cdk8s';
import { OcmManifests, OcmPlacement, OcmPolicyGenerator, type OcmPolicyGeneratorProps, VirtualMachine } from 'cdk8s-kubevirt';
import { parseManifests } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-policies-'));
afterAll(() => rmSync(outdir, { recursive: true }));

function managed(): OcmManifests {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(2) });
  new ApiObject(chart, 'settings', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
    data: { motd: '{{ greeting }}', at: '02:48:09' },
  });
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  return OcmManifests.fromApp(app);
}

function only(kind: string): OcmManifests {
  const app = Testing.app();
  new ApiObject(new Chart(app, 'shop'), 'one', { apiVersion: 'v1', kind, metadata: { name: 'one' } });
  return OcmManifests.fromApp(app);
}

function generator(folder: string, props: Partial<OcmPolicyGeneratorProps> = {}): App {
  const app = new App({ outdir: join(outdir, folder) });
  const chart = new Chart(app, 'hub', { namespace: 'policies' });
  const placement = new OcmPlacement(chart, 'all', { metadata: { name: 'all' } });
  new OcmPolicyGenerator(chart, 'shop', { namespace: 'policies', placement, manifests: managed(), ...props });
  return app;
}

const read = (...names: string[]): any[] => parseManifests(readFileSync(join(outdir, ...names), 'utf8'));

test('a generator writes a folder of Kustomize beside the manifests, with a policy for each wave', () => {
  generator('whole').synth();
  expect(readdirSync(join(outdir, 'whole')).sort()).toEqual(['hub.k8s.yaml', 'shop']);
  expect(readdirSync(join(outdir, 'whole/shop')).sort()).toEqual([
    'kustomization.yaml',
    'policy-generator.yaml',
    'shop-machines.yaml',
    'shop-needed.yaml',
    'shop-surroundings.yaml',
  ]);
  expect(read('whole/shop/kustomization.yaml')).toEqual([
    { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', generators: ['policy-generator.yaml'] },
  ]);
  expect(read('whole/shop/policy-generator.yaml')).toEqual([
    {
      apiVersion: 'policy.open-cluster-management.io/v1',
      kind: 'PolicyGenerator',
      metadata: { name: 'shop' },
      placementBindingDefaults: { name: 'shop' },
      policyDefaults: {
        namespace: 'policies',
        placement: { placementName: 'all' },
        remediationAction: 'enforce',
        complianceType: 'musthave',
        pruneObjectBehavior: 'None',
        recreateOption: 'None',
        orderPolicies: true,
        configurationPolicyAnnotations: { 'policy.open-cluster-management.io/disable-templates': 'true' },
      },
      policies: ['shop-surroundings', 'shop-needed', 'shop-machines'].map((name) => ({ name, manifests: [{ path: `${name}.yaml` }] })),
    },
  ]);
  expect(read('whole/shop/shop-needed.yaml')).toMatchObject([{ kind: 'ConfigMap', data: { motd: '{{ greeting }}', at: '02:48:09' } }]);
  expect(read('whole/shop/shop-surroundings.yaml')).toEqual([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]);
});

test('a single policy waits for nothing', () => {
  generator('single', { manifests: only('ConfigMap') }).synth();
  expect(read('single/shop/policy-generator.yaml')[0].policyDefaults.orderPolicies).toBe(false);
});

test('policies only tell, and prune what has no data, when they are asked to', () => {
  generator('told', { automated: false, prune: true, name: 'watch' }).synth();
  const [{ policyDefaults, policies }] = read('told/watch/policy-generator.yaml');
  expect(policyDefaults).toMatchObject({ remediationAction: 'inform', pruneObjectBehavior: 'None' });
  expect(policies.map(({ name, pruneObjectBehavior }: any) => [name, pruneObjectBehavior])).toEqual([
    ['watch-surroundings', undefined],
    ['watch-needed', 'DeleteIfCreated'],
    ['watch-machines', undefined],
  ]);
});

test('what an earlier synth has left of a policy goes, and files of others stay', () => {
  generator('again').synth();
  writeFileSync(join(outdir, 'again/shop/patch.yaml'), 'a: b\n');
  generator('again', { manifests: only('Service') }).synth();
  expect(readdirSync(join(outdir, 'again/shop')).sort()).toEqual([
    'kustomization.yaml',
    'patch.yaml',
    'policy-generator.yaml',
    'shop-around.yaml',
  ]);
});

test('nothing is written where manifests are only printed', () => {
  generator('printed').synthYaml();
  expect(existsSync(join(outdir, 'printed'))).toBe(false);
});

test.each<[string, Partial<OcmPolicyGeneratorProps>]>([
  ['(object-name-invalid)', { name: 'The shop' }],
  ['(policy-name-too-long)', { name: 'a'.repeat(50) }],
  ['(placement-elsewhere)', { namespace: 'elsewhere' }],
  ['(policies-empty)', { manifests: OcmManifests.fromApp(Testing.app()) }],
])('refuses: %s', (text, props) => {
  expect(thrownBy(() => generator('refused', props))).toContain(text);
});

test('a name as long as the plugin takes is taken', () => {
  const longest = 63 - 'policies.'.length - '-surroundings'.length;
  expect(() => generator('longest', { name: 'a'.repeat(longest) })).not.toThrow();
  expect(thrownBy(() => generator('longer', { name: 'a'.repeat(longest + 1) }))).toContain('(policy-name-too-long)');
});
