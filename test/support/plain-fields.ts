/** Fields that only the plain, typed manifest (L1) has, and why that is enough. */
export interface PlainFields {
  /** Each of these and what is below it. */
  readonly fields: readonly string[];
  readonly why: string;
}

const INSTANCE = 'spec.template.spec';
const DOMAIN = `${INSTANCE}.domain`;
const DEVICES = `${DOMAIN}.devices`;
const TEMPLATE = 'spec.dataVolumeTemplates[]';
const METADATA_OF_SERVER = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generateName',
  'generation',
  'managedFields',
  'name',
  'namespace',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** The first entry that has a field counts. */
export const PLAIN_FIELDS: readonly PlainFields[] = [
  {
    fields: [TEMPLATE, 'spec.template'].flatMap((owner) => METADATA_OF_SERVER.map((name) => `${owner}.metadata.${name}`)),
    why: 'Metadata that the API server and controllers write, or that a template does not keep.',
  },
  { fields: [`${TEMPLATE}.status`], why: 'The state of a template: nobody writes it.' },
  { fields: [`${TEMPLATE}.apiVersion`, `${TEMPLATE}.kind`], why: 'KubeVirt keeps it for old manifests and does not read it.' },
  { fields: ['spec.running'], why: 'Deprecated: `runStrategy` says the same and more, and both together are refused.' },
  {
    fields: ['macvtap', 'passt', 'slirp'].map((binding) => `${DEVICES}.interfaces[].${binding}`),
    why: 'Discontinued: KubeVirt refuses new VMs that use it. A network binding plugin takes its place.',
  },
  { fields: [`${TEMPLATE}.spec.pvc`], why: 'The older form of `storage`, which constructs use; it knows no storage profile.' },
  {
    fields: ['dataSource', 'dataSourceRef', 'selector', 'volumeName', 'resources.limits'].map((name) => `${TEMPLATE}.spec.storage.${name}`),
    why: 'Binds the claim to a volume that exists already, or to a populator; the sources that constructs have fill a new one.',
  },
  {
    fields: ['checkpoints', 'finalCheckpoint', 'source.vddk.extraArgs'].map((name) => `${TEMPLATE}.spec.${name}`),
    why: 'Written by migration tools between the steps of a warm import.',
  },
  { fields: [`${TEMPLATE}.spec.source.imageio.insecureSkipVerify`], why: 'Switches a check of certificates off.' },
  {
    fields: [`${INSTANCE}.affinity`, `${INSTANCE}.topologySpreadConstraints[]`],
    why: 'Selects by expressions, by fields of nodes or over namespaces: `placement` has the terms that VMs need, by equal labels.',
  },
  {
    fields: [`${DOMAIN}.chassis`, `${DOMAIN}.firmware.acpi`],
    why: 'What the guest reads in its firmware tables, for licences that are bound to a machine.',
  },
  { fields: [`${DOMAIN}.firmware.kernelBoot`], why: 'A kernel from a container image: for tests of kernels, not for machines that live.' },
  {
    fields: [`${DOMAIN}.launchSecurity`],
    why: 'A confidential VM cannot migrate, and no drain spares it: outside the purpose of this library. The rules know it.',
  },
  {
    fields: [
      `${DEVICES}.gpus[].claimName`,
      `${DEVICES}.gpus[].requestName`,
      `${DEVICES}.hostDevices[].claimName`,
      `${DEVICES}.hostDevices[].requestName`,
      `${INSTANCE}.resourceClaims`,
      `${INSTANCE}.networks[].resourceClaim`,
    ],
    why: 'Dynamic resource allocation: behind gates of KubeVirt and of Kubernetes, and still changing.',
  },
  {
    fields: [
      `${DOMAIN}.memory.reservedOverhead`,
      `${DEVICES}.disks[].changedBlockTracking`,
      `${INSTANCE}.utilityVolumes`,
      `${INSTANCE}.volumes[].containerPath`,
      `${DEVICES}.autoattachVSOCK`,
    ],
    why: 'Behind a gate that is off unless somebody opens it, or written by backup tools into VMs that run.',
  },
  { fields: [`${INSTANCE}.volumes[].memoryDump`], why: 'Written by `virtctl memory-dump` into a VM that runs.' },
  { fields: [`${DEVICES}.clientPassthrough`], why: 'A USB device at the desk of whoever looks at the console.' },
  {
    fields: [`${DOMAIN}.clock`, `${DOMAIN}.features`, `${DEVICES}.disks[].blockSize`, `${DEVICES}.gpus[].virtualGPUOptions`],
    why: 'Fine tuning of something that constructs set, or `enabled` beside a value that switches it on.',
  },
  {
    fields: ['livenessProbe', 'readinessProbe'].flatMap((probe) => [
      `${INSTANCE}.${probe}.httpGet.host`,
      `${INSTANCE}.${probe}.tcpSocket.host`,
    ]),
    why: 'A probe of another host than the VM says nothing of the VM.',
  },
  { fields: [`${INSTANCE}.networks[].pod.vmIPv6NetworkCIDR`], why: 'The addresses inside masquerade for IPv6: any range serves.' },
  { fields: [`${INSTANCE}.serviceAccountName`], why: 'The name that a serviceAccount volume carries already.' },
  {
    fields: ['cloudInitNoCloud', 'cloudInitConfigDrive'].flatMap((source) =>
      ['userDataBase64', 'networkDataBase64'].map((data) => `${INSTANCE}.volumes[].${source}.${data}`),
    ),
    why: 'The text that constructs write, encoded.',
  },
  {
    fields: ['fieldRef.apiVersion', 'mode', 'resourceFieldRef'].map((name) => `${INSTANCE}.volumes[].downwardAPI.fields[].${name}`),
    why: 'The resources of the pod and the modes of its files: a guest sees its own resources, on a disk without owners.',
  },
  {
    fields: ['persistentVolumeClaim.readOnly', 'ephemeral.persistentVolumeClaim.readOnly'].map((name) => `${INSTANCE}.volumes[].${name}`),
    why: 'The disk says it: `readOnly`.',
  },
];

/** Why it is enough that the plain manifest has a field; undefined: nobody said so. */
export function reasonFor(field: string): string | undefined {
  return PLAIN_FIELDS.find(({ fields }) => fields.some((known) => field === known || isBelow(field, known)))?.why;
}

function isBelow(field: string, known: string): boolean {
  return [`${known}.`, `${known}[]`].some((prefix) => field.startsWith(prefix));
}
