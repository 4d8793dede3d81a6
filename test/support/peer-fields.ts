/** What another tool sets in the spec of the VirtualMachines that it makes. */
export interface Peer {
  readonly tool: string;
  /** Where the fields were read. */
  readonly sources: readonly string[];
  /** The innermost fields, below `spec.`; `[]` steps into a list. */
  readonly fields: readonly string[];
}

/** A field that a peer sets and that constructs write in another way. */
export interface Equivalent {
  readonly field: string;
  /** The field that constructs set instead. */
  readonly instead: string;
  readonly why: string;
}

const INSTANCE = 'template.spec';
const DEVICES = `${INSTANCE}.domain.devices`;
const TEMPLATE = 'dataVolumeTemplates[].spec';

function below(parent: string, ...names: string[]): string[] {
  return names.map((name) => `${parent}.${name}`);
}

const CPU = below(`${INSTANCE}.domain.cpu`, 'sockets', 'cores', 'threads');
const POD_NETWORK = [...below(`${DEVICES}.interfaces[]`, 'name', 'masquerade'), ...below(`${INSTANCE}.networks[]`, 'name', 'pod')];

/** Every option of `virtctl create vm`. */
const VIRTCTL: Peer = {
  tool: 'virtctl create vm',
  sources: ['https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virtctl/create/vm/vm.go'],
  fields: [
    'runStrategy',
    ...below('instancetype', 'name', 'kind', 'inferFromVolume', 'inferFromVolumeFailurePolicy'),
    ...below('preference', 'name', 'kind', 'inferFromVolume', 'inferFromVolumeFailurePolicy'),
    'dataVolumeTemplates[].metadata.name',
    ...below(`${TEMPLATE}.source.http`, 'url', 'secretRef', 'certConfigMap', 'extraHeaders', 'secretExtraHeaders'),
    ...below(`${TEMPLATE}.source.gcs`, 'url', 'secretRef'),
    ...below(`${TEMPLATE}.source.imageio`, 'url', 'diskId', 'secretRef', 'certConfigMap'),
    ...below(`${TEMPLATE}.source.pvc`, 'name', 'namespace'),
    ...below(`${TEMPLATE}.source.registry`, 'url', 'imageStream', 'pullMethod', 'secretRef', 'certConfigMap'),
    ...below(`${TEMPLATE}.source.s3`, 'url', 'secretRef', 'certConfigMap'),
    ...below(`${TEMPLATE}.source.vddk`, 'url', 'uuid', 'thumbprint', 'secretRef', 'initImageURL', 'backingFile'),
    ...below(`${TEMPLATE}.source.snapshot`, 'name', 'namespace'),
    ...below(`${TEMPLATE}.source`, 'blank'),
    ...below(`${TEMPLATE}.sourceRef`, 'kind', 'name', 'namespace'),
    ...below(`${TEMPLATE}.storage`, 'resources.requests'),
    ...below(INSTANCE, 'terminationGracePeriodSeconds', 'domain.memory.guest'),
    ...below(`${DEVICES}.disks[]`, 'name', 'bootOrder'),
    ...below(`${INSTANCE}.volumes[]`, 'name', 'containerDisk.image', 'dataVolume.name', 'persistentVolumeClaim.claimName'),
    ...below(`${INSTANCE}.volumes[].sysprep`, 'configMap.name', 'secret.name'),
    ...below(`${INSTANCE}.volumes[].cloudInitNoCloud`, 'userData', 'userDataBase64', 'networkDataBase64'),
    ...below(`${INSTANCE}.volumes[].cloudInitConfigDrive`, 'userData', 'userDataBase64', 'networkDataBase64'),
    ...below(`${INSTANCE}.accessCredentials[].sshPublicKey`, 'source.secret.secretName'),
    ...below(`${INSTANCE}.accessCredentials[].sshPublicKey.propagationMethod`, 'qemuGuestAgent.users', 'noCloud', 'configDrive'),
    ...below(`${INSTANCE}.accessCredentials[].userPassword`, 'source.secret.secretName', 'propagationMethod.qemuGuestAgent'),
  ],
};

/**
 * The templates that OpenShift Virtualization brings: Linux, Windows 11, SAP HANA. Left out are `apiVersion` and `kind` of
 * their DataVolume templates, which KubeVirt does not read, and the deprecated `running` of older ones.
 */
