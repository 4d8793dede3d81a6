import { watchdogOf } from '../../src/admission';
import { isObject, objectsOf, type VirtualMachineView } from '../../src/graph';

/** What a manifest leaves to the cluster: where the files of its volumes are, what is connected to it, and the kernel of its image. */
export interface Supplies {
  readonly boot: Boot;
  /** Files of the volumes by their names; what is not there is no disk of the VM. */
  readonly files: ReadonlyMap<string, string>;
  /** Ports of the guest in the pod network, with those at which the lab reaches them. */
  readonly ports: readonly { readonly guest: number; readonly host: number }[];
  /** Descriptors of sockets that are connected already. */
  readonly sockets: { readonly monitor: number; readonly console: number; readonly agent: number };
}

/** Images have their boot loader, which takes a second or two; the lab hands kernels to QEMU. */
export interface Boot {
  readonly kernel: string;
  readonly initrd: string;
  readonly commandLine: string;
}

/** Sources of volumes that are gone with the instance. */
const EPHEMERAL = ['containerDisk', 'ephemeral', 'emptyDisk'];

const MIB = 2 ** 20;
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, Ki: 2 ** 10, Mi: MIB, Gi: 2 ** 30 };

/**
 * The arguments of QEMU for a VM, as libvirt gives them for what KubeVirt makes of its manifest, so far as they have to do with failures.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/main/pkg/virt-launcher/virtwrap/converter/converter.go
 * @see https://github.com/libvirt/libvirt/blob/master/src/qemu/qemu_command.c
 */
export function qemuArguments(vm: VirtualMachineView, { boot, files, ports, sockets }: Supplies): string[] {
  return [
    // libvirt looks at a guest that has ended before it lets go of it.
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-shutdown', '-accel', 'tcg'],
    ...['-machine', machineType(vm), ...processor(vm), '-m', `${memory(vm)}M`],
    ...['-kernel', boot.kernel, '-initrd', boot.initrd, '-append', boot.commandLine],
    ...['-chardev', `socket,id=monitor,fd=${sockets.monitor}`, '-mon', 'chardev=monitor,mode=control'],
    ...['-chardev', `socket,id=console,fd=${sockets.console}`, '-serial', 'chardev:console'],
    ...disks(vm, files),
    ...interfaces(vm, ports),
    ...guestAgent(sockets.agent),
    ...(isObject(vm.devices.rng) ? ['-object', 'rng-random,id=rng,filename=/dev/urandom', '-device', 'virtio-rng-pci,rng=rng'] : []),
    ...watchdog(vm),
    ...panicDevices(vm),
    ...(vm.domain.rebootPolicy === 'Terminate' ? ['-action', 'reboot=shutdown'] : []),
  ];
}

function machineType({ domain }: VirtualMachineView): string {
  const type: string = domain.machine?.type ?? 'q35';
  return type.startsWith('pc-q35') ? 'q35' : type;
}

function processor(vm: VirtualMachineView): string[] {
  const { cores = 1, sockets = 1, threads = 1 } = vm.domain.cpu ?? {};
  const isHyperv = objectsOf(vm.devices.panicDevices).some(({ model }) => model === 'hyperv');
  return ['-cpu', isHyperv ? 'max,hv-crash' : 'max', '-smp', String(cores * sockets * threads)];
}

/** In MiB. */
export function memory({ domain }: VirtualMachineView): number {
  const quantity: string = domain.memory?.guest ?? domain.resources?.requests?.memory ?? '256Mi';
  const [, number, unit] = /^(\d+)(\D*)$/.exec(quantity) ?? [];
  if (number === undefined || UNITS[unit] === undefined) {
    throw new Error(`the lab cannot read the memory ${quantity}`);
  }
  return Math.ceil((Number(number) * UNITS[unit]) / MIB);
}

