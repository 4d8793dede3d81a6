import { ApiObject, type ApiObjectMetadata, Duration, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { CDI_GROUP, FLUX_KUSTOMIZE_GROUP, goDuration, KUBEVIRT_GROUP } from '../facts';
import { FLUX_NAMESPACE, type FluxSource } from './flux-source';
import { FLUX_HEALTH } from './health';
import { folderIn } from './repository-folder';

const INTERVAL = Duration.minutes(10);
const TIMEOUT = Duration.minutes(15);

/** Options of Flux's Kustomization. */
export interface FluxKustomizationProps {
  /**
   * Metadata of the Kustomization.
   *
   * @default - a name made from the construct path, in the namespace `flux-system`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where the manifests come from.
   *
   * Sets `spec.sourceRef`.
   */
  readonly source: FluxSource;

  /**
   * Folder in the source, such as `dist/paris`.
   *
   * Sets `spec.path`.
   */
  readonly path: string;

  /**
   * How often what the cluster has is compared and set right.
   *
   * Sets `spec.interval`.
   *
   * @default Duration.minutes(10)
   */
  readonly interval?: Duration;

  /**
   * How long Flux waits until all objects are well: the import of a disk and the boot of its guest have to fit in.
   *
   * Sets `spec.timeout`.
   *
   * @default Duration.minutes(15)
   */
  readonly timeout?: Duration;

  /**
   * Whether objects are deleted whose manifests are gone. What has data stays, where the app has a `SyncPolicy`.
   *
   * Sets `spec.prune`.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * Whether Flux waits until all objects are well. VMs that are stopped on purpose are.
   *
   * Sets `spec.wait`.
   *
   * @default true
   */
  readonly waits?: boolean;

  /**
   * Kustomizations that are applied, and well, before this one: fencing and storage before VMs.
   *
   * Sets `spec.dependsOn`.
   *
   * @default - none
   */
  readonly dependsOn?: FluxKustomization[];

  /**
   * Namespace of all objects, over what they say themselves.
   *
   * Sets `spec.targetNamespace`.
   *
   * @default - what the objects say
   */
  readonly targetNamespace?: string;

  /**
   * Secret with the kubeconfig of another cluster, in the namespace of the Kustomization.
   *
   * Sets `spec.kubeConfig.secretRef.name`.
   *
   * @default - the cluster that Flux runs in
   */
  readonly kubeConfigSecret?: string;

  /**
   * Service account as which objects are applied.
   *
   * Sets `spec.serviceAccountName`.
   *
   * @default - that of Flux
   */
  readonly serviceAccountName?: string;
}

/**
 * What Flux has to know of kinds whose status it cannot read: a VM that is stopped on purpose is well, and so is a disk that waits for its
 * VM.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions
 */
const HEALTH = [
  { apiVersion: `${KUBEVIRT_GROUP}/v1`, kind: 'VirtualMachine', ...FLUX_HEALTH.machine },
  { apiVersion: `${CDI_GROUP}/v1beta1`, kind: 'DataVolume', ...FLUX_HEALTH.disk },
];

/**
 * A Kustomization of Flux that keeps VMs in a cluster as Git has them.
 *
 * Flux compares by asking the server, so that what KubeVirt fills in is no difference. It is never told to force: it would delete disks.
 * What is not pruned stands on the objects themselves: `SyncPolicy`.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export class FluxKustomization extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'kustomizations';

  protected readonly apiObject: ApiObject;

  private readonly earlier: FluxKustomization[] = [];

  /**
   * @param scope construct that the Kustomization belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the path is no folder of a repository (`repository-path-invalid`), a duration is not in whole seconds (`whole-seconds`)
   * or out of its range (`out-of-range`), or a name is none that an object can have (`object-name-invalid`)
   */
  public constructor(scope: Construct, id: string, props: FluxKustomizationProps) {
    checkConstruction('FluxKustomization', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const { kind, name, namespace } = props.source;
    const secret = props.kubeConfigSecret === undefined ? undefined : args.objectName('kubeConfigSecret', props.kubeConfigSecret);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: `${FLUX_KUSTOMIZE_GROUP}/v1`,
      kind: 'Kustomization',
      metadata: { namespace: FLUX_NAMESPACE, ...props.metadata },
      spec: {
        sourceRef: { kind, name, namespace },
        path: `./${folderIn(args, 'path', props.path.replace(/^\.\//, ''))}`,
        interval: goDuration(args.seconds('interval', props.interval ?? INTERVAL, { min: 1 })),
        timeout: goDuration(args.seconds('timeout', props.timeout ?? TIMEOUT, { min: 1 })),
        prune: props.prune ?? true,
        wait: props.waits ?? true,
        targetNamespace: props.targetNamespace,
        serviceAccountName: props.serviceAccountName,
        kubeConfig: secret === undefined ? undefined : { secretRef: { name: secret } },
        healthCheckExprs: HEALTH,
        dependsOn: Lazy.any({ produce: () => (this.earlier.length === 0 ? undefined : this.earlier.map((other) => referenceTo(other))) }),
      },
    });
    props.dependsOn?.forEach((other) => {
      this.addDependsOn(other);
    });
    ManifestCheck.attachTo(this);
  }

  /**
   * Has another Kustomization applied, and well, before this one.
   *
   * @param earlier the other one
   */
  public addDependsOn(earlier: FluxKustomization): void {
    this.earlier.push(earlier);
  }
}

function referenceTo(kustomization: FluxKustomization): object {
  return { name: kustomization.name, namespace: kustomization.metadata.namespace };
}
