import { writeFileSync } from 'node:fs';
import { type App, Chart, Size, Testing } from 'cdk8s';
import { ArgoApplication, ClusterProfile, OcmManifests, OcmManifestWork, VirtualMachine } from 'cdk8s-kubevirt';
import { fieldPathText } from '../../src/facts';
import type { Manifest } from '../../src/graph';
import { examples, synthesesOf } from '../support/examples';
import { synthesize } from '../support/synthesize';
import { created, type Surroundings } from './cluster';
import { differencesSeen, TOOLS, type Tool, written } from './tools';

/**
 * What no manifest can keep from being seen: kubemacpool writes MAC addresses, and KubeVirt before 1.8 times that are null, into entries
 * of lists, and Argo CD's structured merge, which it advises against, puts the lists of Git in their place.
 */
const SEEN_WHATEVER_IS_WRITTEN: readonly (readonly [kind: string, tool: Tool, field: string])[] = [
  ['VirtualMachine', 'argo structured merge', 'spec.template.spec.domain.devices.interfaces[].macAddress'],
  ['VirtualMachine', 'argo structured merge', 'spec.dataVolumeTemplates[].metadata.creationTimestamp'],
];

function surroundingsOf(cluster: ClusterProfile): Surroundings {
  return { cluster, hasMacPool: cluster.isOpenshift };
}

function withoutIndices(path: string): string {
  return path.replace(/\[\d+\]/g, '[]');
}

/** What tools take for different, as `Kind name tool: field`. */
function seen(manifest: Manifest, surroundings: Surroundings): string[] {
  const live = created(manifest, surroundings);
  return TOOLS.flatMap((tool) =>
    differencesSeen(tool, manifest, live, surroundings)
      .filter((path) => !SEEN_WHATEVER_IS_WRITTEN.some((row) => `${row}` === `${[manifest.kind, tool, withoutIndices(path)]}`))
      .map((path) => `${manifest.kind} ${manifest.metadata?.name} ${tool}: ${path}`),
  );
}

const rows = new Map<string, string>();

afterAll(() => {
  const file = process.env.DRIFT_TABLE;
  if (file !== undefined) {
    const head = [
      '| object | field that the cluster writes | Argo CD legacy | structured merge | server-side | Flux | Open Cluster Management |',
      '| --- | --- | --- | --- | --- | --- | --- |',
    ];
    writeFileSync(file, `${[...head, ...[...rows.values()].sort()].join('\n')}\n`);
  }
});

function record(manifest: Manifest, surroundings: Surroundings): void {
  const live = created(manifest, surroundings);
  const views = TOOLS.map((tool) => differencesSeen(tool, manifest, live, surroundings).map(withoutIndices));
  const paths = written(manifest, live).filter(
    ([first, second]) => first === 'spec' || ['annotations', 'finalizers'].includes(`${second}`),
  );
  for (const path of paths.map((path) => withoutIndices(fieldPathText(path)))) {
    const cells = views.map((paths) => (paths.includes(path) ? 'seen' : '–'));
    rows.set(`${manifest.kind} ${path}`, `| ${[manifest.kind, path, ...cells].join(' | ')} |`);
  }
}

describe.each(examples)('examples/%s', (example) => {
  test('is as Git says to each tool, after webhooks and controllers have written into it', () => {
    for (const { app, manifests } of synthesesOf(example)) {
      const surroundings = surroundingsOf(ClusterProfile.of(app));
      expect(manifests.flatMap((manifest) => seen(manifest, surroundings))).toEqual([]);
      for (const manifest of manifests) {
        record(manifest, surroundings);
      }
    }
  });

  test('is so before KubeVirt 1.8, which writes times that are null', () => {
    const surroundings = { cluster: ClusterProfile.kubevirt('1.7'), hasMacPool: true };
    const manifests = synthesesOf(example).flatMap((synthesis) => synthesis.manifests);
    expect(manifests.flatMap((manifest) => seen(manifest, surroundings))).toEqual([]);
  });
});

