import { Lazy } from 'cdk8s';
import type { Architecture } from '../../cluster';
import type { Arguments } from '../../errors';
import type { FeatureState, Features } from '../../imports';
import { given, type VmFields } from '../vm-fields';
import type { Clock } from './clock';
import type { FirmwareOptions } from './firmware';
import type { HypervFeatures } from './hyperv-features';

/** Clock and features of the emulated machine. */
export interface GuestFeatureOptions {
  /**
   * The hardware clock.
   *
   * Sets `spec.template.spec.domain.clock`.
   *
   * @default - UTC
   */
  readonly clock?: Clock;

  /**
   * Whether the guest has ACPI. Without it a guest cannot be asked to shut down, and each stop is a kill.
   *
   * Sets `spec.template.spec.domain.features.acpi.enabled`.
   *
   * @default true
   */
  readonly acpi?: boolean;

  /**
   * Whether the guest has an APIC.
   *
   * Sets `spec.template.spec.domain.features.apic.enabled`.
   *
   * @default true
   */
  readonly apic?: boolean;

  /**
   * Whether the guest has System Management Mode, which Secure Boot needs.
   *
   * Sets `spec.template.spec.domain.features.smm.enabled`.
   *
   * @default - true with Secure Boot, else the cluster's default
   */
  readonly smm?: boolean;

  /**
   * Whether the hypervisor is hidden from the guest, for drivers that refuse to run in a VM.
   *
   * Sets `spec.template.spec.domain.features.kvm.hidden`.
   *
   * @default false
   */
  readonly kvmHidden?: boolean;

  /**
   * Whether the guest has paravirtual spinlocks.
   *
   * Sets `spec.template.spec.domain.features.pvspinlock.enabled`.
   *
   * @default true
   */
  readonly pvspinlock?: boolean;

  /**
   * What a Windows guest learns about its hypervisor.
   *
   * Sets `spec.template.spec.domain.features.hyperv` or `hypervPassthrough`.
   *
   * @default - nothing
   */
  readonly hyperv?: HypervFeatures;
}

export function renderGuestFeatures(
  _args: Arguments,
  options: GuestFeatureOptions & FirmwareOptions,
  architecture: () => Architecture,
): VmFields {
  const { firmware } = options;
  const features: Features = {
    acpi: state(options.acpi),
    apic: state(options.apic),
    smm: state(options.smm),
    kvm: options.kvmHidden === undefined ? undefined : { hidden: options.kvmHidden },
    pvspinlock: state(options.pvspinlock),
    ...options.hyperv?._render(),
  };
  const withFirmware = Lazy.any({ produce: () => given({ ...features, smm: features.smm ?? firmware?._smm(architecture()) }) });
  return { domain: { clock: options.clock?._render(), features: firmware === undefined ? given(features) : withFirmware } };
}

function state(enabled: boolean | undefined): FeatureState | undefined {
  return enabled === undefined ? undefined : { enabled };
}
