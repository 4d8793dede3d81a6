import * as fc from 'fast-check';
import { FailureModel, Verdict } from '../../src/capacity';
import { BruteForce, type SmallCluster, type SmallHost, type SmallVm } from './brute-force';
import { contextOf, instance, node, profile, vm } from './clusters';

const RUNS = Number(process.env.CAPACITY_RUNS ?? 400);

const hosts = fc.array(
  fc.record({
    zone: fc.constantFrom('a', 'b', 'c'),
    memory: fc.integer({ min: 6, max: 16 }),
    isTainted: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    hasSsd: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
  }),
  { minLength: 2, maxLength: 5 },
);

const spread = fc.record({
  by: fc.constantFrom('host' as const, 'zone' as const),
  maxSkew: fc.integer({ min: 1, max: 2 }),
  honorsTaints: fc.boolean(),
  minDomains: fc.integer({ min: 1, max: 3 }),
});

const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const vms = fc.array(
  fc.record({
    app: fc.constantFrom('web', 'db', 'mail'),
    memory: fc.integer({ min: 1, max: 7 }),
    home: fc.nat(),
    tolerates: fc.boolean(),
    needsSsd: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
    awayBy: seldom(fc.constantFrom('host' as const, 'zone' as const)),
    nearTo: seldom(fc.constantFrom('web', 'db')),
    spread: seldom(spread),
  }),
  { minLength: 1, maxLength: 8 },
);

const clusters = fc.record({ hosts, vms, lost: fc.nat(), byZone: fc.boolean() }).map(({ hosts: some, vms: machines, lost, byZone }) => {
  const named: SmallHost[] = some.map((host, index) => ({ ...host, name: `host-${index}` }));
  const first = named[lost % named.length];
  const cluster: SmallCluster = {
    hosts: named,
    vms: machines.map((machine, index) => ({ ...machine, name: `vm-${index}`, home: named[machine.home % named.length].name })),
    lost: byZone ? named.filter(({ zone }) => zone === first.zone).map(({ name }) => name) : [first.name],
  };
  return cluster;
});

function manifestsOf({ vms: machines }: SmallCluster) {
  return machines.flatMap((machine) => [manifestOf(machine), instance(machine.name, machine.home)]);
}

const KEYS = { host: 'kubernetes.io/hostname', zone: 'topology.kubernetes.io/zone' };
const ofApp = (app: string) => ({ matchLabels: { app } });

function manifestOf({ name, app, memory, tolerates, needsSsd, awayBy, nearTo, spread: even }: SmallVm) {
  const required = (term: object) => ({ requiredDuringSchedulingIgnoredDuringExecution: [term] });
  return vm(name, {
    memory,
    labels: { app },
    spec: {
      tolerations: tolerates ? [{ key: 'dedicated', operator: 'Exists' }] : [],
      nodeSelector: needsSsd ? { disk: 'ssd' } : undefined,
      affinity: {
        podAntiAffinity: awayBy && required({ labelSelector: ofApp(app), topologyKey: KEYS[awayBy] }),
        podAffinity: nearTo && required({ labelSelector: ofApp(nearTo), topologyKey: KEYS.zone }),
      },
      topologySpreadConstraints: even && [
        {
          topologyKey: KEYS[even.by],
          maxSkew: even.maxSkew,
          minDomains: even.minDomains,
          whenUnsatisfiable: 'DoNotSchedule',
          nodeTaintsPolicy: even.honorsTaints ? 'Honor' : 'Ignore',
          labelSelector: ofApp(app),
        },
      ],
    },
  });
}

function answerTo(cluster: SmallCluster) {
  const nodes = cluster.hosts.map(({ name, zone, memory, isTainted, hasSsd }) =>
    node(name, {
      zone,
      memory,
      labels: hasSsd ? { disk: 'ssd' } : {},
      taints: isTainted ? [{ key: 'dedicated', effect: 'NoSchedule' }] : undefined,
    }),
  );
  return new FailureModel(contextOf(profile(nodes), manifestsOf(cluster))).lose({ hosts: cluster.lost });
}

const told = { [Verdict.FITS]: 0, [Verdict.DOES_NOT_FIT]: 0, [Verdict.UNDECIDED]: 0 };

test('random small clusters are decided as by trying everything', () => {
  fc.assert(
    fc.property(clusters, (cluster) => {
      const { verdict, placed, left, displaced } = answerTo(cluster);
      const truth = new BruteForce(cluster);
      told[verdict]++;
      if (verdict === Verdict.FITS) {
        expect(truth.canGetStuck(true)).toBe(false);
        expect(placed).toHaveLength(displaced);
      }
      if (verdict === Verdict.DOES_NOT_FIT) {
        expect(truth.canPlace(false)).toBe(false);
        expect(left.length).toBeGreaterThan(0);
      }
      if (verdict === Verdict.UNDECIDED && left.length === 0) {
        expect(truth.canPlace(true)).toBe(true);
      }
    }),
    { numRuns: RUNS, examples: [] },
  );
  expect(told[Verdict.FITS]).toBeGreaterThan(RUNS / 10);
  expect(told[Verdict.DOES_NOT_FIT]).toBeGreaterThan(RUNS / 10);
  expect(told[Verdict.UNDECIDED]).toBeLessThan(RUNS / 2);
  if (process.env.CAPACITY_RUNS !== undefined) {
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
});