const TEMPLATES: Peer = {
  tool: 'OpenShift templates',
  sources: ['rhel9', 'windows11', 'rhel8.saphana'].map(
    (name) => `https://github.com/kubevirt/common-templates/blob/main/templates/${name}.tpl.yaml`,
  ),
  fields: [
    'runStrategy',
    'dataVolumeTemplates[].metadata.name',
    ...below(TEMPLATE, 'storage.resources.requests', 'source.registry.url', 'source.registry.pullMethod'),
    ...below(`${TEMPLATE}.sourceRef`, 'kind', 'name', 'namespace'),
    ...below('template.metadata', 'labels', 'annotations'),
    ...below(INSTANCE, 'architecture', 'hostname', 'terminationGracePeriodSeconds', 'nodeSelector'),
    ...below(`${INSTANCE}.tolerations[]`, 'key', 'operator', 'value', 'effect'),
    ...below(`${INSTANCE}.domain`, 'ioThreadsPolicy', 'memory.guest', 'memory.hugepages.pageSize', 'resources.requests', 'machine.type'),
    ...CPU,
    ...below(`${INSTANCE}.domain.cpu`, 'model', 'dedicatedCpuPlacement', 'isolateEmulatorThread', 'numa.guestMappingPassthrough'),
    ...below(`${INSTANCE}.domain.cpu.features[]`, 'name', 'policy'),
    ...below(`${INSTANCE}.domain.clock`, 'utc', 'timer.hpet.present', 'timer.pit.tickPolicy', 'timer.rtc.tickPolicy', 'timer.hyperv'),
    ...below(`${INSTANCE}.domain.features`, 'acpi', 'apic', 'smm.enabled'),
    ...below(`${INSTANCE}.domain.features.hyperv`, 'relaxed', 'vapic', 'vpindex', 'spinlocks.spinlocks', 'synic', 'synictimer.direct'),
    ...below(`${INSTANCE}.domain.features.hyperv`, 'tlbflush', 'frequencies', 'reenlightenment', 'ipi', 'runtime', 'reset'),
    ...below(`${INSTANCE}.domain.firmware.bootloader.efi`, 'secureBoot', 'persistent'),
    ...below(DEVICES, 'rng', 'networkInterfaceMultiqueue', 'blockMultiQueue', 'tpm.persistent'),
    ...below(`${DEVICES}.inputs[]`, 'type', 'bus', 'name'),
    ...below(`${DEVICES}.disks[]`, 'name', 'disk.bus', 'dedicatedIOThread'),
    ...below(`${DEVICES}.interfaces[]`, 'model', 'sriov'),
    ...POD_NETWORK,
    ...below(`${INSTANCE}.networks[]`, 'multus.networkName'),
    ...below(`${INSTANCE}.volumes[]`, 'name', 'dataVolume.name', 'cloudInitNoCloud.userData', 'downwardMetrics'),
  ],
};

/** A chart for single VMs that people use. */
const HELM_CHART: Peer = {
  tool: 'Helm chart kubevirt-vm',
  sources: ['https://github.com/cloudymax/kubevirt-community-stack/blob/main/charts/kubevirt-vm/templates/virtualmachine.yaml'],
  fields: [
    'runStrategy',
    'template.metadata.labels',
    ...CPU,
    ...below(`${INSTANCE}.domain.cpu`, 'model', 'dedicatedCpuPlacement'),
    ...below(`${INSTANCE}.domain`, 'features.kvm', 'features.acpi', 'features.smm.enabled', 'firmware.bootloader.efi.secureBoot'),
    ...below(`${INSTANCE}.domain`, 'machine.type', 'resources.requests', 'resources.limits'),
    ...below(DEVICES, 'autoattachPodInterface', 'autoattachSerialConsole', 'autoattachGraphicsDevice'),
    ...below(`${DEVICES}.gpus[]`, 'name', 'deviceName'),
    ...below(`${DEVICES}.inputs[]`, 'type', 'bus', 'name'),
    ...below(`${DEVICES}.disks[]`, 'name', 'bootOrder', 'errorPolicy', 'disk.bus', 'disk.readonly', 'cdrom.bus', 'cdrom.readonly'),
    ...below(`${DEVICES}.interfaces[]`, 'bridge'),
    ...POD_NETWORK,
    ...below(INSTANCE, 'livenessProbe', 'readinessProbe'),
    ...below(`${INSTANCE}.volumes[]`, 'persistentVolumeClaim.claimName', 'ephemeral.persistentVolumeClaim.claimName'),
    ...below(`${INSTANCE}.volumes[]`, 'containerDisk.image', 'hostDisk.capacity', 'hostDisk.path', 'hostDisk.type'),
    ...below(`${INSTANCE}.volumes[].cloudInitNoCloud`, 'userData', 'secretRef.name'),
  ],
};

export const PEERS: readonly Peer[] = [VIRTCTL, TEMPLATES, HELM_CHART].map((peer) => ({
  ...peer,
  fields: peer.fields.map((field) => `spec.${field}`),
}));

const ENCODED = 'It is the same text, encoded; KubeVirt decodes it before the guest sees it.';

export const EQUIVALENTS: readonly Equivalent[] = ['cloudInitNoCloud', 'cloudInitConfigDrive'].flatMap((source) =>
  ['userData', 'networkData'].map((data) => ({
    field: `spec.${INSTANCE}.volumes[].${source}.${data}Base64`,
    instead: `spec.${INSTANCE}.volumes[].${source}.${data}`,
    why: ENCODED,
  })),
);
