/** A feature of a VM that its cluster has to enable. */
export interface GatedFeature {
  readonly gate: string;
  /** Other gates of which any one enables it as well. */
  readonly alternatives?: readonly string[];
  /** The KubeVirt release from which on it needs no entry in the KubeVirt object, as far as known. */
  readonly enabledSince?: string;
  /** Manifest path of the field that uses it. */
  readonly path: string;
  readonly value: unknown;
}
