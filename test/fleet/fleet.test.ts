import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ApiObject, type App, Chart, Duration, Size, YamlOutputType } from 'cdk8s';
import {
  ClusterProfile,
  Fleet,
  type FleetCluster,
  type FleetClusterProps,
  HighlyAvailableVM,
  type IFleetApp,
  Probe,
  VirtualMachine,
} from 'cdk8s-kubevirt';
import { parseManifests } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

const PARIS: FleetClusterProps = { name: 'paris', profile: ClusterProfile.openshift('4.22'), namespace: 'shop', memory: Size.gibibytes(2) };
const ROME: FleetClusterProps = { name: 'rome', profile: ClusterProfile.kubevirt('1.8'), namespace: 'shop-rome' };

const SHOP: IFleetApp = {
  define(app: App, cluster: FleetCluster): void {
    const chart = new Chart(app, 'shop', { namespace: cluster.namespace });
    new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: cluster.memory ?? Size.gibibytes(1) });
  },
};

let outdir: string;
let told: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'fleet-'));
  told = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.CDK8S_FLEET;
  delete process.env.CDK8S_OUTDIR;
  rmSync(outdir, { recursive: true });
});

function fleet(clusters: FleetClusterProps[] = [PARIS, ROME]): Fleet {
  return new Fleet({ outdir, clusters });
}

function machineOn(cluster: string): any {
  return parseManifests(readFileSync(join(outdir, cluster, 'shop.k8s.yaml'), 'utf8'))[0];
}

test('makes manifests of its own for each cluster, and says what came out', () => {
  const { clusters, text } = fleet().synth(SHOP);
  const [paris, rome] = ['paris', 'rome'].map(machineOn);
  expect([paris, rome].map(({ metadata }) => metadata.namespace)).toEqual(['shop', 'shop-rome']);
  expect([paris, rome].map(({ spec }) => spec.template.spec.domain.memory.guest)).toEqual(['2Gi', '1Gi']);
  expect(clusters).toMatchObject([
    { name: 'paris', folder: join(outdir, 'paris'), objects: 1, errors: 0 },
    { name: 'rome', folder: join(outdir, 'rome'), objects: 1, errors: 0 },
  ]);
  expect(told.endsWith(text)).toBe(true);
  expect(readdirSync(outdir).sort()).toEqual(['paris', 'rome']);
});

test('VMs of the same name are another machine on each cluster', () => {
  fleet([PARIS, { ...PARIS, name: 'oslo' }]).synth(SHOP);
  const [paris, oslo] = ['paris', 'oslo'].map((name) => machineOn(name).spec.template.spec.domain.firmware.uuid);
  expect(paris).not.toBe(oslo);
});

test('writes each cluster anew, and leaves what is not its own alone', () => {
  const put = (file: string) => {
    mkdirSync(dirname(join(outdir, file)), { recursive: true });
    writeFileSync(join(outdir, file), '');
  };
  const own = ['paris/gone.k8s.yaml', 'paris/gone/VirtualMachine.gone.k8s.yaml', 'paris/gone.report', 'paris/gone.md', 'paris/gone.html'];
  const foreign = ['paris/kustomization.yaml', 'paris/README.md', 'paris/.git/config', 'paris/notes/plan.md', 'retired/shop.k8s.yaml'];
  [...own, ...foreign].forEach(put);
  symlinkSync(join(outdir, 'retired'), join(outdir, 'paris/link'));
  fleet().synth(SHOP);
  expect(readdirSync(join(outdir, 'paris')).sort()).toEqual(['.git', 'README.md', 'kustomization.yaml', 'link', 'notes', 'shop.k8s.yaml']);
  expect(foreign.filter((file) => !existsSync(join(outdir, file)))).toEqual([]);
  expect(readdirSync(outdir).sort()).toEqual(['paris', 'retired', 'rome']);
});

