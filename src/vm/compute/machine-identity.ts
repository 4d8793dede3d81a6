import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';
import { ClusterProfile } from '../../cluster';
import { AppState } from '../../cluster/cdk8s-internals';
import { rootOf } from '../../cluster/root';
import { Arguments } from '../../errors';
import { withoutUndefined } from '../../graph';
import type { VirtualMachineInstanceSpec, VirtualMachineSpec } from '../../imports';

/** Names of VMs are made to UUIDs in a namespace of their own: that of the address of this library. */
const UUID_NAMESPACE = '21c325de-1c66-5b01-9f7b-46f9a88da782';

const IDENTITIES = new AppState<MachineIdentity>('MachineIdentity');

/**
 * Writes into each VM of an app what KubeVirt would fill in when it is created: a UUID and a serial number of the machine, which follow
 * from the names of the cluster, the namespace and the VM, and the architecture of the ClusterProfile.
 *
 * Without it they are drawn when the object is created, and stand in the cluster only. A VM that is created once more, because a
 * GitOps tool has replaced it or because its cluster was lost, is another machine to its guest then: licences and management agents
 * that are bound to the UUID see a new one. What a VM says itself counts more. The VMs of a pool are left out: they have one template.
 *
 * For new VMs: on one that exists already it would be a change, which its guest sees at the next start. Pass `firmwareUuid` and
 * `firmwareSerial` of such a VM as the cluster has them.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/vm-mutator.go
 */
export class MachineIdentity {
  /**
   * Identities of VMs on one cluster.
   *
   * @param cluster name of the cluster: VMs of the same name on two clusters are two machines
   * @throws when it cannot be the name of a Kubernetes object (`object-name-invalid`)
   */
  public static ofCluster(cluster: string): MachineIdentity {
    return new MachineIdentity(new Arguments('MachineIdentity.ofCluster').objectName('cluster', cluster));
  }

  /**
   * The spec of a VM, with the identity that its app gives it.
   *
   * @internal
   */
  public static _given(vm: IConstruct, namespace: string | undefined, name: string, spec: VirtualMachineSpec): VirtualMachineSpec {
    const identity = IDENTITIES.get(rootOf(vm));
    return identity === undefined ? spec : identity.giveTo(spec, ClusterProfile.of(vm), `${namespace ?? ''}/${name}`);
  }

  /** Name of the cluster. */
  public readonly cluster: string;

  private constructor(cluster: string) {
    this.cluster = cluster;
  }

  /**
   * Gives all VMs of the app that the construct belongs to their identity. It may be called any time before the synth.
   *
   * @throws when the app has identities of another cluster already (`machine-identity-twice`)
   */
  public applyTo(scope: IConstruct): void {
    const root = rootOf(scope);
    const present = IDENTITIES.get(root);
    if (present !== undefined && present.cluster !== this.cluster) {
      const rule = `the VMs of this app have identities of the cluster ${JSON.stringify(present.cluster)} already`;
      const remedy = 'Write one app per cluster.';
      new Arguments('MachineIdentity.applyTo').refuse('machine-identity-twice', 'scope', JSON.stringify(this.cluster), rule, remedy);
    }
    IDENTITIES.set(root, this);
  }

  private giveTo(spec: VirtualMachineSpec, profile: ClusterProfile, vm: string): VirtualMachineSpec {
    const { template } = spec;
    const { domain, architecture = profile._isAssumed ? undefined : profile.architecture } = template.spec as VirtualMachineInstanceSpec;
    const drawn = { uuid: nameUuid(`${this.cluster}/${vm}/uuid`), serial: nameUuid(`${this.cluster}/${vm}/serial`) };
    const firmware = { ...drawn, ...withoutUndefined(domain.firmware ?? {}) };
    return { ...spec, template: { ...template, spec: { ...template.spec, architecture, domain: { ...domain, firmware } } } };
  }
}

/**
 * The UUID of a name, version 5.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 */
function nameUuid(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(UUID_NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
