import { ClusterProfile } from 'cdk8s-kubevirt';
import { ruleContext } from '../../src/audit/evaluate-manifests';
import { type PodRequests, podInstance, podRequests } from '../../src/capacity';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
/** What no pod is without, beside memory for the guest: with one CPU and a display. */
const LEAST = 268 * MIB;

interface Around {
  readonly release?: string;
  readonly configuration?: object;
  readonly kubevirt?: object;
  readonly vm?: object;
  readonly annotations?: object;
  readonly objects?: object[];
}

/** What the pod of a VM asks for, given the spec of its instance. */
function requests(spec: object, around: Around = {}): PodRequests {
  const found = requestsIfKnown(spec, around);
  if (found === undefined) {
    throw new Error('the instance is not known');
  }
  return found;
}

function requestsIfKnown(spec: object, { release = '1.8', configuration = {}, kubevirt, vm, annotations, objects = [] }: Around = {}) {
  const machine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { runStrategy: 'Always', ...vm, template: { metadata: { annotations }, spec } },
  };
  const installation = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt' },
    spec: { configuration },
    ...kubevirt,
  };
  const context = ruleContext([machine, installation, ...objects], ClusterProfile.kubevirt(release));
  const found = podInstance(context.graph.virtualMachines[0], context);
  return found.unknown === undefined ? podRequests(found, context) : undefined;
}

/** Without what stands beside the guest in a pod. */
const QUIET = { devices: { logSerialConsole: false } };

