import type { App } from 'cdk8s';
import type { FleetCluster } from './fleet-cluster';

/** What runs on each cluster of a fleet: the one source. In TypeScript and JavaScript an object with the method is one. */
export interface IFleetApp {
  /**
   * Makes charts and constructs for one cluster. The profile of the cluster is applied already. It is called once for each cluster, and
   * should depend on nothing but the cluster: then a cluster that is synthesized alone gets the same manifests.
   *
   * @param app what the charts belong to
   * @param cluster the cluster
   */
  define(app: App, cluster: FleetCluster): void;
}
