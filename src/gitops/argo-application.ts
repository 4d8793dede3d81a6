import { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { ARGO_GROUP, ArgoAnnotation } from '../facts';
import type { ArgoApplicationProps } from './argo-application-props';
import { ARGO_NAMESPACE, SERVER_SIDE_DIFF, sourceFields, syncFields } from './argo-application-spec';
import { ArgoDestination } from './argo-destination';
import { MACHINE_HEALTH_LUA } from './health';

/**
 * An Application of Argo CD that keeps VMs in a cluster as Git has them.
 *
 * It applies on the server and asks the server what differs, so that what KubeVirt fills in is no difference; it prunes last; it never
 * replaces an object. Order, and what is never deleted without somebody confirming it, stand on the objects themselves: `SyncPolicy`.
 *
 * There is no finalizer: who deletes the Application keeps the VMs.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 */
export class ArgoApplication extends Resource {
  /**
   * Entries for the ConfigMap `argocd-cm` of Argo CD: VMs that are halted, or started by hand, are healthy while they are stopped.
   *
   * As of 3.5 such a VM is suspended to Argo CD, and a sync waits for ever before what comes behind it: the next wave, and hooks after the
   * sync. `SyncPolicy` puts VMs into the last wave; hooks after the sync need these entries too.
   *
   * @see https://github.com/argoproj/argo-cd/issues/29663
   */
  public static healthCustomizations(): { [key: string]: string } {
    return { 'resource.customizations.health.kubevirt.io_VirtualMachine': MACHINE_HEALTH_LUA };
  }

  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'applications';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the Application belongs to: in an app or a chart of its own, it is applied to the cluster of Argo CD
   * @param id id of the construct
   * @param props options
   * @throws when the repository is missing (`repository-missing`), the path is no folder in it (`repository-path-invalid`), an ignored
   * difference names no field (`ignored-difference-empty`) or a number is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: ArgoApplicationProps) {
    checkConstruction('ArgoApplication', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const { _destination: destination } = props.destination ?? ArgoDestination.inCluster();
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: `${ARGO_GROUP}/v1alpha1`,
      kind: 'Application',
      metadata: {
        namespace: ARGO_NAMESPACE,
        ...props.metadata,
        annotations: { [ArgoAnnotation.COMPARE_OPTIONS]: SERVER_SIDE_DIFF, ...props.metadata?.annotations },
      },
      spec: {
        project: props.project ?? 'default',
        source: sourceFields(args, 'source', props.source),
        destination: { ...destination, namespace: props.namespace },
        ...syncFields(args, props),
      },
    });
    ManifestCheck.attachTo(this);
  }
}