describe('the vectors of KubeVirt itself', () => {
  const small = { resources: { requests: { cpu: '1m', memory: '1G' }, limits: { cpu: '2m', memory: '2G' } } };

  test.each([
    ['amd64', 1282971493, 2282971493],
    ['arm64', 1417189221, 2417189221],
  ])('U1, U2: requests and limits on %s', (architecture, request, limit) => {
    const { compute } = requests({ architecture, domain: small });
    expect(compute.requests).toMatchObject({ memory: request, cpu: 1 });
    expect(compute.limits).toMatchObject({ memory: limit, cpu: 2 });
  });

  test.each([
    ['amd64', 2282971493],
    ['arm64', 2417189221],
  ])('U3: the guest is overcommitted on %s', (architecture, limit) => {
    const domain = { resources: { ...small.resources, overcommitGuestOverhead: true } };
    const { compute } = requests({ architecture, domain });
    expect(compute.requests.memory).toBe(1_000_000_000);
    expect(compute.limits.memory).toBe(limit);
  });

  test.each([
    ['amd64', true, 362],
    ['arm64', true, 497],
    ['amd64', false, 329],
    ['arm64', false, 463],
  ])('U4: three cores on %s, display %s', (architecture, autoattachGraphicsDevice, megabytes) => {
    const domain = { cpu: { cores: 3 }, devices: { autoattachGraphicsDevice }, resources: { requests: { cpu: '1m', memory: '64M' } } };
    expect(Math.ceil(requests({ architecture, domain }).compute.requests.memory / 1e6)).toBe(megabytes);
  });

  test.each([
    [3, undefined, undefined, 300],
    [3, undefined, 1, 3000],
    [5, '150m', 16, 150],
    [1, undefined, 3, 334],
    [11, undefined, undefined, 1100],
  ])('U5: %s cores, request %s, ratio %s', (cores, cpu, cpuAllocationRatio, expected) => {
    const domain = { cpu: { cores }, memory: { guest: '1Gi' }, resources: { requests: { cpu } } };
    expect(requests({ domain }, { configuration: { developerConfiguration: { cpuAllocationRatio } } }).compute.requests.cpu).toBe(expected);
  });

  test.each([
    ['2Mi', 'amd64', 282],
    ['1Gi', 'arm64', 416],
  ])('U6: huge pages of %s on %s', (pageSize, architecture, megabytes) => {
    const domain = { memory: { hugepages: { pageSize } }, resources: { requests: { memory: '64M' }, limits: { memory: '64M' } } };
    const { compute } = requests({ architecture, domain });
    expect(Math.ceil(compute.requests.memory / 1e6)).toBe(megabytes);
    expect(compute.limits.memory).toBe(compute.requests.memory);
    expect(compute.requests[`hugepages-${pageSize}`]).toBe(64e6);
  });

  test('U7: more memory than the guest has, in huge pages', () => {
    const domain = {
      memory: { hugepages: { pageSize: '1Gi' }, guest: '64M' },
      resources: { requests: { memory: '70M' }, limits: { memory: '70M' } },
    };
    const { compute } = requests({ domain });
    expect(Math.ceil(compute.requests.memory / 1e6)).toBe(282 + 6);
    expect(compute.limits.memory).toBe(compute.requests.memory);
    expect(compute.requests['hugepages-1Gi']).toBe(64e6);
  });

  test('U8: ephemeral storage', () => {
    const resources = { requests: { 'ephemeral-storage': '30M' }, limits: { 'ephemeral-storage': '70M' } };
    const { compute } = requests({ domain: { memory: { guest: '1Gi' }, resources } });
    expect(compute.requests['ephemeral-storage']).toBe(80e6);
    expect(compute.limits['ephemeral-storage']).toBe(120e6);
  });

  const gibibyte = { resources: { requests: { memory: '1Gi' } } };
  const overhead = (spec: Record<string, any>, around?: Around) =>
    requests({ ...spec, domain: { ...gibibyte, ...spec.domain } }, around).compute.requests.memory - GIB;

  test.each<[string, Record<string, any>, number]>([
    ['nothing else', {}, 0],
    ['eight CPUs', { domain: { cpu: { sockets: 2, cores: 2, threads: 2 } } }, 56 * MIB],
    ['64-bit Arm', { architecture: 'arm64' }, 128 * MIB],
    ['a GPU', { domain: { devices: { gpus: [{ name: 'gpu', deviceName: 'nvidia.com/T4' }] } } }, GIB],
    ['a device and a GPU', { domain: { devices: { gpus: [{ name: 'gpu' }], hostDevices: [{ name: 'usb' }] } } }, GIB],
    ['an SR-IOV interface', { domain: { devices: { interfaces: [{ name: 'fast', sriov: {} }] } } }, GIB],
    ['downward metrics', { volumes: [{ name: 'metrics', downwardMetrics: {} }] }, MIB],
    ['one exec probe', { livenessProbe: { exec: { command: ['true'] } } }, 110 * MIB],
    ['two exec probes', { livenessProbe: { exec: {} }, readinessProbe: { exec: {} } }, 120 * MIB],
    ['another probe', { livenessProbe: { guestAgentPing: {} } }, 0],
    ['SEV', { domain: { launchSecurity: { sev: {} } } }, 256 * MIB],
    ['SEV-SNP', { domain: { launchSecurity: { snp: {} } } }, 256 * MIB],
    ['TDX', { domain: { launchSecurity: { tdx: {} } } }, 0],
    ['a TPM', { domain: { devices: { tpm: {} } } }, 53 * MIB],
    ['a TPM that is off', { domain: { devices: { tpm: { enabled: false } } } }, 0],
    ['CPUs of its own', { domain: { cpu: { dedicatedCpuPlacement: true } } }, 100 * MIB],
    ['a reserve', { domain: { memory: { reservedOverhead: { addedOverhead: '64Mi' } } } }, 64 * MIB],
    ['no display', { domain: { devices: { autoattachGraphicsDevice: false } } }, -32 * MIB],
  ])('U9: the overhead with %s', (_what, spec, further) => {
    expect(overhead(spec)).toBe(283115520 + further);
  });

  test('U9: the overhead with a ratio', () => {
    expect(overhead({}, { configuration: { additionalGuestMemoryOverheadRatio: '3.2' } })).toBe(905970520);
    expect(overhead({})).toBe(283115520);
  });

  test.each([
    [5, 2, {}, 8],
    [5, 2, { 'alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity': '' }, 8],
    [6, 2, { 'alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity': '' }, 10],
    [2, 4, {}, 7],
  ])('U10: %s CPUs of its own, %s IO threads, annotations %j', (cores, supplementalPoolThreadCount, annotations, expected) => {
    const domain = {
      cpu: { cores, dedicatedCpuPlacement: true, isolateEmulatorThread: true },
      ioThreadsPolicy: 'supplementalPool',
      ioThreads: { supplementalPoolThreadCount },
      memory: { guest: '1Gi' },
    };
    const { compute } = requests({ domain }, { annotations });
    expect(compute.requests.cpu).toBe(expected * 1000);
    expect(compute.limits.cpu).toBe(expected * 1000);
  });

  test('U11: memory is overcommitted, unless the VM says what it asks for', () => {
    const configuration = { developerConfiguration: { memoryOvercommit: 110 } };
    const memory = (resources: object) =>
      requests({ domain: { memory: { guest: '1Gi' }, resources } }, { configuration }).compute.requests.memory;
    expect(memory({}) - LEAST).toBe(Math.floor((GIB * 100) / 110));
    expect(memory({ requests: { memory: '1Gi' } }) - LEAST).toBe(GIB + 2 * MIB);
    expect(memory({ limits: { memory: '1Gi' } }) - LEAST).toBe(GIB);
  });
});

