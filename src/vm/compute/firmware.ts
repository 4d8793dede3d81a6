import { Lazy } from 'cdk8s';
import { Architecture } from '../../cluster';
import type { Arguments } from '../../errors';
import type { Bootloader, FeatureState, TPMDevice } from '../../imports';
import type { VmFields } from '../vm-fields';

/** What a BIOS can do. */
export interface BiosOptions {
  /**
   * Whether the BIOS writes to the serial console.
   *
   * Sets `firmware.bootloader.bios.useSerial`.
   *
   * @default false
   */
  readonly useSerial?: boolean;
}

/** What EFI does. */
export interface EfiOptions {
  /**
   * Whether only signed boot loaders and kernels are run. It needs System Management Mode, which is switched on with it.
   *
   * Sets `firmware.bootloader.efi.secureBoot` and `features.smm`.
   *
   * @default - true on amd64; false elsewhere, where there is none
   */
  readonly secureBoot?: boolean;

  /**
   * Whether EFI variables (boot entries, enrolled keys) survive a restart of the VM. They are kept on a small volume of
   * the VM, in the storage class of `vmStateStorageClass` of the KubeVirt object; a VM with it can be migrated.
   *
   * Sets `firmware.bootloader.efi.persistent`.
   *
   * @default false
   */
  readonly persistent?: boolean;
}

/**
 * What a VM boots with.
 *
 * @see https://kubevirt.io/user-guide/compute/virtual_hardware/#bios-uefi
 */
export class Firmware {
  /**
   * BIOS: what amd64 has by default.
   *
   * @param options what it can do
   */
  public static bios(options: BiosOptions = {}): Firmware {
    return new Firmware({ bios: options });
  }

  /**
   * EFI, with Secure Boot where there is one.
   *
   * @param options what it does
   */
  public static efi(options: EfiOptions = {}): Firmware {
    return new Firmware({ efi: options });
  }

  private readonly options: BootloaderOptions;

  private constructor(options: BootloaderOptions) {
    this.options = options;
  }

  /** @internal */
  public _render(architecture: () => Architecture): Bootloader {
    const { bios, efi } = this.options;
    const secureBoot = Lazy.any({ produce: () => this.isSecure(architecture()) });
    return {
      bios: bios && { useSerial: bios.useSerial },
      efi: efi && { secureBoot, persistent: efi.persistent },
    };
  }

  /**
   * System Management Mode, which Secure Boot needs.
   *
   * @internal
   */
  public _smm(architecture: Architecture): FeatureState | undefined {
    return this.isSecure(architecture) ? { enabled: true } : undefined;
  }

  private isSecure(architecture: Architecture): boolean {
    const { efi } = this.options;
    return efi !== undefined && (efi.secureBoot ?? architecture === Architecture.AMD64);
  }
}

interface BootloaderOptions {
  readonly bios?: BiosOptions;
  readonly efi?: EfiOptions;
}

/** A Trusted Platform Module. */
export interface Tpm {
  /**
   * Whether the VM has the module: `false` takes away the one that a preference brings.
   *
   * Sets `devices.tpm.enabled`.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Whether what the guest keeps in it survives a restart of the VM. Without that a guest whose disk keys are sealed in
   * the module (BitLocker, LUKS with systemd-cryptenroll) asks for a recovery key after every failover. It is kept on a
   * small volume of the VM, in the storage class of `vmStateStorageClass` of the KubeVirt object; a VM with it can be
   * migrated.
   *
   * Sets `devices.tpm.persistent`.
   *
   * @default false
   */
  readonly persistent?: boolean;
}

/** How a VM boots and identifies itself to its guest. */
export interface FirmwareOptions {
  /**
   * What the VM boots with.
   *
   * Sets `spec.template.spec.domain.firmware.bootloader`.
   *
   * @default - the cluster's default: BIOS on amd64, EFI on arm64
   */
  readonly firmware?: Firmware;

  /**
   * UUID of the machine that the guest sees.
   *
   * Sets `spec.template.spec.domain.firmware.uuid`.
   *
   * @default - that of a `MachineIdentity` of the app, else KubeVirt makes one when the VM is created and keeps it
   */
  readonly firmwareUuid?: string;

  /**
   * Serial number of the machine that the guest sees, up to 256 of `A-Z a-z 0-9 _ . + -`.
   *
   * Sets `spec.template.spec.domain.firmware.serial`.
   *
   * @default - that of a `MachineIdentity` of the app, else KubeVirt makes one when the VM is created and keeps it
   */
  readonly firmwareSerial?: string;

  /**
   * Trusted Platform Module of the VM. Windows 11 and Windows Server 2025 want one.
   *
   * Sets `spec.template.spec.domain.devices.tpm`.
   *
   * @default - none
   */
  readonly tpm?: Tpm;
}

/** Other than that of a disk it is only shown: libvirt takes the serial numbers of other platforms, which have spaces. */
const ONE_LINE = /^[^\p{Cc}]+$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function renderFirmware(args: Arguments, options: FirmwareOptions, architecture: () => Architecture): VmFields {
  const uuidRule = 'a UUID has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12';
  const serialRule = 'a serial number is one line of text';
  const uuid = args.matching('firmwareUuid', options.firmwareUuid, UUID, uuidRule, 'Pass one, or leave it out.', 'uuid-invalid');
  const serial = args.matching(
    'firmwareSerial',
    options.firmwareSerial,
    ONE_LINE,
    serialRule,
    'Choose another serial number.',
    'firmware-serial-invalid',
  );
  const bootloader = options.firmware?._render(architecture);
  const isEmpty = uuid === undefined && serial === undefined && bootloader === undefined;
  return {
    domain: { firmware: isEmpty ? undefined : { uuid, serial, bootloader } },
    devices: { tpm: options.tpm && renderTpm(options.tpm) },
  };
}

export function renderTpm(tpm: Tpm): TPMDevice {
  return { enabled: tpm.enabled, persistent: tpm.persistent };
}
