import { IntentAnnotation, KUBEVIRT_GROUP, POOL_GROUP, ROUTE_GROUP } from '../facts';
import { LabelIndex } from './label-index';
import { apiGroup, isObject, itemsOf, type Manifest } from './manifest';
import { RouteView } from './route-view';
import { ServiceView } from './service-view';
import { type TrafficSplit, trafficSplits } from './traffic-split';
import { VirtualMachineView } from './virtual-machine-view';

/** The objects of an app or a folder and the links between them. Built once, read by every rule. */
export class ManifestGraph {
  /** The objects, those in lists too. */
  public readonly manifests: readonly Manifest[];
  /** What is no object, such as a text or a list without a kind. */
  public readonly strays: readonly unknown[];

  private readonly origins = new Map<unknown, unknown>();
  private readonly surrounding = new Set<Manifest>();
  private readonly kinds = new Map<string, Manifest[]>();
  private readonly names = new Map<string, Manifest>();
  private machines?: VirtualMachineView[];
  private machinesByManifest?: Map<Manifest, VirtualMachineView>;
  private readonly selections = new Map<Manifest, readonly VirtualMachineView[]>();
  private fronts?: Map<VirtualMachineView, ServiceView[]>;
  private serviceViews?: Map<Manifest, ServiceView>;
  private serviceList?: ServiceView[];
  private routeViews?: RouteView[];
  private splitList?: readonly TrafficSplit[];
  private splitsByService?: Map<Manifest, TrafficSplit[]>;
  private index?: LabelIndex<VirtualMachineView>;

  /**
   * @param documents whatever stands in the documents, as the cluster reads it: `withoutNulls`. Empty documents count for nothing.
   * @param launchersHaveId whether KubeVirt labels pods with the name of their VM
   * @param surroundings objects that the cluster has already: looked up like the others, unless one of the documents declares the
   * same object, and not among the manifests
   * @param folders in which folder each document is written, where that is known
   */
  public constructor(
    documents: readonly unknown[],
    private readonly launchersHaveId = true,
    surroundings: readonly unknown[] = [],
    private readonly folders: ReadonlyMap<unknown, string> = new Map(),
  ) {
    const manifests: Manifest[] = [];
    const strays: unknown[] = [];
    for (const document of documents) {
      this.read(document, document, manifests, strays);
    }
    this.manifests = manifests;
    this.strays = strays;
    for (const manifest of manifests) {
      this.list(manifest);
      this.names.set(objectKey(manifest), manifest);
    }
    this.surround(surroundings);
  }

  /** The same objects, with others in the place of some: these stand in the documents and folders of those that they replace. */
  public with(changed: ReadonlyMap<Manifest, Manifest>): ManifestGraph {
    const current = (manifest: Manifest) => changed.get(manifest) ?? manifest;
    const documents = [...this.manifests.map(current), ...this.strays];
    const graph = new ManifestGraph(documents, this.launchersHaveId, [...this.surrounding].map(current), this.folders);
    for (const manifest of this.manifests) {
      graph.origins.set(current(manifest), this.originOf(manifest));
    }
    return graph;
  }

  /** Whether the object is one that the cluster has already. */
  public isSurrounding(manifest: Manifest): boolean {
    return this.surrounding.has(manifest);
  }

  /** The document that an object stands in: itself, or the list that it is an item of. */
  public originOf(manifest: Manifest): unknown {
    return this.origins.get(manifest) ?? manifest;
  }

  /** The folder in which an object is written; undefined: nobody knows. */
  public folderOf(manifest: Manifest): string | undefined {
    return this.folders.get(this.originOf(manifest));
  }

  /** The objects of a kind; `''` is the core group. */
  public ofKind(group: string, kind: string): readonly Manifest[] {
    return this.kinds.get(kindKey(group, kind)) ?? [];
  }

  /** The object with this name; the namespace is undefined where manifests leave it to whoever applies them. */
  public find(group: string, kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.names.get(nameKey(kindKey(group, kind), namespace, name));
  }

