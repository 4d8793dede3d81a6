/** What a real scheduler did with pods of lost nodes, by the numbers of the experiments: no answer says otherwise. */
import { Verdict } from '../../src/capacity';
import { MeasuredRows } from '../support/measured-rows';
import { instance, modelOf, node, vm } from './clusters';

const rows = new MeasuredRows({
  file: 'control-plane.md',
  names: /^4[a-z]$/,
  notUsable: { '4i': 'a tenth of a second from a pod to its node: a part of the start of a VM' },
});

const ZONE = 'topology.kubernetes.io/zone';
const WEB = { matchLabels: { app: 'web' } };
const zones = (size: number) =>
  ['a', 'b', 'c'].flatMap((zone) => Array.from({ length: size }, (_, index) => node(`${zone}${index}`, { zone })));
const ZONE_LOST = { zone: 'a', hosts: ['a0', 'a1', 'a2'] };

/** So many replicas on each node, spread over zones. */
function spread(nodes: ReturnType<typeof zones>, further: object, each = 1) {
  const constraint = { topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector: WEB, ...further };
  return replicas(nodes, { topologySpreadConstraints: [constraint] }, each);
}

function replicas(nodes: ReturnType<typeof zones>, spec: object, each = 1) {
  return nodes.flatMap(({ metadata: { name } }) =>
    Array.from({ length: each }, (_, index) => `web-${name}-${index}`).flatMap((made) => [
      vm(made, { labels: { app: 'web' }, spec }),
      instance(made, name),
    ]),
  );
}

const away = (topologyKey: string) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector: WEB }] } },
});

rows.shows('4a', 'a lost zone whose taints do not count leaves its pods Pending', () => {
  for (const size of [3, 1]) {
    const { verdict, left } = modelOf(zones(size), spread(zones(size), { nodeTaintsPolicy: 'Ignore' })).lose(ZONE_LOST);
    expect(left).toHaveLength(size);
    expect(verdict).not.toBe(Verdict.FITS);
  }
});

rows.shows('4b', 'one whose taints count does not', () => {
  expect(modelOf(zones(3), spread(zones(3), { nodeTaintsPolicy: 'Honor' })).lose(ZONE_LOST)).toMatchObject({ verdict: Verdict.FITS });
});

rows.shows('4c', 'it does with as many zones as minDomains asks for', () => {
  const { verdict } = modelOf(zones(3), spread(zones(3), { nodeTaintsPolicy: 'Honor', minDomains: 3 })).lose(ZONE_LOST);
  expect(verdict).toBe(Verdict.DOES_NOT_FIT);
});

rows.shows('4d', 'a larger skew lets them in', () => {
  expect(modelOf(zones(1), spread(zones(1), { maxSkew: 3, nodeTaintsPolicy: 'Ignore' })).lose(ZONE_LOST)).toMatchObject({ left: [] });
});

rows.shows('4e', 'the other node of the zone takes them where one of two is lost', () => {
  const { verdict, placed } = modelOf(zones(2), spread(zones(2), { nodeTaintsPolicy: 'Ignore' })).lose({ hosts: ['a0'] });
  expect(verdict).toBe(Verdict.FITS);
  expect(placed).toEqual([{ vm: 'shop/web-a0-0', host: 'a1' }]);
});

rows.shows('4f', 'VMs that keep away from one another need as many nodes, or zones', () => {
  const six = zones(2);
  const lost = (...hosts: string[]) => modelOf(six, replicas(six, away('kubernetes.io/hostname'))).lose({ hosts });
  expect(lost('a0')).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, left: [{}] });
  expect(lost('a0', 'b0')).toMatchObject({ verdict: Verdict.DOES_NOT_FIT, left: [{}, {}] });
  const three = zones(1);
  expect(modelOf(three, replicas(three, away(ZONE))).lose({ zone: 'a', hosts: ['a0'] })).toMatchObject({ left: [{}] });
  expect(modelOf(six, replicas(six.slice(0, 4), away('kubernetes.io/hostname'))).lose({ hosts: ['a0'] }).verdict).toBe(Verdict.FITS);
});

/** VMs of so many GiB, whose host is lost, and eight empty ones of 128 GiB that are left. */
function tight(sizes: readonly number[]): Verdict {
  const hosts = Array.from({ length: 8 }, (_, index) => node(`n${index}`, { memory: 128 }));
  const names = sizes.map((_, index) => `vm-${index}`);
  const manifests = names.flatMap((name, index) => [vm(name, { memory: sizes[index] }), instance(name, 'lost')]);
  return modelOf([...hosts, node('lost', { memory: 2048 })], manifests).lose({ hosts: ['lost'] }).verdict;
}

const SIXTY = Array.from({ length: 60 }, (_, index) => [4, 8, 12, 16, 24, 32][index % 6]);

rows.shows('4g', '60 VMs found a place in 94 % of the memory that was left', () => {
  expect(tight(SIXTY)).not.toBe(Verdict.DOES_NOT_FIT);
});

rows.shows('4h', 'with 98 % no place is promised: the scheduler did not find it in two of five runs', () => {
  expect(tight([...SIXTY, 12, 32])).toBe(Verdict.UNDECIDED);
});

rows.complete();
