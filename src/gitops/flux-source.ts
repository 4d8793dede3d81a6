import { ApiObject, type ApiObjectMetadata, Duration } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { FLUX_SOURCE_GROUP, goDuration } from '../facts';

/** The namespace in which Flux runs, and looks for nothing else. */
export const FLUX_NAMESPACE = 'flux-system';
const INTERVAL = Duration.minutes(5);

/** Where Flux gets manifests from. */
export class FluxSource {
  /**
   * A GitRepository that is there already, such as the one that `flux bootstrap` makes.
   *
   * @param name its name
   * @param namespace its namespace; undefined: that of the Kustomization
   */
  public static gitRepository(name: string, namespace?: string): FluxSource {
    return new FluxSource('GitRepository', name, namespace);
  }

  /**
   * An OCIRepository that is there already.
   *
   * @param name its name
   * @param namespace its namespace; undefined: that of the Kustomization
   */
  public static ociRepository(name: string, namespace?: string): FluxSource {
    return new FluxSource('OCIRepository', name, namespace);
  }

  private constructor(
    /** Kind of the object. */
    public readonly kind: string,
    /** Name of the object. */
    public readonly name: string,
    /** Namespace of the object; not set: that of the Kustomization. */
    public readonly namespace?: string,
  ) {}
}

/** Options of a Git repository that Flux reads. */
export interface FluxGitRepositoryProps {
  /**
   * Metadata of the GitRepository.
   *
   * @default - a name made from the construct path, in the namespace `flux-system`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Address of the repository, `https://…` or `ssh://…`.
   *
   * Sets `spec.url`.
   */
  readonly url: string;

  /**
   * Branch.
   *
   * Sets `spec.ref.branch`.
   *
   * @default main
   */
  readonly branch?: string;

  /**
   * How often Flux looks for commits.
   *
   * Sets `spec.interval`.
   *
   * @default Duration.minutes(5)
   */
  readonly interval?: Duration;

  /**
   * Name of the Secret with which Flux logs in, in the same namespace.
   *
   * Sets `spec.secretRef.name`.
   *
   * @default - it need not log in
   */
  readonly secretName?: string;
}

/**
 * A Git repository that Flux reads.
 *
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export class FluxGitRepository extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'gitrepositories';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that it belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the address is none that Flux takes (`repository-url-invalid`), or the interval is not in whole seconds
   * (`whole-seconds`)
   */
  public constructor(scope: Construct, id: string, props: FluxGitRepositoryProps) {
    checkConstruction('FluxGitRepository', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const rule = 'Flux reads repositories over http, https and ssh';
    const remedy = 'Write it like "ssh://git@git.example.com/shop/manifests.git".';
    const url = args.matching('url', props.url, /^(https?|ssh):\/\/\S+$/, rule, remedy, 'repository-url-invalid');
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: `${FLUX_SOURCE_GROUP}/v1`,
      kind: 'GitRepository',
      metadata: { namespace: FLUX_NAMESPACE, ...props.metadata },
      spec: {
        url,
        interval: goDuration(args.seconds('interval', props.interval ?? INTERVAL, { min: 1 })),
        ref: { branch: props.branch ?? 'main' },
        secretRef: props.secretName === undefined ? undefined : { name: args.objectName('secretName', props.secretName) },
      },
    });
    ManifestCheck.attachTo(this);
  }

  /** This repository as the source of a Kustomization. */
  public get source(): FluxSource {
    return FluxSource.gitRepository(this.name, this.metadata.namespace);
  }
}
