import type { IConstruct } from 'constructs';
import { Arguments } from '../errors';
import { Architecture } from './architecture';
import { ClusterEvictionStrategy } from './cluster-eviction-strategy';
import { Platform } from './platform';
import { rootOf } from './root';

/** What is known of the target cluster beside its version. */
export interface ClusterProfileOptions {
  /**
   * How the hosts were installed.
   *
   * @default - unknown: rules that need it do not apply
   */
  readonly platform?: Platform;

  /**
   * Number of schedulable worker nodes.
   *
   * @default - unknown: rules that need it do not apply
   */
  readonly workers?: number;

  /**
   * CPU architecture of the workers.
   *
   * @default Architecture.AMD64
   */
  readonly architecture?: Architecture;

  /**
   * What a drain does to VMs that do not say it themselves: `evictionStrategy` of the HyperConverged or KubeVirt object of the
   * cluster. One of these objects among the manifests counts more.
   *
   * @default - on OpenShift LIVE_MIGRATE with more than one worker, NONE with one, unknown when the workers are; else NONE
   */
  readonly evictionStrategy?: ClusterEvictionStrategy;
}

const PROFILE = Symbol.for('cdk8s-kubevirt.ClusterProfile');
const KUBEVIRT_MINORS = { min: 5, max: 9 };
const KUBEVIRT_MINOR_OF_OPENSHIFT_MINOR = -14;

/**
 * What the target cluster is: which fields its API servers know and what its nodes can do.
 *
 * Manifests are checked against it at synth: a field that the release does not have would be
 * dropped silently by the API server, and the VM would run without the protection it asks for.
 *
 * OpenShift Virtualization 4.N ships KubeVirt 1.(N-14), as the HyperConverged Cluster Operator pins it
 * (HCO 1.15 with KubeVirt 1.5, HCO 1.18 with KubeVirt 1.8).
 */
export class ClusterProfile {
  /**
   * A Kubernetes cluster with upstream KubeVirt.
   *
   * @param version KubeVirt release, `1.5` to `1.9`; a patch number is allowed and ignored
   * @param options what else is known of the cluster
   */
  public static kubevirt(version: string, options: ClusterProfileOptions = {}): ClusterProfile {
    return new ClusterProfile('ClusterProfile.kubevirt', kubevirtMinor('ClusterProfile.kubevirt', version), undefined, options);
  }

  /**
   * An OpenShift cluster with OpenShift Virtualization of the same release.
   *
   * @param version OpenShift release, `4.19` to `4.23`; a patch number is allowed and ignored
   * @param options what else is known of the cluster
   */
  public static openshift(version: string, options: ClusterProfileOptions = {}): ClusterProfile {
    const minor = openshiftMinor('ClusterProfile.openshift', version);
    return new ClusterProfile('ClusterProfile.openshift', minor + KUBEVIRT_MINOR_OF_OPENSHIFT_MINOR, `4.${minor}`, options);
  }

  /**
   * The profile that applies to a construct.
   *
   * Without one, the oldest supported KubeVirt release is assumed, so that what is emitted works everywhere; whether
   * the cluster has a Machine API is unknown then.
   */
  public static of(scope: IConstruct): ClusterProfile {
    const root = rootOf(scope);
    return root[PROFILE] ?? ASSUMED;
  }

  /** KubeVirt release, e.g. `1.8`. */
  public readonly kubevirtVersion: string;
  /** OpenShift release, e.g. `4.22`; undefined on plain Kubernetes. */
  public readonly openshiftVersion?: string;
  /** How the hosts were installed; undefined when unknown. */
  public readonly platform?: Platform;
  /** Number of schedulable worker nodes; undefined when unknown. */
  public readonly workers?: number;
  /** CPU architecture of the workers. */
  public readonly architecture: Architecture;
  /** What a drain does to VMs that do not say it themselves; undefined when nobody has said it. */
  public readonly evictionStrategy?: ClusterEvictionStrategy;

  /** @internal */
  public static _assumed(): ClusterProfile {
    return new ClusterProfile('ClusterProfile.of', KUBEVIRT_MINORS.min, undefined, {});
  }

  /**
   * The OpenShift release that ships a KubeVirt release.
   *
   * @internal
   */
  public static _openshiftWith(kubevirtVersion: string): string {
    return `4.${minorOf(kubevirtVersion) - KUBEVIRT_MINOR_OF_OPENSHIFT_MINOR}`;
  }