test('divided into folders, it is anew too', () => {
  const divided = () => new Fleet({ outdir, clusters: [PARIS], yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
  divided().synth(SHOP);
  divided().synth({
    define(app) {
      new VirtualMachine(new Chart(app, 'shop'), 'vm', { metadata: { name: 'other' }, memory: Size.gibibytes(1) });
    },
  });
  expect(readdirSync(join(outdir, 'paris'))).toEqual(['shop']);
  expect(readdirSync(join(outdir, 'paris/shop'))).toEqual(['VirtualMachine.other.k8s.yaml']);
});

test('twice is the same, and alone as in company', () => {
  fleet().synth(SHOP);
  const together = readFileSync(join(outdir, 'rome/shop.k8s.yaml'), 'utf8');
  process.env.CDK8S_FLEET = ' rome ';
  rmSync(join(outdir, 'paris'), { recursive: true });
  expect(
    fleet()
      .synth(SHOP)
      .clusters.map(({ name }) => name),
  ).toEqual(['rome']);
  expect(readFileSync(join(outdir, 'rome/shop.k8s.yaml'), 'utf8')).toBe(together);
  expect(existsSync(join(outdir, 'paris'))).toBe(false);
});

test('one cluster that fails leaves all as they are, and each that fails is named with what is wrong', () => {
  fleet().synth(SHOP);
  const before = readFileSync(join(outdir, 'rome/shop.k8s.yaml'), 'utf8');
  const text = thrownBy(() =>
    fleet([PARIS, ROME, { ...ROME, name: 'oslo' }]).synth({
      define(app, cluster) {
        SHOP.define(app, cluster);
        if (cluster.name === 'rome') {
          new ApiObject(app.node.findChild('shop') as Chart, 'broken', {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'No Name' },
          });
        }
        if (cluster.name === 'oslo') {
          cluster.setting('rack');
        }
      },
    }),
  );
  expect(text).toMatch(/^2 of 3 clusters cannot be synthesized, and nothing is written\.\n\ncluster rome: Validation failed/);
  expect(text).toContain('(fails at apply: object-name-invalid)');
  expect(text).toContain(
    'cluster oslo: [FleetCluster.setting] name is "rack": the cluster "oslo" has no setting of this name. Add it to settings. (fleet-setting-missing)',
  );
  expect(text).toMatch(/^paris +1 +0 /m);
  expect(text).toMatch(/^rome +2 +1 /m);
  expect(readFileSync(join(outdir, 'rome/shop.k8s.yaml'), 'utf8')).toBe(before);
  expect(readdirSync(outdir).sort()).toEqual(['paris', 'rome']);
});

test('names the cluster before its warnings, and the outage that is nearest to its objective', () => {
  const { clusters, text } = fleet([PARIS]).synth({
    define(app) {
      const chart = new Chart(app, 'shop', { namespace: 'shop' });
      new HighlyAvailableVM(chart, 'vm', {
        metadata: { name: 'web' },
        memory: Size.gibibytes(1),
        bootTime: Duration.minutes(1),
        recoveryObjective: Duration.minutes(30),
        readiness: Probe.fromTcpSocket({ port: 80 }),
        liveness: Probe.fromTcpSocket({ port: 80 }),
      });
    },
  });
  expect(told).toMatch(/^cluster paris:\nwarning: \[shop\/vm\]/);
  const [{ tightest, warnings }] = clusters;
  expect(warnings).toBeGreaterThan(0);
  expect(tightest).toMatchObject({ vm: 'shop/web', worst: undefined });
  expect(tightest?.objective.toSeconds()).toBe(1800);
  expect(text).toMatch(
    /^cluster +objects +errors +warnings +tightest outage\nparis +1 +0 +\d+ +may be for ever of 1800 s: shop\/web, [a-z-]+\n$/,
  );
});

test('hands out what a cluster is', () => {
  const [cluster] = fleet([{ ...PARIS, domain: 'apps.example.com', settings: { rack: 7 } }]).clusters;
  expect(cluster.host('shop')).toBe('shop.apps.example.com');
  expect(cluster.setting('rack')).toBe(7);
  expect(thrownBy(() => cluster.setting('racks'))).toContain('It has rack. (fleet-setting-missing)');
  expect(thrownBy(() => fleet().clusters[0].host('shop'))).toContain('(fleet-domain-missing)');
});

test('writes where cdk8s is told to, divided as asked, and identities only where they are wanted', () => {
  process.env.CDK8S_OUTDIR = join(outdir, 'deep/er');
  new Fleet({ clusters: [PARIS], yamlOutputType: YamlOutputType.FILE_PER_RESOURCE, machineIdentity: false }).synth(SHOP);
  expect(readdirSync(join(outdir, 'deep/er/paris'))).toEqual(['VirtualMachine.web.k8s.yaml']);
  expect(readFileSync(join(outdir, 'deep/er/paris/VirtualMachine.web.k8s.yaml'), 'utf8')).not.toContain('firmware');
});

test.each<[string, () => unknown]>([
  ['[Fleet] clusters is []: there is nothing to synthesize. Add a cluster. (fleet-empty)', () => fleet([]).synth(SHOP)],
  [
    '[Fleet] clusters[1].name is "paris": the fleet has a cluster of this name. Name each cluster once. (cluster-twice)',
    () => fleet([PARIS, PARIS]),
  ],
  ['(object-name-invalid)', () => fleet([{ ...PARIS, name: '../paris' }])],
  ['clusters[0].replicas is 0', () => fleet([{ ...PARIS, replicas: 0 }])],
  [
    '[Fleet] CDK8S_FLEET is "oslo": the fleet has no cluster of this name. It has paris, rome. (fleet-cluster-unknown)',
    () => {
      process.env.CDK8S_FLEET = 'rome,oslo';
      return fleet().synth(SHOP);
    },
  ],
  ['Pass an object with the method define.', () => fleet().synth({} as IFleetApp)],
])('refuses: %s', (text, act) => {
  expect(thrownBy(act)).toContain(text);
});