describe('worked by hand', () => {
  const masquerade = { interfaces: [{ name: 'default', masquerade: {} }] };
  const networks = [{ name: 'default', pod: {} }];
  const disks = [
    { name: 'root', persistentVolumeClaim: { claimName: 'root' } },
    { name: 'init', cloudInitNoCloud: {} },
  ];
  const typed = (instancetype: string, around: Around = {}) =>
    requests({ domain: { devices: masquerade }, networks, volumes: disks }, { ...around, vm: { instancetype: { name: instancetype } } });

  test.each([
    ['1.5', 4584374273],
    ['1.6', 4584374273],
    ['1.7', 4575985664],
    ['1.8', 4575985664],
    ['1.9', 4575985664],
  ])('W1: u1.medium with KubeVirt %s', (release, memory) => {
    const { compute, pod } = typed('u1.medium', { release });
    expect(compute.requests.memory).toBe(memory);
    expect(pod).toEqual({
      memory: memory + 35e6,
      cpu: 105,
      'ephemeral-storage': 50e6,
      'devices.kubevirt.io/kvm': 1,
      'devices.kubevirt.io/tun': 1,
      'devices.kubevirt.io/vhost-net': 1,
    });
  });

  test.each([
    ['v1.6.1', 4584374273],
    ['v1.6.4', 4575985664],
  ])('W1: what patch %s asks for', (observedKubeVirtVersion, memory) => {
    expect(typed('u1.medium', { release: '1.6', kubevirt: { status: { observedKubeVirtVersion } } }).compute.requests.memory).toBe(memory);
  });

  test('W2: u1.large where memory and CPUs are shared', () => {
    const { pod } = typed('u1.large', { configuration: { developerConfiguration: { memoryOvercommit: 150, cpuAllocationRatio: 4 } } });
    expect(pod).toMatchObject({ memory: 6051030037, cpu: 505 });
  });

  test('W3: o1.large asks for half of its memory, whatever the cluster says', () => {
    const expected = { memory: 4627762881, cpu: 205 };
    expect(typed('o1.large').pod).toMatchObject(expected);
    expect(typed('o1.large', { configuration: { developerConfiguration: { memoryOvercommit: 150 } } }).pod).toMatchObject(expected);
  });

  test('W4: cx1.xlarge has CPUs of its own and huge pages', () => {
    const { compute, pod } = typed('cx1.xlarge');
    expect(compute.requests.memory).toBe(411041792);
    expect(compute.limits.memory).toBe(411041792);
    expect(pod).toMatchObject({ memory: 471041792, cpu: 5015, 'hugepages-2Mi': 8589934592 });
    const even = {
      configuration: { developerConfiguration: { featureGates: ['AlignCPUs'] } },
      kubevirt: { metadata: { name: 'kubevirt', annotations: { 'alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity': '' } } },
    };
    expect(typed('cx1.xlarge', even).pod.cpu).toBe(6015);
    expect(typed('cx1.xlarge', { kubevirt: even.kubevirt }).pod.cpu).toBe(5015);
  });

  test('W5: Windows with a TPM and probes that run commands', () => {
    const windows = (probe: object, around?: Around) => ({
      ...requests(
        {
          domain: {
            cpu: { cores: 4 },
            memory: { guest: '16Gi' },
            firmware: { bootloader: { efi: {} } },
            devices: { ...masquerade, tpm: {} },
          },
          networks,
          livenessProbe: probe,
          readinessProbe: probe,
        },
        around,
      ),
    });
    expect(windows({ exec: { command: ['cmd'] } }).compute.requests.memory).toBe(17667457024);
    expect(windows({ exec: { command: ['cmd'] } }).pod).toMatchObject({ memory: 17702457024, cpu: 405 });
    expect(windows({ guestAgentPing: {} }).pod.memory).toBe(17702457024 - 120 * MIB);
  });

  test('W6: a GPU, an SR-IOV network and an image of a disk', () => {
    const network = {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name: 'fast', namespace: 'nets', annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/fast' } },
    };
    const spec = {
      domain: {
        cpu: { sockets: 8 },
        memory: { guest: '32Gi' },
        devices: {
          interfaces: [...masquerade.interfaces, { name: 'fast', sriov: {} }],
          gpus: [{ name: 'gpu', deviceName: 'nvidia.com/T4' }],
        },
      },
      networks: [...networks, { name: 'fast', multus: { networkName: 'nets/fast' } }],
      volumes: [{ name: 'root', containerDisk: { image: 'fedora' } }],
    };
    const { compute, pod } = requests(spec, { objects: [network] });
    expect(compute.requests.memory).toBe(35773218816);
    expect(pod).toMatchObject({ memory: 35809218816, cpu: 806, 'ephemeral-storage': 100e6, 'nvidia.com/T4': 1, 'openshift.io/fast': 1 });
    const onImageVolumes = requests(spec, { release: '1.9' });
    expect(onImageVolumes.pod).toMatchObject({ memory: 35808218816, cpu: 805, 'ephemeral-storage': 50e6 });
  });

  test('W7: 64-bit Arm with a ratio and passt', () => {
    const { compute, pod } = requests(
      {
        architecture: 'arm64',
        domain: { cpu: { cores: 2 }, memory: { guest: '2Gi' }, devices: { interfaces: [{ name: 'default', passtBinding: {} }] } },
        networks,
      },
      { configuration: { additionalGuestMemoryOverheadRatio: '1.5' } },
    );
    expect(compute.requests.memory).toBe(3045064352);
    expect(pod).toMatchObject({ memory: 3080064352, cpu: 205 });
  });

  test('W8: requests that are the limits', () => {
    const resources = { requests: { cpu: '2', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } };
    const { compute, pod } = requests({ domain: { cpu: { sockets: 2 }, resources, devices: masquerade }, networks });
    expect(compute.requests).toMatchObject({ memory: 2545942528 });
    expect(compute.limits).toMatchObject({ memory: 2545942528 });
    expect(pod).toMatchObject({ memory: 2605942528, cpu: 2015 });
  });
});

