/** What pods on a node ask for. */
export interface NodePodRequests {
  /** Name of the node. */
  readonly node: string;

  /** What they ask for together, as quantities: `cpu`, `memory`, `pods` (how many they are) and other resources. */
  readonly requests: { [resource: string]: string };

  /**
   * The VM that it is the pod of, as `namespace/name`.
   *
   * @default - it is the sum of all pods of the node that are not those of VMs
   */
  readonly virtualMachine?: string;
}
