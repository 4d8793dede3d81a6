import * as fc from 'fast-check';
import type { SmallCluster, SmallHost, SmallVm } from './brute-force';
import { node, vm } from './clusters';

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

/** Clusters that are small enough to try everything. */
export const smallClusters: fc.Arbitrary<SmallCluster> = fc
  .record({ hosts, vms, lost: fc.nat(), byZone: fc.boolean() })
  .map(({ hosts: some, vms: machines, lost, byZone }) => {
    const named: SmallHost[] = some.map((host, index) => ({ ...host, name: `host-${index}` }));
    const first = named[lost % named.length];
    const cluster: SmallCluster = {
      hosts: named,
      vms: machines.map((machine, index) => ({ ...machine, name: `vm-${index}`, home: named[machine.home % named.length].name })),
      lost: byZone ? named.filter(({ zone }) => zone === first.zone).map(({ name }) => name) : [first.name],
    };
    return cluster;
  });

const KEYS = { host: 'kubernetes.io/hostname', zone: 'topology.kubernetes.io/zone' };
const ofApp = (app: string) => ({ matchLabels: { app } });

/** A VM whose pod asks for its memory, and for no more. */
export function manifestOf({ name, app, memory, tolerates, needsSsd, awayBy, nearTo, spread: even }: SmallVm) {
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

/** The nodes of a cluster, with nothing else on them. */
export function nodesOf({ hosts: some }: SmallCluster) {
  return some.map(({ name, zone, memory, isTainted, hasSsd }) =>
    node(name, {
      zone,
      memory,
      labels: hasSsd ? { disk: 'ssd' } : {},
      taints: isTainted ? [{ key: 'dedicated', effect: 'NoSchedule' }] : undefined,
    }),
  );
}
