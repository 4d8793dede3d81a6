import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ruleContext } from '../audit';
import { ClusterProfile } from '../cluster';
import { Arguments } from '../errors';
import type { Manifest, ManifestGraph, VirtualMachineView } from '../graph';
import { constructOf } from './check-result';
import { render } from './render';

/**
 * An app as its manifests have it after JSON patches, rendered once for all that is asked of it. It is not kept: nobody can tell what has
 * changed until the next question.
 */
export class JudgedApp {
  public readonly graph: ManifestGraph;
  public readonly cluster: ClusterProfile;
  /** As the cluster reads them. */
  public readonly manifests: ReadonlyMap<ApiObject, Manifest>;
  /** The VMs, and pools of them, in the order of the constructs. */
  public readonly vms: ReadonlyMap<ApiObject, VirtualMachineView>;

  /** @throws when an object of the app cannot be rendered (`app-not-rendered`) */
  public constructor(root: IConstruct) {
    const objects = root.node.findAll().filter(ApiObject.isApiObject);
    const manifests = new Map(objects.map((object): [ApiObject, Manifest] => [object, manifestOf(object)]));
    const { graph, cluster } = ruleContext([...manifests.values()], ClusterProfile.of(root));
    const views = new Map(graph.virtualMachines.map((vm) => [vm.manifest, vm]));
    this.graph = graph;
    this.manifests = manifests;
    this.cluster = cluster;
    this.vms = new Map(
      [...manifests].flatMap(([object, manifest]): [ApiObject, VirtualMachineView][] => {
        const vm = views.get(manifest);
        return vm === undefined ? [] : [[object, vm]];
      }),
    );
  }

  /** @throws when a JSON patch has made something else of it (`kind-patched`) */
  public vmOf(apiObject: ApiObject): VirtualMachineView {
    const rule = 'a JSON patch has changed kind or apiVersion, and there is no VM to judge';
    return (
      this.vms.get(apiObject) ??
      new Arguments(constructOf(apiObject).node.path).refuse('kind-patched', 'vm', 'no virtual machine', rule, 'Leave them alone.')
    );
  }
}

/** One object that cannot be rendered leaves the whole app unjudged, and it is that object which has to be mended. */
function manifestOf(object: ApiObject): Manifest {
  const { read, fault } = render(object);
  if (read !== undefined) {
    return read;
  }
  const rule = `${String(fault?.message).replace(/\.$/, '')}, and no VM of its app can be judged without it`;
  return new Arguments(constructOf(object).node.path).refuse('app-not-rendered', 'manifest', 'missing', rule, String(fault?.remedy));
}
