import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { ARGO_GROUP, ArgoAnnotation } from '../facts';
import type { ArgoSource, ArgoSyncOptions } from './argo-application-props';
import { ARGO_NAMESPACE, SERVER_SIDE_DIFF, sourceFields, syncFields } from './argo-application-spec';

/** A cluster that gets an Application of its own. */
export interface ArgoSetCluster {
  /** Its name in the set, of which the name of the Application and the folder are made. */
  readonly name: string;

  /**
   * Its name in Argo CD.
   *
   * @default - the name in the set
   */
  readonly destination?: string;

  /**
   * When it is synced, in steps: all clusters of one have to be healthy before those of the next are touched.
   *
   * Sets the label `cdk8s-kubevirt/step` of its Application, and `spec.strategy`.
   *
   * @default - all clusters at once
   */
  readonly step?: number;
}

/** Options of Argo CD's ApplicationSet. */
export interface ArgoApplicationSetProps extends ArgoSyncOptions {
  /**
   * Metadata of the ApplicationSet, which stands in the namespace of Argo CD.
   *
   * @default - a name made from the construct path, in the namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Project in Argo CD.
   *
   * @default default
   */
  readonly project?: string;

  /** Where the manifests are; `path` is the folder in which each cluster has a folder of its name. */
  readonly source: ArgoSource;

  /** The clusters. */
  readonly clusters: ArgoSetCluster[];

  /**
   * Namespace of objects that name none.
   *
   * @default - none
   */
  readonly namespace?: string;
}

const STEP_LABEL = 'cdk8s-kubevirt/step';

/**
 * An ApplicationSet of Argo CD: an Application for each cluster of a fleet, over the folders that a `Fleet` writes.
 *
 * Who deletes it, or takes a cluster out of it, keeps the VMs: `preserveResourcesOnDeletion` is set.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/
 */
export class ArgoApplicationSet extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'applicationsets';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the ApplicationSet belongs to
   * @param id id of the construct
   * @param props options
   * @throws when there are no clusters (`clusters-missing`), two of a name (`cluster-twice`) or one whose name no object can have
   * (`object-name-invalid`), and as `ArgoApplication` does
   */
  public constructor(scope: Construct, id: string, props: ArgoApplicationSetProps) {
    checkConstruction('ArgoApplicationSet', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const elements = elementsOf(args, props.clusters);
    const steps = [...new Set(elements.flatMap(({ step }) => (step === undefined ? [] : [step])))].sort((one, other) => +one - +other);
    const source = { ...props.source, path: `${props.source.path.replace(/\/$/, '')}/{{.name}}` };
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: `${ARGO_GROUP}/v1alpha1`,
      kind: 'ApplicationSet',
      metadata: { namespace: ARGO_NAMESPACE, ...props.metadata },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [{ list: { elements } }],
        syncPolicy: { preserveResourcesOnDeletion: true },
        strategy: steps.length === 0 ? undefined : rollout(steps),
        template: {
          metadata: {
            name: Lazy.any({ produce: () => `${this.name}-{{.name}}` }),
            annotations: { [ArgoAnnotation.COMPARE_OPTIONS]: SERVER_SIDE_DIFF },
            labels: steps.length === 0 ? undefined : { [STEP_LABEL]: '{{.step}}' },
          },
          spec: {
            project: props.project ?? 'default',
            source: sourceFields(args, 'source', source),
            destination: { name: '{{.destination}}', namespace: props.namespace },
            ...syncFields(args, props),
          },
        },
      },
    });
    ManifestCheck.attachTo(this);
  }
}

interface Element {
  readonly name: string;
  readonly destination: string;
  readonly step?: string;
}

/** Where one cluster has a step, all have: those without are in the first. */
function elementsOf(args: Arguments, clusters: ArgoSetCluster[]): Element[] {
  if (clusters.length === 0) {
    args.refuse('clusters-missing', 'clusters', '[]', 'there is nothing to make Applications for', 'Pass at least one cluster.');
  }
  const names = new Set<string>();
  const hasSteps = clusters.some(({ step }) => step !== undefined);
  return clusters.map(({ name, destination, step }, index) => {
    args.objectName(`clusters[${index}].name`, name);
    if (names.has(name)) {
      args.refuse('cluster-twice', `clusters[${index}].name`, JSON.stringify(name), 'there is one of this name', 'Name each cluster once.');
    }
    names.add(name);
    const position = args.integer(`clusters[${index}].step`, step, { min: 0 }) ?? 0;
    return { name, destination: destination ?? name, step: hasSteps ? String(position) : undefined };
  });
}

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/ */
function rollout(steps: readonly string[]): object {
  const matching = (step: string) => ({ matchExpressions: [{ key: STEP_LABEL, operator: 'In', values: [step] }] });
  return { type: 'RollingSync', rollingSync: { steps: steps.map(matching) } };
}