function disks(vm: VirtualMachineView, files: ReadonlyMap<string, string>): string[] {
  return vm.disks.flatMap((disk) => {
    const file = files.get(disk.name);
    return file === undefined ? [] : diskArguments(disk, vm.volumes.find(({ name }) => name === disk.name) ?? {}, file);
  });
}

function diskArguments(disk: Record<string, any>, volume: Record<string, any>, file: string): string[] {
  const { name } = disk;
  const isCloudInit = isObject(volume.cloudInitNoCloud) || isObject(volume.cloudInitConfigDrive);
  const isEphemeral = EPHEMERAL.some((source) => isObject(volume[source]));
  const target = disk.disk ?? disk.cdrom ?? disk.lun ?? {};
  const drive = [
    // A comma ends an option, and two are one. What is described in JSON says itself what it is.
    ...['if=none', `id=${name}`, `file=${file.replaceAll(',', ',,')}`, ...(file.startsWith('json:') ? [] : ['format=raw'])],
    ...(isEphemeral ? ['snapshot=on'] : []),
    ...(isCloudInit || target.readonly || disk.cdrom ? ['readonly=on'] : []),
    // virt-launcher has guests paused when their storage fails, where nothing else is said.
    ...errorPolicy(disk.errorPolicy ?? 'stop'),
  ];
  return ['-drive', drive.join(','), ...diskDevice(name, target.bus ?? 'sata', disk.serial)];
}

function errorPolicy(policy: string): string[] {
  return [`werror=${policy}`, `rerror=${policy === 'enospace' ? 'report' : policy}`];
}

function diskDevice(name: string, bus: string, serial?: string): string[] {
  const options = `drive=${name}${serial === undefined ? '' : `,serial=${serial}`}`;
  switch (bus) {
    case 'virtio':
      return ['-device', `virtio-blk-pci,${options}`];
    case 'scsi':
      return ['-device', `virtio-scsi-pci,id=scsi-${name}`, '-device', `scsi-hd,bus=scsi-${name}.0,${options}`];
    default:
      return ['-device', `ide-hd,${options}`];
  }
}

/** The interface of the pod network is translated, as masquerade does it. Others lead nowhere. */
function interfaces(vm: VirtualMachineView, ports: Supplies['ports']): string[] {
  const forwards = ports.map(({ guest, host }) => `,hostfwd=tcp:127.0.0.1:${host}-:${guest}`).join('');
  const pod = vm.podConnection?.index;
  // A VM that names none gets one of its own.
  const named = pod === IMPLICIT ? [{ name: 'default' }] : vm.interfaces;
  return named.flatMap(({ name, model = 'virtio', macAddress }: Record<string, any>, index) => {
    const device = model === 'virtio' ? 'virtio-net-pci' : model;
    const options = `netdev=${name},id=nic-${name}${macAddress === undefined ? '' : `,mac=${macAddress}`}`;
    const reaches = pod === IMPLICIT || index === pod ? forwards : ',restrict=on';
    return ['-netdev', `user,id=${name}${reaches}`, '-device', `${device},${options}`];
  });
}

/** Where an interface stands that is not in the manifest. */
const IMPLICIT = -1;

/** KubeVirt gives its channel to each VM. */
function guestAgent(descriptor: number): string[] {
  const channel = 'virtserialport,chardev=agent,name=org.qemu.guest_agent.0';
  return ['-device', 'virtio-serial-pci', '-chardev', `socket,id=agent,fd=${descriptor}`, '-device', channel];
}

function watchdog(vm: VirtualMachineView): string[] {
  const device = watchdogOf(vm);
  return device === undefined ? [] : ['-device', `i6300esb,id=${vm.devices.watchdog.name}`, '-action', `watchdog=${device.action}`];
}

function panicDevices(vm: VirtualMachineView): string[] {
  const devices: Readonly<Record<string, readonly string[]>> = { pvpanic: ['-device', 'pvpanic-pci'], isa: ['-device', 'pvpanic'] };
  return objectsOf(vm.devices.panicDevices).flatMap(({ model }) => devices[model] ?? []);
}
