import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import {
  AccessCredential,
  Architecture,
  BlockSize,
  CdRomTray,
  Clock,
  CloudInit,
  CloudInitDataSource,
  ClusterProfile,
  CpuFeaturePolicy,
  CpuModel,
  type Cpu as CpuOptions,
  DataVolumeContentType,
  DataVolumeSource,
  Disk,
  DiskBus,
  DiskCache,
  DiskErrorPolicy,
  DiskIo,
  DiskKind,
  EvictionStrategy,
  Filesystem,
  Firmware,
  HighlyAvailableVM,
  HugepageSize,
  HypervFeatures,
  InferFromVolumeFailurePolicy,
  Input,
  Instancetype,
  InterfaceProtocol,
  InterfaceState,
  IoThreadsPolicy,
  NetworkData,
  NetworkInterface,
  NetworkInterfaceModel,
  NodeLabel,
  PanicDevice,
  Preference,
  Probe,
  RebootPolicy,
  RegistryPullMethod,
  SoundModel,
  StartStrategy,
  TaintEffect,
  UpdateVolumesStrategy,
  VideoType,
  VirtualMachine,
  type VirtualMachineProps,
  WatchdogArming,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import {
  ConnectionScheme,
  Cpu,
  DnsPolicy,
  ImagePullPolicy,
  PersistentVolumeAccessMode,
  PersistentVolumeMode,
  Secret,
  Topology,
} from 'cdk8s-plus-27';
import type { Manifest } from '../../src/graph';

const size = Size.gibibytes(1);
const timings = {
  initialDelay: Duration.seconds(60),
  period: Duration.seconds(20),
  timeout: Duration.seconds(5),
  successThreshold: 1,
  failureThreshold: 3,
};

/**
 * VMs that between them use every option of a VM: what they emit is what the constructs can emit. They would not all
 * start (some options exclude others), and are rendered without the check.
 */
export function maximalMachines(): Manifest[] {
  const app = new App();
  ClusterProfile.kubevirt('1.9', { architecture: Architecture.AMD64 }).applyTo(app);
  const chart = new Chart(app, 'maximal', { namespace: 'maximal' });
  const machines = [...compute(chart), ...guests(chart), ...storage(chart), ...network(chart), ...lifecycles(chart), ...placements(chart)];
  return machines.map((machine) => ApiObject.of(machine).toJson());
}

function machine(chart: Chart, props: VirtualMachineProps): VirtualMachine {
  return new VirtualMachine(chart, `vm-${chart.node.children.length}`, props);
}

const CPU: CpuOptions = {
  cores: 2,
  sockets: 2,
  threads: 1,
  maxSockets: 4,
  model: CpuModel.hostPassthrough(),
  features: [{ name: 'invtsc', policy: CpuFeaturePolicy.REQUIRE }],
  dedicatedCpuPlacement: true,
  isolateEmulatorThread: true,
  numa: { guestMappingPassthrough: true },
  realtime: { mask: '0-1' },
};

function compute(chart: Chart): VirtualMachine[] {
  return [
    machine(chart, {
      cpu: CPU,
      memory: size,
      maxMemory: Size.gibibytes(4),
      hugepages: HugepageSize.ONE_GIBIBYTE,
      resources: {
        cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
        memory: { request: size, limit: size },
        overcommitGuestOverhead: true,
      },
      ioThreadsPolicy: IoThreadsPolicy.supplementalPool(2),
      machineType: 'q35',
      architecture: Architecture.AMD64,
      firmware: Firmware.efi({ secureBoot: true, persistent: true }),
      firmwareUuid: '5d307ca9-b3ef-428c-8861-06e72d69f223',
      firmwareSerial: 'e4686d2c-6e8d-4335-b8fd-81bee22f4815',
      tpm: { enabled: true, persistent: true },
      clock: Clock.recommendedForWindows(),
      acpi: true,
      apic: true,
      smm: true,
      kvmHidden: true,
      pvspinlock: true,
      hyperv: HypervFeatures.of({ evmcs: true, vendorId: 'cdk8s', relaxed: true }),
    }),
    machine(chart, {
      clock: Clock.utc({
        offset: Duration.minutes(1),
        timers: { kvm: true, hpet: { present: true }, pit: { present: true }, rtc: { present: true } },
      }),
      firmware: Firmware.bios({ useSerial: true }),
      hyperv: HypervFeatures.recommended(),
    }),
    machine(chart, { clock: Clock.timezone('Europe/Berlin'), hyperv: HypervFeatures.passthrough() }),
    machine(chart, { instancetype: Instancetype.cluster('u1.medium', 'u1-1'), preference: Preference.namespaced('linux', 'linux-1') }),
    machine(chart, {
      instancetype: Instancetype.inferredFromVolume('root', InferFromVolumeFailurePolicy.IGNORE),
      preference: Preference.inferredFromVolume('root', InferFromVolumeFailurePolicy.REJECT),
    }),
  ];
}

function guests(chart: Chart): VirtualMachine[] {
  const secret = Secret.fromSecretName(chart, 'secret', 'guest');
  const devices = machine(chart, {
    networkInterfaceMultiqueue: true,
    blockMultiQueue: true,
    rng: true,
    autoattachPodInterface: false,
    autoattachGraphicsDevice: true,
    autoattachSerialConsole: true,
    logSerialConsole: true,
    autoattachMemBalloon: false,
    autoattachInputDevice: true,
    inputs: [Input.tablet()],
    useVirtioTransitional: true,
    disableHotplug: true,
    downwardMetrics: true,
    video: VideoType.VIRTIO,
    sound: SoundModel.ICH9,
    gpus: [{ name: 'gpu', deviceName: 'nvidia.com/A10', tag: 'gpu', display: true }],
    hostDevices: [{ name: 'nic', deviceName: 'vendor.com/nic', tag: 'nic' }],
    accessCredentials: [
      AccessCredential.sshKeyThroughCloudInit(secret),
      AccessCredential.sshKeyThroughGuestAgent(secret, ['admin']),
      AccessCredential.passwordThroughGuestAgent(secret),
    ],
    cloudInit: CloudInit.fromCloudConfig({ packages: ['vim'] }, { networkData: NetworkData.fromText('version: 2\n') }),
  });
  new WatchdogDevice(devices, 'Watchdog', { arming: WatchdogArming.IMAGE });
  new PanicDevice(devices, 'Panic');
  const s390x = machine(chart, { architecture: Architecture.S390X });
  new WatchdogDevice(s390x, 'Watchdog', { arming: WatchdogArming.IMAGE });
  return [
    devices,
    s390x,
    machine(chart, {
      accessCredentials: [AccessCredential.sshKeyThroughCloudInit(secret)],
      cloudInit: CloudInit.fromSecret(secret, { dataSource: CloudInitDataSource.CONFIG_DRIVE }),
    }),
    machine(chart, { cloudInit: CloudInit.fromSecret(secret, { networkData: NetworkData.fromSecret(secret) }) }),
    machine(chart, {
      cloudInit: CloudInit.fromUserData('#!/bin/sh\n', {
        dataSource: CloudInitDataSource.CONFIG_DRIVE,
        networkData: NetworkData.fromText('version: 2\n'),
      }),
    }),
    machine(chart, {
      cloudInit: CloudInit.fromSecret(secret, {
        dataSource: CloudInitDataSource.CONFIG_DRIVE,
        networkData: NetworkData.fromSecret(secret),
      }),
    }),
  ];
}

const SOURCES: Record<string, DataVolumeSource> = {
  blank: DataVolumeSource.blank(),
  upload: DataVolumeSource.upload(),
  http: DataVolumeSource.http('https://example.com/disk.qcow2', {
    certConfigMapName: 'certificates',
    secretName: 'login',
    headers: ['X-Token: 1'],
    headerSecretNames: ['headers'],
  }),
  registry: DataVolumeSource.registry('docker://quay.io/containerdisks/fedora:41', {
    pullMethod: RegistryPullMethod.NODE,
    certConfigMapName: 'certificates',
    secretName: 'login',
    architecture: Architecture.AMD64,
  }),
  stream: DataVolumeSource.imageStream('fedora'),
  s3: DataVolumeSource.s3('https://s3.example.com/disks/a', { secretName: 'login', certConfigMapName: 'certificates' }),
  gcs: DataVolumeSource.gcs('gs://disks/a', { secretName: 'login' }),
  imageio: DataVolumeSource.imageIo('https://engine.example.com/api', {
    diskId: '1',
    secretName: 'login',
    certConfigMapName: 'certificates',
  }),
  vddk: DataVolumeSource.vddk('https://vcenter.example.com', {
    uuid: '52260566-b032-36cb-55b1-79bf29e30490',
    backingFile: '[store] vm/vm.vmdk',
    thumbprint: '20:6C:8A:5D:44:40:B3:79:4B:28:EA:76:13:60:90:6E:49:D9:D9:A3',
    secretName: 'login',
    initImage: 'registry.example.com/vddk:8',
  }),
  claim: DataVolumeSource.persistentVolumeClaim('golden', { namespace: 'images' }),
  snapshot: DataVolumeSource.snapshot('golden', { namespace: 'images' }),
  source: DataVolumeSource.dataSource('golden', { namespace: 'images' }),
};

function storage(chart: Chart): VirtualMachine[] {
  const template = {
    size,
    storageClassName: 'fast',
    accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    volumeMode: PersistentVolumeMode.BLOCK,
    contentType: DataVolumeContentType.KUBEVIRT,
    preallocation: true,
    priorityClassName: 'high',
    dataVolumeName: 'data',
    dataVolumeLabels: { tier: 'db' },
    dataVolumeAnnotations: { note: 'kept' },
    hotpluggable: true,
  };
  const disks = [
    ...Object.entries(SOURCES).map(([name, source]) => Disk.fromSource(name, { ...template, dataVolumeName: `data-${name}`, source })),
    Disk.fromPersistentVolumeClaim('claim-disk', {
      claimName: 'data',
      hotpluggable: true,
      kind: DiskKind.disk({ pciAddress: '0000:81:01.0' }),
      bus: DiskBus.VIRTIO,
      readOnly: true,
      bootOrder: 1,
      serial: 'A1',
      cache: DiskCache.NONE,
      io: DiskIo.NATIVE,
      errorPolicy: DiskErrorPolicy.STOP,
      shareable: true,
      dedicatedIoThread: true,
      blockSize: BlockSize.custom({ logical: 512, physical: 4096 }),
      tag: 'data',
    }),
    Disk.fromPersistentVolumeClaim('lun', {
      claimName: 'lun',
      kind: DiskKind.lun({ reservation: true }),
      bus: DiskBus.SCSI,
      readOnly: true,
    }),
    Disk.fromDataVolume('existing', { dataVolumeName: 'existing', blockSize: BlockSize.matchVolume() }),
    Disk.ephemeral('scratch', { claimName: 'golden' }),
    Disk.fromContainerDisk('tools', {
      image: 'quay.io/containerdisks/tools:1',
      path: '/disk/tools.iso',
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      imagePullSecretName: 'registry',
      kind: DiskKind.cdRom({ tray: CdRomTray.CLOSED }),
      bus: DiskBus.SATA,
      readOnly: true,
    }),
    Disk.emptyDisk('empty', { size }),
    Disk.hostDisk('host', { path: '/disks/a.img', size, shared: true }),
    Disk.fromSecret('secret', { secretName: 'a', optional: true, volumeLabel: 'secret' }),
    Disk.fromConfigMap('config', { configMapName: 'a', optional: true, volumeLabel: 'config' }),
    Disk.fromServiceAccount('account', { serviceAccountName: 'a' }),
    Disk.downwardApi('pod', { files: [{ path: 'labels', fieldPath: 'metadata.labels' }], volumeLabel: 'pod' }),
    Disk.downwardMetrics('metrics'),
    Disk.sysprep('sysprep', { secretName: 'unattend' }),
    Disk.sysprep('sysprep-2', { configMapName: 'unattend' }),
    Disk.emptyCdRom('tray'),
  ];
  return [machine(chart, { disks, filesystems: [Filesystem.fromConfigMap('config-fs', { configMapName: 'a' })] })];
}

function network(chart: Chart): VirtualMachine[] {
  const common = {
    macAddress: '02:48:09:00:00:01',
    model: NetworkInterfaceModel.VIRTIO,
    bootOrder: 2,
    dhcpOptions: {
      bootFileName: 'pxelinux.0',
      tftpServerName: 'tftp.example.com',
      ntpServers: ['10.0.0.1'],
      privateOptions: [{ code: 240, value: 'a' }],
    },
    state: InterfaceState.UP,
    acpiIndex: 1,
    pciAddress: '0000:81:00.1',
    tag: 'data',
  };
  const ports = [{ port: 80, name: 'http', protocol: InterfaceProtocol.TCP }];
  const interfaces = [
    NetworkInterface.masquerade({ ...common, ports, guestCidr: '10.11.0.0/24' }),
    NetworkInterface.multus('networks/data', { name: 'data', replacesPodNetwork: true }),
    NetworkInterface.sriov('networks/fast', { name: 'fast' }),
    NetworkInterface.plugin('macvtap', { name: 'plugged', networkName: 'networks/plugged' }),
  ];
  return [
    machine(chart, { interfaces }),
    machine(chart, { interfaces: [NetworkInterface.masquerade({ portRanges: [{ first: 1, last: 9, protocol: InterfaceProtocol.UDP }] })] }),
    machine(chart, { interfaces: [NetworkInterface.passt()] }),
    machine(chart, { interfaces: [NetworkInterface.bridge()] }),
  ];
}

function lifecycles(chart: Chart): VirtualMachine[] {
  const http = Probe.fromHttpGet('/health', { ...timings, port: 80, scheme: ConnectionScheme.HTTPS, headers: { 'X-Probe': '1' } });
  return [
    machine(chart, {
      evictionStrategy: EvictionStrategy.LIVE_MIGRATE,
      readiness: http,
      liveness: http,
      terminationGracePeriod: Duration.minutes(3),
      priorityClassName: 'high',
      schedulerName: 'other',
      startStrategy: StartStrategy.PAUSED,
      rebootPolicy: RebootPolicy.TERMINATE,
      updateVolumesStrategy: UpdateVolumesStrategy.MIGRATION,
      hostname: 'web',
      subdomain: 'peers',
      dnsPolicy: DnsPolicy.NONE,
      dnsConfig: { nameservers: ['10.0.0.1'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
    }),
    machine(chart, { readiness: Probe.fromTcpSocket({ port: 80 }), liveness: Probe.fromTcpSocket({ port: 80 }) }),
    machine(chart, { readiness: Probe.fromCommand(['true']), liveness: Probe.fromCommand(['true']) }),
    machine(chart, { readiness: Probe.fromGuestAgentPing(), liveness: Probe.fromGuestAgentPing() }),
  ];
}

function placements(chart: Chart): VirtualMachine[] {
  const other = machine(chart, {});
  const vm = machine(chart, {
    podLabels: { app: 'web' },
    podAnnotations: { note: 'kept' },
    nodeSelector: { disk: 'fast' },
    requiredNodes: [NodeLabel.oneOf('zone', ['a', 'b'])],
    dedicatedNodes: { key: 'role', value: 'vms', effect: TaintEffect.NO_SCHEDULE },
    tolerations: [{ key: 'role', value: 'vms', effect: TaintEffect.NO_EXECUTE, duration: Duration.seconds(60) }],
  });
  vm.placement.preferNodes([NodeLabel.above('cores', 8)]);
  for (const required of [true, false]) {
    vm.placement.colocate(other, { topology: Topology.ZONE, required });
    vm.placement.separate(other, { required });
  }
  vm.placement.spread({ labels: { app: 'web' }, topology: Topology.ZONE, maxSkew: 1 });
  return [vm, new HighlyAvailableVM(chart, 'ha', { memory: size, group: 'web' })];
}
