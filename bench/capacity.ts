import { ruleContext } from '../src/audit';
import { capacityAnswers, FailureModel } from '../src/capacity';
import { ClusterProfile } from '../src/cluster';
import { type Bound, CAPACITY } from './limits';

const HOSTS = 100;
const VMS = 1000;
const ZONES = ['a', 'b', 'c'];
/** Memory of guests in GiB: hosts are half full. */
const SIZES = [4, 8, 8, 16, 16, 16, 32, 8, 12, 8];
const MICROSECONDS = 1e6;

/** Whether VMs fit when hosts are lost, in seconds of CPU: other programs of the machine do not count. */
export function measureCapacity(): Bound[] {
  const context = ruleContext(vms(), ClusterProfile.kubevirt('1.8', { objects: nodes() }));
  const one = secondsOf(() => capacityAnswers(new FailureModel(context), 1));
  const two = secondsOf(() => capacityAnswers(new FailureModel(context), 2));
  process.stdout.write(
    `\n${VMS} VMs on ${HOSTS} hosts in ${ZONES.length} zones: one host and all zones ${one} s, each pair too ${two} s of CPU\n`,
  );
  return [
    { name: 'seconds of capacity, one host and all zones', measured: one, limit: CAPACITY.oneHost },
    { name: 'seconds of capacity, each pair of hosts', measured: two, limit: CAPACITY.twoHosts },
  ];
}

function secondsOf(reckon: () => unknown): number {
  const before = process.cpuUsage();
  reckon();
  const { user, system } = process.cpuUsage(before);
  return Number(((user + system) / MICROSECONDS).toFixed(2));
}

function nodes(): object[] {
  const devices = { 'devices.kubevirt.io/kvm': '1k', 'devices.kubevirt.io/tun': '1k', 'devices.kubevirt.io/vhost-net': '1k' };
  return Array.from({ length: HOSTS }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `worker-${index}`, labels: { 'topology.kubernetes.io/zone': ZONES[index % ZONES.length] } },
    status: { allocatable: { cpu: '64', memory: '256Gi', pods: '250', 'ephemeral-storage': '1Ti', ...devices } },
  }));
}

/** Three VMs an app, each on a host of its own, and some spread over zones. */
function vms(): object[] {
  return Array.from({ length: VMS }, (_, index) => {
    const app = `app-${Math.floor(index / 3)}`;
    const labelSelector = { matchLabels: { app } };
    const apart = { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }] };
    const spread = {
      topologyKey: 'topology.kubernetes.io/zone',
      maxSkew: 1,
      whenUnsatisfiable: 'DoNotSchedule',
      nodeTaintsPolicy: 'Honor',
    };
    return {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: `vm-${index}`, namespace: 'shop' },
      spec: {
        runStrategy: 'Always',
        template: {
          metadata: { labels: { app } },
          spec: {
            domain: { memory: { guest: `${SIZES[index % SIZES.length]}Gi` }, devices: {} },
            affinity: { podAntiAffinity: apart },
            topologySpreadConstraints: index % 5 === 0 ? [{ ...spread, labelSelector }] : [],
          },
        },
      },
    };
  });
}
