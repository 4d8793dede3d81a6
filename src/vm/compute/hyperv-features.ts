import { Arguments } from '../../errors';
import type { FeatureHyperv, FeatureState, Features } from '../../imports';

/**
 * Enlightenments of Hyper-V, one by one: what a Windows guest can do more cheaply because it knows that it is virtual.
 * What one of them needs is switched on with it, unless it is `false` here.
 */
export interface HypervOptions {
  /**
   * Whether the guest may be late without a crash of its own watchdogs.
   * @default false
   */
  readonly relaxed?: boolean;
  /**
   * Whether the guest has a virtual APIC.
   * @default false
   */
  readonly vapic?: boolean;
  /**
   * Number of times that the guest tries for a lock before it tells the host, at least 4095.
   * @default - spinlocks are not told to the host
   */
  readonly spinlocks?: number;
  /**
   * Whether the guest knows the index of its virtual processors.
   * @default false
   */
  readonly vpindex?: boolean;
  /**
   * Whether the guest knows how long its processors ran.
   * @default false
   */
  readonly runtime?: boolean;
  /**
   * Whether the guest has the synthetic interrupt controller. It needs `vpindex`.
   * @default false
   */
  readonly synic?: boolean;
  /**
   * Whether the guest has synthetic timers, in direct mode. They need `synic`.
   * @default false
   */
  readonly synictimer?: boolean;
  /**
   * Whether the guest can reset itself through the hypervisor.
   * @default false
   */
  readonly reset?: boolean;
  /**
   * Whether the guest can ask for its frequencies.
   * @default false
   */
  readonly frequencies?: boolean;
  /**
   * Whether the guest learns of a change of the time-stamp counter, as a migration brings. A cluster that does not
   * expose the frequency of the counter cannot migrate a VM with it.
   * @default false
   */
  readonly reenlightenment?: boolean;
  /**
   * Whether translation caches are flushed by the hypervisor. It needs `vpindex`.
   * @default false
   */
  readonly tlbflush?: boolean;
  /**
   * Whether interrupts between processors go through the hypervisor. It needs `vpindex`.
   * @default false
   */
  readonly ipi?: boolean;
  /**
   * Whether nested virtualization is sped up; Intel hosts only. It needs `vapic`.
   * @default false
   */
  readonly evmcs?: boolean;
  /**
   * Vendor that the guest reads, at most 12 characters.
   * @default - the hypervisor's
   */
  readonly vendorId?: string;
}

/**
 * What a VM tells a Windows guest about its hypervisor.
 *
 * @see https://kubevirt.io/user-guide/compute/virtual_hardware/#hyperv
 */
export class HypervFeatures {
  /**
   * What the templates of OpenShift and the Windows preferences of KubeVirt switch on.
   *
   * @see https://github.com/kubevirt/common-instancetypes/blob/main/preferences/components/hyperv/hyperv.yaml
   */
  public static recommended(): HypervFeatures {
    return HypervFeatures.of({
      relaxed: true,
      vapic: true,
      spinlocks: 8191,
      vpindex: true,
      runtime: true,
      synic: true,
      synictimer: true,
      reset: true,
      frequencies: true,
      reenlightenment: true,
      tlbflush: true,
      ipi: true,
    });
  }

  /**
   * A choice of enlightenments.
   *
   * @param options the enlightenments
   * @throws when a number is out of its range (`out-of-range`), or the vendor too long or with a comma (`hyperv-vendor-invalid`)
   */
  public static of(options: HypervOptions): HypervFeatures {
    return new HypervFeatures({ hyperv: renderHyperv(new Arguments('HypervFeatures.of'), options) });
  }

  /** Everything that the host can do. Such a VM cannot be live-migrated. */
  public static passthrough(): HypervFeatures {
    return new HypervFeatures({ hypervPassthrough: { enabled: true } });
  }

  private readonly features: Features;

  private constructor(features: Features) {
    this.features = features;
  }

  /** @internal */
  public _render(): Features {
    return this.features;
  }
}

function renderHyperv(args: Arguments, options: HypervOptions): FeatureHyperv {
  const retries = args.integer('spinlocks', options.spinlocks, { min: 4095 });
  const rule = 'the name of a vendor has 1 to 12 characters, none of them a comma';
  const vendorid = args.matching('vendorId', options.vendorId, /^[^,]{1,12}$/, rule, 'Choose a shorter one.', 'hyperv-vendor-invalid');
  return {
    relaxed: state(options.relaxed),
    vapic: state(options.vapic),
    spinlocks: retries === undefined ? undefined : { spinlocks: retries },
    vpindex: state(options.vpindex),
    runtime: state(options.runtime),
    synic: state(options.synic),
    synictimer: options.synictimer ? { enabled: true, direct: { enabled: true } } : state(options.synictimer),
    reset: state(options.reset),
    frequencies: state(options.frequencies),
    reenlightenment: state(options.reenlightenment),
    tlbflush: state(options.tlbflush),
    ipi: state(options.ipi),
    evmcs: state(options.evmcs),
    vendorid: vendorid === undefined ? undefined : { vendorid },
  };
}

function state(enabled: boolean | undefined): FeatureState | undefined {
  return enabled === undefined ? undefined : { enabled };
}
