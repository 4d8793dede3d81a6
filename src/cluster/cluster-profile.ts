import type { IConstruct } from 'constructs';
import { Arguments } from '../errors';
import { Architecture } from './architecture';
import { AppState } from './cdk8s-internals';
import { ClusterEvictionStrategy } from './cluster-eviction-strategy';
import type { ClusterProfileOptions } from './cluster-profile-options';
import { listedGates } from './listed-gates';
import { listedObjects } from './listed-objects';
import { listedPodRequests } from './listed-pod-requests';
import type { NodePodRequests } from './node-pod-requests';
import { Platform } from './platform';
import { profileData } from './profile-data';
import { readProfile } from './read-profile';
import { countingRelease, KUBEVIRT_RELEASES, OPENSHIFT_MINORS_AHEAD, OPENSHIFT_RELEASES } from './releases';
import { rootOf } from './root';

/** Profiles that nobody has given. */
const ASSUMPTIONS = new WeakSet<ClusterProfile>();

const PROFILES = new AppState<ClusterProfile>('ClusterProfile');

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
   * @throws when the release is not among those (`kubevirt-version-unsupported`) and `treatAs` does not say what to treat it
   * as, or no release has a feature gate of that name (`feature-gate-unknown`)
   */
  public static kubevirt(version: string, options: ClusterProfileOptions = {}): ClusterProfile {
    const { factory } = KUBEVIRT_RELEASES;
    const { minor, unsupported } = countingRelease(KUBEVIRT_RELEASES, version, options.treatAs);
    return new ClusterProfile(factory, { kubevirtVersion: `1.${minor}`, unsupportedVersion: unsupported }, options);
  }

  /**
   * An OpenShift cluster with OpenShift Virtualization of the same release.
   *
   * @param version OpenShift release, `4.19` to `4.23`; a patch number is allowed and ignored
   * @param options what else is known of the cluster
   * @throws when the release is not among those (`openshift-version-unsupported`) and `treatAs` does not say what to treat it
   * as, or no release has a feature gate of that name (`feature-gate-unknown`)
   */
  public static openshift(version: string, options: ClusterProfileOptions = {}): ClusterProfile {
    const { factory } = OPENSHIFT_RELEASES;
    const { minor, unsupported } = countingRelease(OPENSHIFT_RELEASES, version, options.treatAs);
    const kubevirtVersion = `1.${minor - OPENSHIFT_MINORS_AHEAD}`;
    return new ClusterProfile(factory, { kubevirtVersion, openshiftVersion: `4.${minor}`, unsupportedVersion: unsupported }, options);
  }

  /**
   * The cluster that a file describes: the release as `openshift: "4.20"` or `kubevirt: "1.8"`, and the options by their names.
   * `npx cdk8s-kubevirt profile` writes one from what `kubectl get -o yaml` prints.
   *
   * @param path of a YAML or JSON file
   * @throws when the file cannot be read or is no YAML (`cluster-profile-unreadable`), when something in it is wrong
   * (`cluster-profile-invalid`), and as `openshift` and `kubevirt` do
   */
  public static fromFile(path: string): ClusterProfile {
    return ClusterProfile._fromData(path, readProfile(path));
  }

  /**
   * The cluster that the content of a file describes.
   *
   * @param file its name, for errors
   * @internal
   */
  public static _fromData(file: string, data: unknown): ClusterProfile {
    const { openshift, kubevirt, ...options } = profileData(file, data);
    return openshift === undefined ? ClusterProfile.kubevirt(kubevirt as string, options) : ClusterProfile.openshift(openshift, options);
  }

  /**
   * The profile that applies to a construct.
   *
   * Without one, the oldest supported KubeVirt release is assumed, so that what is emitted works everywhere; whether
   * the cluster has a Machine API is unknown then. Constructs ask when manifests are rendered: the profile may be applied
   * after the last of them was made. Who asks before gets what is known by then.
   */
  public static of(scope: IConstruct): ClusterProfile {
    return PROFILES.get(rootOf(scope)) ?? ASSUMED;
  }

  /** KubeVirt release that counts, e.g. `1.8`. */
  public readonly kubevirtVersion: string;
  /** OpenShift release that counts, e.g. `4.22`; undefined on plain Kubernetes. */
  public readonly openshiftVersion?: string;
  /** Release that the cluster has and that is treated as another one, e.g. `1.10`; undefined where its own release counts. */
  public readonly unsupportedVersion?: string;
  /** How the hosts were installed; undefined when unknown. */
  public readonly platform?: Platform;
  /** Number of schedulable worker nodes; undefined when unknown. */
  public readonly workers?: number;
  /** CPU architecture of the workers. */
  public readonly architecture: Architecture;
  /** What a drain does to VMs that do not say it themselves; undefined when nobody has said it. */
  public readonly evictionStrategy?: ClusterEvictionStrategy;
  /** The feature gates that are said to be switched on in the cluster, each once, in the order of the alphabet; undefined when unknown. */
  public readonly featureGates?: string[];
  /** Objects that the cluster has already. */
  public readonly objects: any[];
  /** What the pods of the cluster ask for already, node by node; undefined when unknown. */
  public readonly podRequests?: NodePodRequests[];
  /** How many hosts may fail at the same time without a VM being left without a place; undefined when nobody has said it. */
  public readonly hostFailuresTolerated?: number;

  /** @internal */
  public static _assumed(): ClusterProfile {
    return ClusterProfile._assume(KUBEVIRT_RELEASES.minors.min);
  }

  /**
   * What is assumed where manifests are judged that somebody else has made, and nobody says for what: the newest release, so that
   * nothing is refused that works on some cluster.
   *
   * @internal
   */
  public static _assumedNewest(): ClusterProfile {
    return ClusterProfile._assume(KUBEVIRT_RELEASES.minors.max);
  }

  private static _assume(minor: number): ClusterProfile {
    const profile = new ClusterProfile('ClusterProfile.of', { kubevirtVersion: `${KUBEVIRT_RELEASES.major}.${minor}` }, {});
    ASSUMPTIONS.add(profile);
    return profile;
  }

  /**
   * The OpenShift release that ships a KubeVirt release.
   *
   * @internal
   */
  public static _openshiftWith(kubevirtVersion: string): string {
    return `4.${minorOf(kubevirtVersion) + OPENSHIFT_MINORS_AHEAD}`;
  }

  private constructor(subject: string, versions: Versions, options: ClusterProfileOptions) {
    this.kubevirtVersion = versions.kubevirtVersion;
    this.openshiftVersion = versions.openshiftVersion;
    this.unsupportedVersion = versions.unsupportedVersion;
    this.platform = options.platform;
    this.workers = new Arguments(subject).integer('workers', options.workers, { min: 1 });
    this.architecture = options.architecture ?? Architecture.AMD64;
    this.evictionStrategy = options.evictionStrategy;
    this.featureGates = options.featureGates && listedGates(subject, options.featureGates, versions.unsupportedVersion);
    this.objects = listedObjects(subject, options.objects);
    this.podRequests = listedPodRequests(subject, options.podRequests);
    const failures = options.hostFailuresTolerated;
    this.hostFailuresTolerated = new Arguments(subject).integer('hostFailuresTolerated', failures, { min: 0 });
  }

  /**
   * Makes this the profile of the whole app that the construct belongs to. It may be called any time before the synth.
   *
   * @throws when the app has a profile already that says something else (`cluster-profile-twice`): one app targets one cluster
   */
  public applyTo(scope: IConstruct): void {
    const root = rootOf(scope);
    const present = PROFILES.get(root);
    if (present === undefined || present._isAssumed) {
      PROFILES.set(root, this);
      return;
    }
    const differences = differencesOf(present, this);
    if (differences.length > 0) {
      new Arguments('ClusterProfile.applyTo').refuse(
        'cluster-profile-twice',
        'scope',
        'an app that has a profile already',
        `one app targets one cluster, and the two profiles differ in ${differences.join(', ')}`,
        'Write one app per cluster, or apply one profile only.',
      );
    }
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
    return ASSUMPTIONS.has(this);
  }

  /**
   * What a drain does to VMs that do not say it themselves, where nobody has changed the default; undefined when unknown.
   *
   * @see https://github.com/kubevirt/hyperconverged-cluster-operator/blob/v1.18.1/pkg/webhooks/mutator/hyperConvergedMutator.go
   * @internal
   */
  public get _presumedEvictionStrategy(): ClusterEvictionStrategy | undefined {
    return this._evictionStrategyWith(this.workers);
  }

  /**
   * The same with so many workers; undefined: nobody knows how many there are.
   *
   * @internal
   */
  public _evictionStrategyWith(workers: number | undefined): ClusterEvictionStrategy | undefined {
    if (!this.isOpenshift) {
      return ClusterEvictionStrategy.NONE;
    }
    if (workers === undefined) {
      return undefined;
    }
    return workers > 1 ? ClusterEvictionStrategy.LIVE_MIGRATE : ClusterEvictionStrategy.NONE;
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

/** The releases that a profile stands for. */
interface Versions {
  readonly kubevirtVersion: string;
  readonly openshiftVersion?: string;
  readonly unsupportedVersion?: string;
}

/** What is too long to be told. */
const COMPARED_AS_A_WHOLE: readonly string[] = ['objects', 'podRequests'];

/** In what two profiles differ, in words: what counts is what they say, not which object says it. */
function differencesOf(one: ClusterProfile, other: ClusterProfile): string[] {
  const names = Object.keys(one) as (keyof ClusterProfile)[];
  return names
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .map((name) => (COMPARED_AS_A_WHOLE.includes(name) ? name : `${name} (${textOf(one[name])}, ${textOf(other[name])})`));
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value ?? 'unknown');
}

function minorOf(version: string): number {
  return Number(version.slice('1.'.length));
}
