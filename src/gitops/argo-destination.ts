/** The cluster that Argo CD applies manifests to: one that it knows, by its name or by its address. */
export class ArgoDestination {
  /** The cluster that Argo CD runs in. */
  public static inCluster(): ArgoDestination {
    return new ArgoDestination({ server: 'https://kubernetes.default.svc' });
  }

  /**
   * A cluster by the name that it has in Argo CD.
   *
   * @param name its name
   */
  public static cluster(name: string): ArgoDestination {
    return new ArgoDestination({ name });
  }

  /**
   * A cluster by the address of its API server, as Argo CD has it.
   *
   * @param url the address
   */
  public static server(url: string): ArgoDestination {
    return new ArgoDestination({ server: url });
  }

  /** @internal */
  public readonly _destination: { readonly name?: string; readonly server?: string };

  private constructor(destination: { readonly name?: string; readonly server?: string }) {
    this._destination = destination;
  }
}