  /** VirtualMachines, templates of VirtualMachinePools and of VirtualMachineInstanceReplicaSets, bare VirtualMachineInstances. */
  public get virtualMachines(): readonly VirtualMachineView[] {
    const hasId = this.launchersHaveId;
    this.machines ??= [
      ...this.ofKind(KUBEVIRT_GROUP, 'VirtualMachine').map(
        (vm) => new VirtualMachineView(vm, 'spec', vm.spec ?? {}, vm.spec?.template, hasId),
      ),
      ...this.ofKind(POOL_GROUP, 'VirtualMachinePool').map((pool) => {
        const template = pool.spec?.virtualMachineTemplate;
        return new VirtualMachineView(pool, 'spec.virtualMachineTemplate.spec', template?.spec ?? {}, template?.spec?.template, hasId);
      }),
      ...this.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstanceReplicaSet').map(
        (set) => new VirtualMachineView(set, 'spec', undefined, set.spec?.template, hasId),
      ),
      ...this.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstance').map((vmi) => new VirtualMachineView(vmi, 'spec', undefined, vmi, hasId)),
    ];
    return this.machines;
  }

  /** The VM, or the template of VMs, that a manifest declares; undefined when it is of another kind. */
  public virtualMachineOf(manifest: Manifest): VirtualMachineView | undefined {
    this.machinesByManifest ??= new Map(this.virtualMachines.map((vm) => [vm.manifest, vm]));
    return this.machinesByManifest.get(manifest);
  }

  /** The Services. */
  public get services(): readonly ServiceView[] {
    this.serviceList ??= [...this.servicesByManifest().values()];
    return this.serviceList;
  }

  /** The Service with this name; undefined when it is not among the manifests. */
  public service(namespace: string | undefined, name: unknown): ServiceView | undefined {
    const manifest = typeof name === 'string' ? this.find('', 'Service', namespace, name) : undefined;
    return manifest && this.servicesByManifest().get(manifest);
  }

  /** The OpenShift Routes. */
  public get routes(): readonly RouteView[] {
    this.routeViews ??= this.ofKind(ROUTE_GROUP, 'Route').map((route) => new RouteView(route));
    return this.routeViews;
  }

  /** How Routes, Ingresses and routes of the Gateway API divide requests among Services. */
  public get trafficSplits(): readonly TrafficSplit[] {
    this.splitList ??= trafficSplits((group, kind) => this.ofKind(group, kind), this.routes);
    return this.splitList;
  }

  /** The splits in which a Service gets a share of the requests. */
  public trafficSplitsTo(service: Manifest): readonly TrafficSplit[] {
    if (this.splitsByService === undefined) {
      this.splitsByService = new Map();
      for (const split of this.trafficSplits) {
        for (const { namespace, name } of split.filter(({ isServed }) => isServed)) {
          const target = this.service(namespace, name)?.manifest;
          if (target !== undefined) {
            const splits = this.splitsByService.get(target);
            splits === undefined ? this.splitsByService.set(target, [split]) : splits.push(split);
          }
        }
      }
    }
    return this.splitsByService.get(service) ?? [];
  }

  /** The VMs whose pods a Service selects. */
  public virtualMachinesBehind(service: Manifest): readonly VirtualMachineView[] {
    let selected = this.selections.get(service);
    if (selected === undefined) {
      const selector = service.spec?.selector;
      selected = this.machineIndex.selectLabels(isObject(selector) ? selector : {}, service.metadata?.namespace);
      this.selections.set(service, selected);
    }
    return selected;
  }

  /** The VMs of a namespace whose pods a LabelSelector selects; an empty one selects all, a missing one none. */
  public virtualMachinesSelectedBy(selector: unknown, namespace: string | undefined): readonly VirtualMachineView[] {
    return this.machineIndex.select(selector, namespace);
  }

  /** The Services that select the pods of a VM. */
  public servicesInFrontOf(vm: VirtualMachineView): readonly ServiceView[] {
    if (this.fronts === undefined) {
      this.fronts = new Map();
      for (const service of this.services) {
        for (const selected of service.hasSelector ? this.virtualMachinesBehind(service.manifest) : []) {
          const fronts = this.fronts.get(selected) ?? [];
          fronts.push(service);
          this.fronts.set(selected, fronts);
        }
      }
    }
    return this.fronts.get(vm) ?? [];
  }

  private read(value: unknown, origin: unknown, manifests: Manifest[], strays: unknown[]): void {
    if (value === null || value === undefined) {
      return;
    }
    const items = isObject(value) ? itemsOf(value) : undefined;
    if (items !== undefined) {
      for (const item of items) {
        this.read(item, origin, manifests, strays);
      }
      return;
    }
    if (isObject(value)) {
      manifests.push(value as Manifest);
    } else {
      strays.push(value);
    }
    if (value !== origin) {
      this.origins.set(value, origin);
    }
  }

  private list(manifest: Manifest): void {
    const kind = kindKey(apiGroup(manifest), manifest.kind);
    const list = this.kinds.get(kind);
    list === undefined ? this.kinds.set(kind, [manifest]) : list.push(manifest);
  }

  /** What a document declares counts more; one that holds some fields only leaves the others as they are in the cluster. */
  private surround(documents: readonly unknown[]): void {
    const surroundings: Manifest[] = [];
    for (const document of documents) {
      this.read(document, document, surroundings, []);
    }
    for (const manifest of surroundings) {
      const key = objectKey(manifest);
      const declared = this.names.get(key);
      if (declared === undefined || declared.metadata?.annotations?.[IntentAnnotation.PARTIAL] === 'true') {
        this.surrounding.add(manifest);
        this.list(manifest);
        this.names.set(key, declared ?? manifest);
      }
    }
  }

  private servicesByManifest(): Map<Manifest, ServiceView> {
    this.serviceViews ??= new Map(this.ofKind('', 'Service').map((service) => [service, new ServiceView(service)]));
    return this.serviceViews;
  }

  private get machineIndex(): LabelIndex<VirtualMachineView> {
    this.index ??= new LabelIndex(
      this.virtualMachines,
      (vm) => vm.launcherLabels,
      (vm) => vm.namespace,
    );
    return this.index;
  }
}

function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function objectKey(manifest: Manifest): string {
  return nameKey(kindKey(apiGroup(manifest), manifest.kind), manifest.metadata?.namespace, manifest.metadata?.name);
}

function nameKey(kind: string, namespace: string | undefined, name: string | undefined): string {
  return `${kind}\n${namespace ?? ''}\n${name ?? ''}`;
}
