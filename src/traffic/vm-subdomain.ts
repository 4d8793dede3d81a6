import type { ApiObjectMetadata } from 'cdk8s';
import { Service, type ServicePort } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';

import { Arguments, checkConstruction } from '../errors';
import { DNS_1035_LABEL } from '../facts';

import type { VirtualMachine, VirtualMachineWorkload } from '../vm';

/** Options of a subdomain. */
export interface VmSubdomainProps {
  /**
   * Metadata of the Service. Its name is the subdomain: a DNS label.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /** VMs of the namespace that are found under the subdomain. */
  readonly vms: VirtualMachineWorkload[];

  /**
   * Ports that clients find through SRV records.
   *
   * Sets `spec.ports`.
   *
   * @default - none: names need no ports
   */
  readonly ports?: ServicePort[];

  /**
   * Whether names are there while the VMs boot, or fail their readiness probes: members of a database cluster find each
   * other before any of them is ready.
   *
   * Sets `spec.publishNotReadyAddresses`.
   *
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean;
}

const MEMBER_LABEL_PREFIX = 'subdomain.cdk8s-kubevirt/';

/**
 * Stable names for VMs: `<VM>.<subdomain>.<namespace>.svc` leads to the VM wherever it runs, also after a restart with
 * another address.
 *
 * It is a headless Service that is called like the subdomain, and it puts the VMs into that subdomain.
 *
 * Sets `spec.template.spec.subdomain` and a pod label of each VM.
 *
 * @see https://kubevirt.io/user-guide/network/dns/
 */
export class VmSubdomain extends Service {
  private readonly args: Arguments;
  private readonly memberLabel: string;
  private readonly publishNotReadyAddresses: boolean;

  /**
   * @param scope construct that the Service belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the name is no DNS label (`subdomain-name-invalid`), a VM is in another namespace
   * (`vm-in-other-namespace`) or in another subdomain (`subdomain-twice`)
   */
  public constructor(scope: Construct, id: string, props: VmSubdomainProps) {
    checkConstruction('VmSubdomain', scope, id, props);
    super(scope, id, { metadata: props.metadata, clusterIP: 'None', ports: props.ports });
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    const rule = 'the name of a Service has 1 to 63 lower-case letters, digits or "-", and begins with a letter';
    this.args.matching('metadata.name', this.name, DNS_1035_LABEL.pattern, rule, 'Choose a name such as "db".', 'subdomain-name-invalid');
    this.memberLabel = MEMBER_LABEL_PREFIX + this.name;
    this.publishNotReadyAddresses = props.publishNotReadyAddresses ?? true;
    this.selectLabel(this.memberLabel, 'member');
    for (const vm of props.vms) {
      this.addVirtualMachine(vm);
    }
    ManifestCheck.attachTo(this);
  }

  /**
   * Puts another VM into the subdomain.
   *
   * @param vm a VM in the namespace of the Service
   * @throws when the VM is in another namespace (`vm-in-other-namespace`) or in another subdomain (`subdomain-twice`)
   */
  public addVirtualMachine(vm: VirtualMachineWorkload): void {
    const [own, other] = [this.metadata.namespace, vm.metadata.namespace];
    if (own !== undefined && other !== undefined && own !== other) {
      const rule = `a Service selects only VMs of its own namespace, ${own}`;
      const remedy = `Create the subdomain in the namespace ${other}.`;
      this.args.refuse('vm-in-other-namespace', 'vms', `${vm.node.path} in the namespace ${other}`, rule, remedy);
    }
    vm.addPodLabel(this.memberLabel, 'member');
    vm._joinSubdomain(this.args, this.name);
  }

  /**
   * The name that leads to a VM, within the namespace and beyond.
   *
   * @param vm a VM of the subdomain
   */
  public addressOf(vm: VirtualMachine): string {
    const namespace = this.metadata.namespace;
    return `${vm.hostname}.${this.name}${namespace === undefined ? '' : `.${namespace}.svc`}`;
  }

  /** @internal */
  public _toKube(): ReturnType<Service['_toKube']> {
    const publishNotReadyAddresses = this.publishNotReadyAddresses;
    return this.ports.length === 0
      ? { clusterIp: 'None', selector: { [this.memberLabel]: 'member' }, publishNotReadyAddresses }
      : { ...super._toKube(), publishNotReadyAddresses };
  }
}
