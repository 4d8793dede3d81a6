import { watchdogOf } from '../../src/admission';
import { objectsOf, type VirtualMachineView } from '../../src/graph';
import { type Boot, memory } from './qemu-arguments';

/** What libvirt is told beside the manifest. */
export interface DomainSupplies {
  readonly boot: Boot;
  readonly name: string;
  /** The disk of the cloud-init data; undefined: none. */
  readonly seed?: string;
  /** The file that the console is written to. */
  readonly console: string;
  /** The socket of the guest agent. */
  readonly agent: string;
}

/**
 * The domain that KubeVirt makes of a VM, so far as libvirt decides by it what becomes of a failure. It sets neither `on_crash` nor
 * `on_poweroff`, and `on_reboot` where the reboot policy says so.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-launcher/virtwrap/converter/converter.go
 */
export function domainXml(vm: VirtualMachineView, { boot, name, seed, console, agent }: DomainSupplies): string {
  const watchdog = watchdogOf(vm);
  return [
    "<domain type='qemu'>",
    `<name>${name}</name><memory unit='MiB'>${memory(vm)}</memory><vcpu>1</vcpu><cpu mode='maximum'/>`,
    "<os><type arch='x86_64' machine='q35'>hvm</type>",
    `<kernel>${boot.kernel}</kernel><initrd>${boot.initrd}</initrd><cmdline>${boot.commandLine}</cmdline></os>`,
    '<features><acpi/></features>',
    vm.domain.rebootPolicy === 'Terminate' ? '<on_reboot>destroy</on_reboot>' : '',
    '<devices>',
    seed === undefined ? '' : disk(seed),
    `<serial type='file'><source path='${console}'/><target port='0'/></serial>`,
    `<channel type='unix'><source mode='bind' path='${agent}'/><target type='virtio' name='org.qemu.guest_agent.0'/></channel>`,
    watchdog === undefined ? '' : `<watchdog model='i6300esb' action='${watchdog.action}'/>`,
    ...objectsOf(vm.devices.panicDevices).map(({ model }) => `<panic model='${model}'/>`),
    '</devices></domain>',
  ].join('\n');
}

function disk(file: string): string {
  return `<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='${file}'/><target dev='vda' bus='virtio'/><readonly/></disk>`;
}
