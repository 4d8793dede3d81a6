/** What the types of a series have in common, in the words of a VirtualMachineClusterInstancetype. */
interface Series {
  readonly cpu?: object;
  readonly memory?: object;
  readonly ioThreadsPolicy?: string;
  /** Virtual CPUs and memory in Gi by size. */
  readonly sizes: Readonly<Record<string, readonly [cpus: number, memory: number]>>;
  /** Whether each size is there with huge pages of 2Mi, and with `1gi` behind its name with pages of 1Gi. */
  readonly hugePages?: boolean;
}

const ISOLATED = { dedicatedCPUPlacement: true, isolateEmulatorThread: true };
const LARGE = { large: [2, 8], xlarge: [4, 16], '2xlarge': [8, 32], '4xlarge': [16, 64], '8xlarge': [32, 128] } as const;
const SMALL = { micro: [1, 1], small: [1, 2], medium: [1, 4] } as const;
const OVERCOMMITTED = { nano: [1, 0.5], ...SMALL, ...LARGE } as const;
const UNIVERSAL = { ...OVERCOMMITTED, '2xmedium': [2, 4] } as const;

/**
 * The instance types that KubeVirt deploys by itself.
 *
 * @see https://github.com/kubevirt/common-instancetypes/tree/v1.7.0/instancetypes
 */
const SERIES: Readonly<Record<string, Series>> = {
  u1: { sizes: UNIVERSAL },
  o1: { sizes: OVERCOMMITTED, memory: { overcommitPercent: 50 } },
  d1: { sizes: UNIVERSAL, cpu: ISOLATED, ioThreadsPolicy: 'auto' },
  cx1: {
    sizes: { medium: [1, 2], large: [2, 4], xlarge: [4, 8], '2xlarge': [8, 16], '4xlarge': [16, 32], '8xlarge': [32, 64] },
    cpu: { ...ISOLATED, numa: { guestMappingPassthrough: {} } },
    ioThreadsPolicy: 'auto',
    hugePages: true,
  },
  m1: {
    sizes: { large: [2, 16], xlarge: [4, 32], '2xlarge': [8, 64], '4xlarge': [16, 128], '8xlarge': [32, 256] },
    hugePages: true,
  },
  n1: {
    sizes: { medium: [4, 4], large: [4, 8], xlarge: [8, 16], '2xlarge': [16, 32], '4xlarge': [32, 64], '8xlarge': [64, 128] },
    cpu: ISOLATED,
    memory: { hugepages: { pageSize: '1Gi' } },
  },
  rt1: {
    sizes: { ...SMALL, ...LARGE },
    cpu: { ...ISOLATED, numa: { guestMappingPassthrough: {} }, realtime: {} },
    memory: { hugepages: { pageSize: '1Gi' } },
  },
};

const GIGANTIC = '1gi';
const MEBIBYTES = 1024;

/** The spec of an instance type that KubeVirt deploys by itself, such as `u1.medium`; undefined: it deploys none of that name. */
export function commonInstancetype(name: string): Record<string, any> | undefined {
  const [series, size = ''] = name.split('.');
  const known = Object.hasOwn(SERIES, series) ? SERIES[series] : undefined;
  const isGigantic = known?.hugePages === true && size.endsWith(GIGANTIC);
  const plain = isGigantic ? size.slice(0, -GIGANTIC.length) : size;
  if (known === undefined || !Object.hasOwn(known.sizes, plain)) {
    return undefined;
  }
  const [guest, memory] = known.sizes[plain];
  const hugepages = known.hugePages ? { hugepages: { pageSize: isGigantic ? '1Gi' : '2Mi' } } : {};
  return {
    cpu: { guest, ...known.cpu },
    memory: { guest: `${memory * MEBIBYTES}Mi`, ...hugepages, ...known.memory },
    ioThreadsPolicy: known.ioThreadsPolicy,
  };
}

const SYSTEMS = [
  ...['alpine', 'centos', 'cirros', 'debian', 'fedora', 'legacy', 'linux', 'opensuse', 'oraclelinux', 'rhel', 'sles', 'ubuntu'],
  'windows',
];
const WITH_TPM = ['windows.11', 'windows.2k22', 'windows.2k25'];
const HEADLESS = ['rhel.9.realtime'];

/**
 * What the preferences that KubeVirt deploys by itself add to the pod of a VM, as the spec of a VirtualMachineClusterPreference;
 * undefined: it deploys none of that name.
 *
 * @see https://github.com/kubevirt/common-instancetypes/tree/v1.7.0/preferences
 */
export function commonPreference(name: string): Record<string, any> | undefined {
  const base = name.replace(/\.virtio$/, '');
  if (!SYSTEMS.includes(base.split('.')[0])) {
    return undefined;
  }
  return {
    devices: {
      preferredTPM: WITH_TPM.includes(base) ? {} : undefined,
      preferredAutoattachGraphicsDevice: HEADLESS.includes(base) ? false : undefined,
    },
  };
}