test('an ArgoApplication compares in none of the ways in which something is seen whatever is written', () => {
  const chart = new Chart(Testing.app(), 'hub');
  new ArgoApplication(chart, 'shop', { source: { repository: 'https://git.example.com/shop.git', path: 'dist' } });
  const [{ metadata }] = synthesize(chart.node.root as App) as any[];
  expect(metadata.annotations['argocd.argoproj.io/compare-options']).toBe('ServerSideDiff=true');
  expect(SEEN_WHATEVER_IS_WRITTEN.map(([, tool]) => tool)).not.toContain('argo server-side');
});

test('a work of ours is applied in none of the ways in which each VM is seen', () => {
  const chart = new Chart(Testing.app(), 'hub');
  const shop = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  new VirtualMachine(shop, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(2) });
  const manifests = OcmManifests.fromApp(shop.node.root as App);
  new OcmManifestWork(chart, 'shop', { cluster: 'paris', manifests });
  const [{ spec }] = synthesize(chart.node.root as App) as any[];
  const [machine] = spec.workload.manifests;
  const surroundings = surroundingsOf(ClusterProfile.kubevirt('1.8'));
  const live = created(machine, surroundings);
  expect(spec.manifestConfigs.map(({ updateStrategy }: any) => updateStrategy.type)).toEqual(['ServerSideApply']);
  expect(differencesSeen('ocm', machine, live, surroundings)).toEqual([]);
  expect(differencesSeen('ocm update', machine, live, surroundings)).toContain('spec.template.spec.domain.firmware');
});

describe('the tools see', () => {
  const cluster = { cluster: ClusterProfile.kubevirt('1.8') };
  const machine = (spec: object, template: object = {}): Manifest => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { runStrategy: 'Always', ...spec, template: { spec: { domain: { memory: { guest: '2Gi' }, devices: {} }, ...template } } },
  });

  test('a quantity in another form, unless the cluster answers', () => {
    const path = 'VirtualMachine web %: spec.template.spec.domain.memory.guest';
    expect(seen(machine({}, { domain: { memory: { guest: '2048Mi' }, devices: {} } }), cluster)).toEqual(
      ['argo legacy', 'argo structured merge'].map((tool) => path.replace('%', tool)),
    );
  });

  test('fields that the webhook leaves out', () => {
    const path = 'VirtualMachine web %: spec.template.spec.readinessProbe.initialDelaySeconds';
    const readinessProbe = { initialDelaySeconds: 0, tcpSocket: { port: 80 } };
    expect(seen(machine({}, { readinessProbe }), cluster)).toEqual(
      ['argo legacy', 'argo structured merge'].map((tool) => path.replace('%', tool)),
    );
  });

  test('an instance type that is inferred, which is refused when it is applied once more', () => {
    const told = seen(machine({ instancetype: { inferFromVolume: 'root' } }), cluster);
    expect(told).toContain('VirtualMachine web flux: refused: Name already set, should be cleared when inferring the instancetype');
    expect(told).toContain('VirtualMachine web argo legacy: spec.instancetype.inferFromVolume');
  });

  test('what the API server fills in inside of lists', () => {
    const route: Manifest = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { parentRefs: [{ name: 'public' }] },
    };
    expect(seen(route, cluster)).toEqual([
      'HTTPRoute web argo structured merge: spec.parentRefs[0].group',
      'HTTPRoute web argo structured merge: spec.parentRefs[0].kind',
    ]);
  });

  test('a VM that somebody has stopped', () => {
    const manifest = machine({});
    const live = created(manifest, cluster);
    const changed = { ...live, spec: { ...live.spec, runStrategy: 'Halted' } };
    for (const tool of TOOLS) {
      expect(differencesSeen(tool, manifest, changed, cluster)).toEqual(['spec.runStrategy']);
    }
  });
});