describe('what stands beside the guest', () => {
  const guest = { memory: { guest: '1Gi' } };
  const pod = (spec: Record<string, any>, around?: Around) =>
    requests({ ...spec, domain: { ...guest, ...QUIET, ...spec.domain } }, around).pod;
  const alone = pod({});

  test('the log of the serial console, unless the VM or the cluster does without', () => {
    const withLog = requests({ domain: guest }).pod;
    expect(withLog.memory - alone.memory).toBe(35e6);
    expect(withLog.cpu - alone.cpu).toBe(5);
    expect(requests({ domain: { ...guest, devices: { autoattachSerialConsole: false } } }).pod).toEqual(alone);
    const disabled = { virtualMachineOptions: { disableSerialConsoleLog: {} } };
    expect(requests({ domain: guest }, { configuration: disabled }).pod).toEqual(alone);
    const asked = { ...guest, devices: { logSerialConsole: true } };
    expect(requests({ domain: asked }, { configuration: disabled }).pod).toEqual(withLog);
  });

  test('what the KubeVirt object says of a container counts more', () => {
    const supportContainerResources = [{ type: 'guest-console-log', resources: { requests: { memory: '10M', cpu: '0' } } }];
    const log = requests({ domain: guest }, { configuration: { supportContainerResources } }).pod;
    expect(log.memory - alone.memory).toBe(10e6);
    expect(log.cpu - alone.cpu).toBe(5);
  });

  test('file systems and sidecars', () => {
    const shared = pod({
      domain: { devices: { logSerialConsole: false, filesystems: [{ name: 'data', virtiofs: {} }] } },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    });
    expect(shared.memory - alone.memory).toBe(1e6);
    expect(shared.cpu - alone.cpu).toBe(10);
    const annotations = { 'hooks.kubevirt.io/hookSidecars': '[{"image": "one"}, {"image": "two"}]' };
    expect(pod({}, { annotations })).toEqual(alone);
    const dedicated = { domain: { cpu: { dedicatedCpuPlacement: true } } };
    const hooked = pod(dedicated, { annotations });
    expect(hooked.memory - pod(dedicated).memory).toBe(128e6);
    expect(hooked.cpu - pod(dedicated).cpu).toBe(400);
  });

  test('a binding of interfaces with memory and an image of its own', () => {
    const binding = { slirp: { sidecarImage: 'slirp', computeResourceOverhead: { requests: { memory: '100Mi' } } } };
    const interfaces = ['one', 'two'].map((name) => ({ name, binding: { name: 'slirp' } }));
    const bound = pod({ domain: { devices: { logSerialConsole: false, interfaces } } }, { configuration: { network: { binding } } });
    expect(bound.memory - alone.memory).toBe(100 * MIB);
  });

  test('the pod that holds hot-plugged volumes', () => {
    const volumes = [{ name: 'data', dataVolume: { name: 'data', hotpluggable: true } }];
    expect(requests({ domain: guest, volumes }).attachment).toEqual({ cpu: 10, memory: 2e6 });
    expect(requests({ domain: guest }).attachment).toBeUndefined();
  });
});

