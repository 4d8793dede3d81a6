import type { Arguments } from '../../errors';
import type { Input as KubeInput } from '../../imports';
import { dnsLabel } from '../dns-label';
import type { VmFields } from '../vm-fields';
import { whenTrue } from '../vm-fields';
import { type Gpu, type HostDevice, renderGpu, renderHostDevice } from './host-device';

/** How an input device is attached. */
export enum InputBus {
  /** Every guest has the driver. */
  USB = 'usb',
  /** Paravirtualized: quicker; Windows needs its driver. */
  VIRTIO = 'virtio',
}

/** A pointer that is where the user points, also when the guest has moved its own. */
export interface TabletOptions {
  /**
   * How the tablet is attached.
   *
   * @default InputBus.USB
   */
  readonly bus?: InputBus;

  /**
   * Name of the device within the VM.
   *
   * @default 'tablet'
   */
  readonly name?: string;
}

/** A device to enter something with. KubeVirt knows tablets only. */
export class Input {
  /**
   * A tablet: what a graphical console needs for its mouse pointer.
   *
   * @param options bus and name
   */
  public static tablet(options: TabletOptions = {}): Input {
    return new Input({ type: 'tablet', bus: options.bus ?? InputBus.USB, name: options.name ?? 'tablet' });
  }

  private readonly input: KubeInput;

  private constructor(input: KubeInput) {
    this.input = input;
  }

  /** @internal */
  public _render(args: Arguments, argument: string): KubeInput {
    dnsLabel(args, `${argument}.name`, this.input.name);
    return this.input;
  }
}

/** Sound card of a VM. */
export enum SoundModel {
  /** Intel HD Audio. */
  ICH9 = 'ich9',
  /** The older AC97. */
  AC97 = 'ac97',
}

/** Graphics card of a VM. */
export enum VideoType {
  /** Paravirtualized. */
  VIRTIO = 'virtio',
  /** Plain VGA. */
  VGA = 'vga',
  /** Like VGA, for EFI guests. */
  BOCHS = 'bochs',
  /** For old guests. */
  CIRRUS = 'cirrus',
  /** A frame buffer in memory. */
  RAMFB = 'ramfb',
}

/** Devices of a VM that are switched on or off. */
export interface DeviceOptions {
  /**
   * Whether network and disk queues scale with the number of CPUs.
   *
   * Sets `spec.template.spec.domain.devices.networkInterfaceMultiqueue`.
   *
   * @default false
   */
  readonly networkInterfaceMultiqueue?: boolean;

  /**
   * Whether disks have a queue for each CPU.
   *
   * Sets `spec.template.spec.domain.devices.blockMultiQueue`.
   *
   * @default false
   */
  readonly blockMultiQueue?: boolean;

  /**
   * Whether the guest gets a random number generator fed by the host. Without one a guest may wait for entropy when it
   * boots, which makes every failover longer.
   *
   * Sets `spec.template.spec.domain.devices.rng`.
   *
   * @default false
   */
  readonly rng?: boolean;

  /**
   * Whether a VM without interfaces gets one on the pod network.
   *
   * Sets `spec.template.spec.domain.devices.autoattachPodInterface`.
   *
   * @default true
   */
  readonly autoattachPodInterface?: boolean;

  /**
   * Whether the VM has a graphics card and a VNC console.
   *
   * Sets `spec.template.spec.domain.devices.autoattachGraphicsDevice`.
   *
   * @default true
   */
  readonly autoattachGraphicsDevice?: boolean;

  /**
   * Whether the VM has a serial console.
   *
   * Sets `spec.template.spec.domain.devices.autoattachSerialConsole`.
   *
   * @default true
   */
  readonly autoattachSerialConsole?: boolean;

  /**
   * Whether what the guest writes to its serial console can be read as the log of a container: the only trace of a
   * guest that does not boot.
   *
   * Sets `spec.template.spec.domain.devices.logSerialConsole`.
   *
   * @default - the cluster's default
   */
  readonly logSerialConsole?: boolean;

  /**
   * Whether the host learns from the guest how much memory it uses. Without it the metrics of the VM have no memory
   * usage.
   *
   * Sets `spec.template.spec.domain.devices.autoattachMemBalloon`.
   *
   * @default true
   */
  readonly autoattachMemBalloon?: boolean;

  /**
   * Whether the VM gets an input device when none is listed.
   *
   * Sets `spec.template.spec.domain.devices.autoattachInputDevice`.
   *
   * @default false
   */
  readonly autoattachInputDevice?: boolean;

  /**
   * Input devices.
   *
   * Sets `spec.template.spec.domain.devices.inputs`.
   *
   * @default - none
   */
  readonly inputs?: Input[];

  /**
   * Whether devices keep to the interface of virtio before 1.0, for guests as old as RHEL 6.
   *
   * Sets `spec.template.spec.domain.devices.useVirtioTransitional`.
   *
   * @default false
   */
  readonly useVirtioTransitional?: boolean;

  /**
   * Whether disks cannot be added to the running VM.
   *
   * Sets `spec.template.spec.domain.devices.disableHotplug`.
   *
   * @default false
   */
  readonly disableHotplug?: boolean;

  /**
   * Whether the guest can read metrics of its host through a virtio-serial port. KubeVirt up to 1.8 has it behind the
   * feature gate DownwardMetrics.
   *
   * Sets `spec.template.spec.domain.devices.downwardMetrics`.
   *
   * @default false
   */
  readonly downwardMetrics?: boolean;

  /**
   * Graphics card. KubeVirt has it since 1.6, up to 1.8 behind the feature gate VideoConfig.
   *
   * Sets `spec.template.spec.domain.devices.video.type`.
   *
   * @default - the cluster's default for the architecture
   */
  readonly video?: VideoType;

  /**
   * Sound card.
   *
   * Sets `spec.template.spec.domain.devices.sound`.
   *
   * @default - none
   */
  readonly sound?: SoundModel;

  /**
   * GPUs of the host.
   *
   * Sets `spec.template.spec.domain.devices.gpus`.
   *
   * @default - none
   */
  readonly gpus?: Gpu[];

  /**
   * Other devices of the host.
   *
   * Sets `spec.template.spec.domain.devices.hostDevices`.
   *
   * @default - none
   */
  readonly hostDevices?: HostDevice[];
}

export function renderDeviceOptions(args: Arguments, options: DeviceOptions): VmFields {
  return {
    devices: {
      networkInterfaceMultiqueue: options.networkInterfaceMultiqueue,
      blockMultiQueue: options.blockMultiQueue,
      rng: options.rng ? {} : undefined,
      autoattachPodInterface: options.autoattachPodInterface,
      autoattachGraphicsDevice: options.autoattachGraphicsDevice,
      autoattachSerialConsole: options.autoattachSerialConsole,
      logSerialConsole: options.logSerialConsole,
      autoattachMemBalloon: options.autoattachMemBalloon,
      autoattachInputDevice: options.autoattachInputDevice,
      inputs: options.inputs?.map((input, index) => input._render(args, `inputs[${index}]`)),
      useVirtioTransitional: options.useVirtioTransitional,
      disableHotplug: whenTrue(options.disableHotplug),
      downwardMetrics: options.downwardMetrics ? {} : undefined,
      video: options.video && { type: options.video },
      sound: options.sound && { name: 'sound', model: options.sound },
      gpus: options.gpus?.map((gpu, index) => renderGpu(args, `gpus[${index}]`, gpu)),
      hostDevices: options.hostDevices?.map((device, index) => renderHostDevice(args, `hostDevices[${index}]`, device)),
    },
  };
}