  private constructor(subject: string, minor: number, openshiftVersion: string | undefined, options: ClusterProfileOptions) {
    this.kubevirtVersion = `1.${minor}`;
    this.openshiftVersion = openshiftVersion;
    this.platform = options.platform;
    this.workers = new Arguments(subject).integer('workers', options.workers, { min: 1 });
    this.architecture = options.architecture ?? Architecture.AMD64;
    this.evictionStrategy = options.evictionStrategy;
  }

  /**
   * Makes this the profile of the whole app that the construct belongs to.
   *
   * @throws when the app has another profile already: one app targets one cluster
   */
  public applyTo(scope: IConstruct): void {
    const root = rootOf(scope);
    if (root[PROFILE] !== undefined && root[PROFILE] !== this) {
      new Arguments('ClusterProfile.applyTo').refuse(
        'cluster-profile-twice',
        'scope',
        'an app that has a profile already',
        'one app targets one cluster',
        'Write one app per cluster, or apply one profile only.',
      );
    }
    Object.defineProperty(root, PROFILE, { value: this, configurable: true });
  }

  /** Whether the cluster is OpenShift. */
  public get isOpenshift(): boolean {
    return this.openshiftVersion !== undefined;
  }

  /**
   * Whether nobody has said what the cluster is.
   *
   * @internal
   */
  public get _isAssumed(): boolean {
    return this === ASSUMED;
  }

  /**
   * What a drain does to VMs that do not say it themselves, where nobody has changed the default; undefined when unknown.
   *
   * @see https://github.com/kubevirt/hyperconverged-cluster-operator/blob/v1.18.1/pkg/webhooks/mutator/hyperConvergedMutator.go
   * @internal
   */
  public get _presumedEvictionStrategy(): ClusterEvictionStrategy | undefined {
    if (!this.isOpenshift) {
      return ClusterEvictionStrategy.NONE;
    }
    if (this.workers === undefined) {
      return undefined;
    }
    return this.workers > 1 ? ClusterEvictionStrategy.LIVE_MIGRATE : ClusterEvictionStrategy.NONE;
  }

  /** Whether the cluster has the Machine API; undefined when the platform is unknown. */
  public get hasMachineApi(): boolean | undefined {
    if (this._isAssumed) {
      return undefined;
    }
    if (!this.isOpenshift) {
      return false;
    }
    return this.platform === undefined ? undefined : this.platform !== Platform.NONE && this.platform !== Platform.BARE_METAL_UPI;
  }

  /**
   * Whether the cluster's KubeVirt is this release or a newer one.
   *
   * @param version KubeVirt release, e.g. `1.8`
   */
  public atLeast(version: string): boolean {
    return minorOf(this.kubevirtVersion) >= minorOf(version);
  }
}

/** The profile of an app that has none. */
const ASSUMED = ClusterProfile._assumed();

function minorOf(version: string): number {
  return Number(version.slice('1.'.length));
}

function kubevirtMinor(subject: string, version: string): number {
  const match = /^v?1\.(\d+)(\.\d+)?$/.exec(version);
  const minor = match ? Number(match[1]) : undefined;
  if (minor === undefined || minor < KUBEVIRT_MINORS.min || minor > KUBEVIRT_MINORS.max) {
    const supported = `1.${KUBEVIRT_MINORS.min} to 1.${KUBEVIRT_MINORS.max}`;
    return new Arguments(subject).refuse(
      'kubevirt-version-unsupported',
      'version',
      JSON.stringify(version),
      `the supported KubeVirt releases are ${supported}`,
      `Pass a release from ${supported}.`,
    );
  }
  return minor;
}

function openshiftMinor(subject: string, version: string): number {
  const match = /^v?4\.(\d+)(\.\d+)?$/.exec(version);
  const minor = match ? Number(match[1]) : undefined;
  const [min, max] = [KUBEVIRT_MINORS.min, KUBEVIRT_MINORS.max].map((kubevirt) => kubevirt - KUBEVIRT_MINOR_OF_OPENSHIFT_MINOR);
  if (minor === undefined || minor < min || minor > max) {
    return new Arguments(subject).refuse(
      'openshift-version-unsupported',
      'version',
      JSON.stringify(version),
      `the supported OpenShift releases are 4.${min} to 4.${max}`,
      `Pass a release from 4.${min} to 4.${max}.`,
    );
  }
  return minor;
}
