import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ManifestCheck } from '../check';
import {
  ArgoAnnotation,
  DELETE_AFTER_COMPLETION_ANNOTATION,
  FluxAnnotation,
  GITOPS_KINDS,
  groupIn,
  keepsData,
  syncOptionsIn,
} from '../facts';
import { waveOf } from './sync-waves';

const CONFIRMED = ['Prune=confirm', 'Delete=confirm'];

/**
 * What a GitOps tool is told on the objects of an app: in which order they are applied, and what is not deleted without somebody
 * confirming it.
 *
 * A file that was moved, a wrong path or an empty build is enough for a tool to delete all that it has applied. VMs, pools, DataVolumes and
 * claims are kept from that. What an object says itself counts more.
 */
export class SyncPolicy {
  /**
   * For Argo CD: waves, and a confirmation before anything with data is pruned or deleted.
   *
   * First what VMs need, then health checks, Services and Routes, and the VMs at the end: a VM that is stopped on purpose would keep all that
   * comes behind it from being applied.
   *
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#prune-confirm
   */
  public static argoCd(): SyncPolicy {
    return new SyncPolicy((object) => [...argoAnnotations(object)]);
  }

  /**
   * For Flux: nothing with data is pruned. Who wants it gone deletes it by hand.
   *
   * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#prune
   */
  public static flux(): SyncPolicy {
    return new SyncPolicy(({ hasData }) => (hasData ? [[FluxAnnotation.PRUNE, 'disabled']] : []));
  }

  /**
   * For Open Cluster Management, whose works say themselves what is deleted, and in which order objects are applied.
   *
   * @see https://open-cluster-management.io/docs/concepts/work-distribution/manifestwork/
   */
  public static openClusterManagement(): SyncPolicy {
    return new SyncPolicy(() => []);
  }

  private constructor(private readonly annotationsFor: (object: SyncedObject) => readonly Annotation[]) {}

  /**
   * Tells it on all objects below a construct, those that come later too.
   *
   * @param scope the app, a chart or a construct
   */
  public applyTo(scope: IConstruct): void {
    ManifestCheck._prepare(scope, () => {
      for (const object of scope.node.findAll().filter(ApiObject.isApiObject)) {
        this.annotate(object);
      }
    });
  }

  private annotate(object: ApiObject): void {
    const { kind, apiVersion } = object;
    const group = groupIn(apiVersion);
    if (GITOPS_KINDS.some(([ofGroup, ofKind]) => ofGroup === group && ofKind === kind)) {
      return;
    }
    const present: Record<string, string> = object.metadata.toJson()?.annotations ?? {};
    const hasData = keepsData(group, kind);
    const keep: Annotation[] = kind === 'DataVolume' && hasData ? [[DELETE_AFTER_COMPLETION_ANNOTATION, 'false']] : [];
    for (const [key, value] of [...keep, ...this.annotationsFor({ group, kind, hasData, annotations: present })]) {
      if (present[key] === undefined || key === ArgoAnnotation.SYNC_OPTIONS) {
        object.metadata.addAnnotation(key, value);
      }
    }
  }
}

type Annotation = readonly [key: string, value: string];

interface SyncedObject {
  readonly group: string;
  readonly kind: string;
  readonly hasData: boolean;
  readonly annotations: Readonly<Record<string, string>>;
}

function argoAnnotations({ group, kind, hasData, annotations }: SyncedObject): Annotation[] {
  if (annotations[ArgoAnnotation.HOOK] !== undefined) {
    return [];
  }
  const wave = waveOf({ group, kind, annotations });
  const waves: Annotation[] = wave === 0 ? [] : [[ArgoAnnotation.SYNC_WAVE, String(wave)]];
  return hasData ? [...waves, [ArgoAnnotation.SYNC_OPTIONS, protectedOptions(annotations[ArgoAnnotation.SYNC_OPTIONS])]] : waves;
}

/** The options that an object has, and those of the two that it says nothing of. */
function protectedOptions(present: string | undefined): string {
  const options = syncOptionsIn(present).filter((option) => option !== '');
  const names = options.map((option) => option.split('=')[0]);
  return [...options, ...CONFIRMED.filter((option) => !names.includes(option.split('=')[0]))].join(',');
}
