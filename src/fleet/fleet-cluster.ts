import type { Duration, Size } from 'cdk8s';
import type { ClusterProfile } from '../cluster';
import { Arguments } from '../errors';
import { withoutUndefined } from '../graph';

/** What one cluster of a fleet is, and in what it differs from the others. */
export interface FleetClusterProps {
  /** Name of the cluster, and of the folder that its manifests are written into. */
  readonly name: string;

  /** What the cluster is. */
  readonly profile: ClusterProfile;

  /**
   * Namespace of the VMs.
   *
   * @default - none: the app decides
   */
  readonly namespace?: string;

  /**
   * Storage class of disks.
   *
   * @default - none: the default of the cluster
   */
  readonly storageClass?: string;

  /**
   * Domain of the names under which services are reached from outside, such as `apps.paris.example.com`.
   *
   * @default - none
   */
  readonly domain?: string;

  /**
   * How many VMs stand in for one another.
   *
   * @default - none: the app decides
   */
  readonly replicas?: number;

  /**
   * Virtual CPUs of a VM.
   *
   * @default - none: the app decides
   */
  readonly cpus?: number;

  /**
   * Memory of a VM.
   *
   * @default - none: the app decides
   */
  readonly memory?: Size;

  /**
   * The longest outage that is accepted on this cluster.
   *
   * @default - none
   */
  readonly recoveryObjective?: Duration;

  /**
   * What else differs, by names of your own.
   *
   * @default - nothing
   */
  readonly settings?: { readonly [name: string]: any };
}

/** One cluster of a fleet. */
export class FleetCluster {
  /** @internal */
  public static _of(args: Arguments, argument: string, props: FleetClusterProps): FleetCluster {
    return new FleetCluster(args, argument, props);
  }

  /** Name of the cluster, and of the folder that its manifests are written into. */
  public readonly name: string;
  /** What the cluster is. */
  public readonly profile: ClusterProfile;
  /** Namespace of the VMs; not set: the app decides. */
  public readonly namespace?: string;
  /** Storage class of disks; not set: the default of the cluster. */
  public readonly storageClass?: string;
  /** Domain of the names under which services are reached from outside; not set: none. */
  public readonly domain?: string;
  /** How many VMs stand in for one another; not set: the app decides. */
  public readonly replicas?: number;
  /** Virtual CPUs of a VM; not set: the app decides. */
  public readonly cpus?: number;
  /** Memory of a VM; not set: the app decides. */
  public readonly memory?: Size;
  /** The longest outage that is accepted on this cluster; not set: none. */
  public readonly recoveryObjective?: Duration;

  private readonly settings: { readonly [name: string]: any };

  private constructor(args: Arguments, argument: string, props: FleetClusterProps) {
    const { namespace, replicas, cpus } = props;
    this.name = args.objectName(`${argument}.name`, props.name);
    this.profile = props.profile;
    this.namespace = namespace === undefined ? undefined : args.objectName(`${argument}.namespace`, namespace);
    this.storageClass = args.objectName(`${argument}.storageClass`, props.storageClass);
    this.domain = args.objectName(`${argument}.domain`, props.domain);
    this.replicas = args.integer(`${argument}.replicas`, replicas, { min: 1 });
    this.cpus = args.integer(`${argument}.cpus`, cpus, { min: 1 });
    this.memory = props.memory;
    this.recoveryObjective = props.recoveryObjective;
    this.settings = withoutUndefined({ ...props.settings });
  }

  /**
   * What this cluster has under a name of your own.
   *
   * @param name the name in `settings`
   * @throws when it has none (`fleet-setting-missing`): a name that is spelt wrong must not pass for one that is left out
   */
  public setting(name: string): any {
    if (!Object.hasOwn(this.settings, name)) {
      const names = Object.keys(this.settings);
      const rule = `the cluster ${JSON.stringify(this.name)} has no setting of this name`;
      const remedy = names.length === 0 ? 'Add it to settings.' : `It has ${names.join(', ')}.`;
      new Arguments('FleetCluster.setting').refuse('fleet-setting-missing', 'name', JSON.stringify(name), rule, remedy);
    }
    return this.settings[name];
  }

  /**
   * The name under which a service is reached from outside: `shop.apps.paris.example.com`.
   *
   * @param service first part of the name
   * @throws when the cluster has no domain (`fleet-domain-missing`)
   */
  public host(service: string): string {
    if (this.domain === undefined) {
      const rule = `the cluster ${JSON.stringify(this.name)} has no domain`;
      new Arguments('FleetCluster.host').refuse('fleet-domain-missing', 'service', JSON.stringify(service), rule, 'Pass one to the fleet.');
    }
    return `${service}.${this.domain}`;
  }
}
