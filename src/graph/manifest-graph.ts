import { type Labels, matchLabels } from './label-selector';
import { apiGroup, isObject, type Manifest } from './manifest';
import { VirtualMachineNode } from './virtual-machine-node';

/** The objects of an app or a folder and the links between them. Built once, read by every rule. */
export class ManifestGraph {
  private readonly kinds = new Map<string, Manifest[]>();
  private readonly names = new Map<string, Manifest>();
  private machines?: VirtualMachineNode[];
  private labelIndex?: Map<string, VirtualMachineNode[]>;

  public constructor(public readonly manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const kind = kindKey(apiGroup(manifest), manifest.kind);
      const list = this.kinds.get(kind);
      if (list) {
        list.push(manifest);
      } else {
        this.kinds.set(kind, [manifest]);
      }
      this.names.set(nameKey(kind, manifest.metadata?.namespace, manifest.metadata?.name), manifest);
    }
  }

  /** The objects of a kind; `''` is the core group. */
  public ofKind(group: string, kind: string): readonly Manifest[] {
    return this.kinds.get(kindKey(group, kind)) ?? [];
  }

  /** The object with this name; the namespace is undefined where manifests leave it to whoever applies them. */
  public find(group: string, kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.names.get(nameKey(kindKey(group, kind), namespace, name));
  }

  /** VirtualMachines, templates of VirtualMachinePools and bare VirtualMachineInstances. */
  public get virtualMachines(): readonly VirtualMachineNode[] {
    this.machines ??= [
      ...this.ofKind('kubevirt.io', 'VirtualMachine').map((vm) => new VirtualMachineNode(vm, 'spec', vm.spec ?? {}, vm.spec?.template)),
      ...this.ofKind('pool.kubevirt.io', 'VirtualMachinePool').map((pool) => {
        const template = pool.spec?.virtualMachineTemplate;
        return new VirtualMachineNode(pool, 'spec.virtualMachineTemplate.spec', template?.spec ?? {}, template?.spec?.template);
      }),
      ...this.ofKind('kubevirt.io', 'VirtualMachineInstance').map((vmi) => new VirtualMachineNode(vmi, 'spec', undefined, vmi)),
    ];
    return this.machines;
  }

  /** The VMs whose pods a Service selects. */
  public virtualMachinesBehind(service: Manifest): readonly VirtualMachineNode[] {
    const selector = service.spec?.selector;
    return this.virtualMachinesWith(isObject(selector) ? selector : {}, service.metadata?.namespace);
  }

  private virtualMachinesWith(labels: Labels, namespace: string | undefined): readonly VirtualMachineNode[] {
    const [first] = Object.entries(labels);
    if (first === undefined) {
      return [];
    }
    const candidates = this.byLabel().get(labelKey(namespace, first[0], first[1])) ?? [];
    return candidates.filter((vm) => matchLabels(labels, vm.podLabels));
  }

  private byLabel(): Map<string, VirtualMachineNode[]> {
    if (this.labelIndex === undefined) {
      this.labelIndex = new Map();
      for (const vm of this.virtualMachines) {
        for (const [key, value] of Object.entries(vm.podLabels)) {
          const index = labelKey(vm.namespace, key, value);
          const list = this.labelIndex.get(index);
          if (list) {
            list.push(vm);
          } else {
            this.labelIndex.set(index, [vm]);
          }
        }
      }
    }
    return this.labelIndex;
  }
}

function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function nameKey(kind: string, namespace: string | undefined, name: string | undefined): string {
  return `${kind}\n${namespace ?? ''}\n${name ?? ''}`;
}

function labelKey(namespace: string | undefined, key: string, value: string): string {
  return `${namespace ?? ''}\n${key}\n${value}`;
}