describe('limits that a quota asks for', () => {
  const domain = { memory: { guest: '1Gi' }, cpu: { cores: 2 }, ...QUIET };
  const quota = (hard: object) => ({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'most', namespace: 'shop' },
    spec: { hard },
  });
  const namespace = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } });

  test('memory: twice the request, or as the namespace says', () => {
    const memory = (...objects: object[]) => requests({ domain }, { objects }).compute;
    const twice = memory(quota({ 'limits.memory': '64Gi' }));
    expect(twice.limits.memory).toBe(2 * twice.requests.memory);
    const ratio = memory(quota({ 'limits.memory': '64Gi' }), namespace({ 'alpha.kubevirt.io/auto-memory-limits-ratio': '1.25' }));
    expect(ratio.limits.memory).toBe(Math.trunc(1.25 * ratio.requests.memory));
    expect(memory(quota({ 'requests.memory': '64Gi' })).limits.memory).toBeUndefined();
  });

  test('CPUs: all, where a quota or the KubeVirt object asks for it', () => {
    expect(requests({ domain }, { objects: [quota({ 'limits.cpu': '64' })] }).compute).toMatchObject({
      limits: { cpu: 2000 },
      requests: { cpu: 200 },
    });
    const configuration = { autoCPULimitNamespaceLabelSelector: { matchLabels: { billed: 'cpu' } } };
    expect(requests({ domain }, { configuration, objects: [namespace({ billed: 'cpu' })] }).compute.limits.cpu).toBe(2000);
    expect(requests({ domain }, { configuration, objects: [namespace({})] }).compute.limits.cpu).toBeUndefined();
  });
});

describe('instance types and preferences', () => {
  const domain = { devices: {} };

  test('one that is among the manifests counts more than one that KubeVirt deploys', () => {
    const own = {
      apiVersion: 'instancetype.kubevirt.io/v1beta1',
      kind: 'VirtualMachineClusterInstancetype',
      metadata: { name: 'u1.medium' },
      spec: { cpu: { guest: 2 }, memory: { guest: '2Gi' } },
    };
    const vm = { instancetype: { name: 'u1.medium' } };
    expect(requests({ domain }, { vm }).pod.cpu).toBe(105);
    expect(requests({ domain }, { vm, objects: [own] }).pod.cpu).toBe(205);
  });

  test('a preference of Windows adds a TPM', () => {
    const vm = { instancetype: { name: 'u1.large' } };
    const plain = requests({ domain }, { vm }).pod.memory;
    expect(requests({ domain }, { vm: { ...vm, preference: { name: 'windows.2k22' } } }).pod.memory - plain).toBe(53 * MIB);
    expect(requests({ domain }, { vm: { ...vm, preference: { name: 'windows.11.virtio' } } }).pod.memory - plain).toBe(53 * MIB);
    expect(requests({ domain }, { vm: { ...vm, preference: { name: 'windows.2k19' } } }).pod.memory).toBe(plain);
    expect(requests({ domain }, { vm: { ...vm, preference: { name: 'fedora' } } }).pod.memory).toBe(plain);
  });

  test.each([
    { instancetype: { name: 'own' } },
    { instancetype: { name: 'u1.gigantic' } },
    { instancetype: { name: 'u1.medium', kind: 'VirtualMachineInstancetype' } },
    { instancetype: { name: 'u1.medium', revisionName: 'web-u1.medium-1' } },
    { preference: { name: 'own' } },
    { instancetype: { inferFromVolume: 'root' } },
  ])('%j is not known', (vm) => {
    expect(requestsIfKnown({ domain }, { vm })).toBeUndefined();
  });
});
