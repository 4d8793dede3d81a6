import { ARGO_GROUP } from '../facts';
import { LabelIndex } from './label-index';
import { type Labels, labelMatcher } from './label-selector';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import { perGraph } from './per-graph';
import type { PodSelector } from './pod-selector';
import type { VirtualMachineView } from './virtual-machine-view';

/** The search for what selectors select, and for what they were probably meant to select. */
export const podSearch = perGraph((graph) => new PodSearch(graph));

/** A pod of something else than a VM. */
interface OtherPod {
  readonly namespace: string | undefined;
  readonly labels: Labels;
}

/** Looks beyond the pods of VMs; its indexes are made when something asks for them, which is rare. */
export class PodSearch {
  private readonly selections = new Map<PodSelector, readonly VirtualMachineView[]>();
  private others?: LabelIndex<OtherPod>;
  private labelled?: LabelIndex<VirtualMachineView>;
  private everywhere?: LabelIndex<VirtualMachineView>;

  public constructor(private readonly graph: ManifestGraph) {}

  /** The VMs whose pods are selected; several rules ask. */
  public selected(podSelector: PodSelector): readonly VirtualMachineView[] {
    let selected = this.selections.get(podSelector);
    if (selected === undefined) {
      selected = this.graph.virtualMachinesSelectedBy(podSelector.selector, podSelector.namespace);
      this.selections.set(podSelector, selected);
    }
    return selected;
  }

  /** Whether pods of Deployments and the like are selected. */
  public selectsOthers({ selector, namespace }: PodSelector): boolean {
    this.others ??= new LabelIndex(
      otherPods(this.graph),
      ({ labels }) => labels,
      ({ namespace }) => namespace,
    );
    return this.others.select(selector, namespace).length > 0;
  }

  /** The VMs whose pods are not selected, but would be if the labels of the objects reached them. */
  public missed({ selector, namespace }: PodSelector): VirtualMachineView[] {
    this.labelled ??= labelledMachines(this.graph);
    const labelled = this.labelled.select(selector, namespace);
    if (labelled.length === 0) {
      return [];
    }
    const matches = labelMatcher(selector);
    return labelled.filter((vm) => !matches(vm.launcherLabels));
  }

  /** The VMs of other namespaces whose pods would be selected there. */
  public elsewhere({ selector, namespace }: PodSelector): VirtualMachineView[] {
    if (namespace === undefined) {
      return [];
    }
    this.everywhere ??= new LabelIndex(
      this.graph.virtualMachines,
      (vm) => vm.launcherLabels,
      () => undefined,
    );
    return this.everywhere.select(selector, undefined).filter((vm) => vm.namespace !== undefined && vm.namespace !== namespace);
  }
}

/** The labels that stand on the object of a VM or pool and would have to be on its template to reach a pod. */
export function objectLabels({ manifest }: VirtualMachineView): Labels {
  if (manifest.kind === 'VirtualMachineInstance') {
    return {};
  }
  return { ...labelsOf(manifest.metadata), ...labelsOf(manifest.spec?.virtualMachineTemplate?.metadata) };
}

function hasObjectLabels(vm: VirtualMachineView): boolean {
  return Object.keys(objectLabels(vm)).length > 0;
}

/** The VMs with labels on their objects, by these and those of their pods; put together once, because each selector compares them. */
function labelledMachines(graph: ManifestGraph): LabelIndex<VirtualMachineView> {
  const labels = new Map(graph.virtualMachines.filter(hasObjectLabels).map((vm) => [vm, labelsTogether(vm)]));
  return new LabelIndex(
    [...labels.keys()],
    (vm) => labels.get(vm) ?? {},
    (vm) => vm.namespace,
  );
}

function labelsTogether(vm: VirtualMachineView): Labels {
  return { ...vm.launcherLabels, ...objectLabels(vm) };
}

const WORKLOADS: readonly (readonly [group: string, kind: string])[] = [
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
  ['apps', 'DaemonSet'],
  ['apps', 'ReplicaSet'],
  ['apps.openshift.io', 'DeploymentConfig'],
  ['', 'ReplicationController'],
  ['batch', 'Job'],
  [ARGO_GROUP, 'Rollout'],
];

function otherPods(graph: ManifestGraph): OtherPod[] {
  const pod = (owner: Manifest, metadata: unknown) => ({ namespace: owner.metadata?.namespace, labels: labelsOf(metadata) });
  return [
    ...graph.ofKind('', 'Pod').map((manifest) => pod(manifest, manifest.metadata)),
    ...WORKLOADS.flatMap(([group, kind]) => graph.ofKind(group, kind)).map((owner) => pod(owner, owner.spec?.template?.metadata)),
    ...graph.ofKind('batch', 'CronJob').map((owner) => pod(owner, owner.spec?.jobTemplate?.spec?.template?.metadata)),
  ];
}

function labelsOf(metadata: unknown): Labels {
  return isObject(metadata) && isObject(metadata.labels) ? metadata.labels : {};
}
