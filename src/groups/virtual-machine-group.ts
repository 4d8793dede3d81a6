import { Names } from 'cdk8s';
import { Construct } from 'constructs';
import { Arguments, checkConstruction } from '../errors';
import { ProbedService } from '../traffic';
import { EvictionStrategy, HighlyAvailableVM } from '../vm';
import { GROUP_LABEL } from '../vm/availability-defaults';
import { PodDisruptionBudget } from './pod-disruption-budget';
import { refuseSharedClaims, refuseSharedHostname } from './shared-options';
import type { VirtualMachineGroupProps } from './virtual-machine-group-props';

const SIZE = 2;
const LONGEST_GENERATED_NAME = 50;

/** Strategies with which a drain may shut a VM down; with the others it never comes to ask a disruption budget. */
const SHUT_DOWN_BY_DRAIN = [EvictionStrategy.NONE, EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE];

/**
 * Virtual machines that stand in for one another, each with a name and with disks of its own: a web tier, a database pair.
 *
 * They are `HighlyAvailableVM`s, spread over hosts and zones as far as there are some, behind one `ProbedService` if it is
 * asked for. Each of them can be changed, through `member`. For VMs that come and go by number there is
 * `VirtualMachinePool`.
 */
export class VirtualMachineGroup extends Construct {
  /** Name of the group. */
  public readonly name: string;
  /** The disruption budget over the VMs; undefined when a drain migrates them. */
  public readonly disruptionBudget?: PodDisruptionBudget;

  private readonly args: Arguments;
  private readonly vms: HighlyAvailableVM[];
  private readonly probedService?: ProbedService;

  /**
   * @param scope construct that the group belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the size or minAvailable is out of range (`integer-required`, `out-of-range`), all VMs would write the same
   * claim (`claim-shared`) or have the same host name (`hostname-shared`), or an option of the VMs is wrong
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineGroupProps = {}) {
    checkConstruction('VirtualMachineGroup', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    this.name = props.metadata?.name ?? Names.toDnsLabel(this, { maxLen: LONGEST_GENERATED_NAME });
    const size = this.args.integer('size', props.size ?? SIZE, { min: 1 });
    const minAvailable = this.minAvailable(props, size);
    if (size > 1) {
      this.refuseShared(props, `all ${size} VMs of the group`);
    }
    this.vms = Array.from({ length: size }, (_, index) => this.createMember(index, props));
    if (props.service !== undefined) {
      const metadata = { name: this.name, namespace: props.metadata?.namespace, ...props.service.metadata };
      this.probedService = new ProbedService(this, 'Service', { ...props.service, metadata, vms: this.vms });
    }
    if (minAvailable !== undefined) {
      const metadata = { name: this.name, namespace: props.metadata?.namespace };
      this.disruptionBudget = new PodDisruptionBudget(this, 'DisruptionBudget', { metadata, vms: this.vms, minAvailable });
    }
  }

  /** The VMs in the order of their numbers, as a copy. */
  public get members(): HighlyAvailableVM[] {
    return [...this.vms];
  }

  /**
   * The Service in front of the VMs.
   *
   * @throws when the group was made without one (`group-without-service`)
   */
  public get service(): ProbedService {
    const remedy = 'Make the group with service: { ports: [{ name: "http", port: 80 }] }.';
    return this.probedService ?? this.args.refuse('group-without-service', 'service', undefined, 'the group has no Service', remedy);
  }

  /** The label that the pods of all members have, and no other pod of the namespace: for a MigrationPolicy or an affinity. */
  public get podLabels(): { [key: string]: string } {
    return { [GROUP_LABEL]: this.vms[0].podLabels[GROUP_LABEL] };
  }

  /**
   * One of the VMs, to change what only it has: a disk, an interface, a JSON patch.
   *
   * @param index its number, from 0
   * @throws when there is no VM with this number (`integer-required`, `out-of-range`)
   */
  public member(index: number): HighlyAvailableVM {
    return this.vms[this.args.integer('index', index, { min: 0, max: this.vms.length - 1 })];
  }

  private createMember(index: number, props: VirtualMachineGroupProps): HighlyAvailableVM {
    const { size, service, minAvailable, ...vm } = props;
    const metadata = { ...vm.metadata, name: `${this.name}-${index}` };
    return new HighlyAvailableVM(this, String(index), { ...vm, metadata, group: vm.group ?? this.name });
  }

  /** What the disruption budget asks for; undefined when there is to be none. */
  private minAvailable({ minAvailable, evictionStrategy }: VirtualMachineGroupProps, size: number): number | undefined {
    if (minAvailable === undefined) {
      const helps = evictionStrategy !== undefined && SHUT_DOWN_BY_DRAIN.includes(evictionStrategy);
      return helps && size > 1 ? size - 1 : undefined;
    }
    return this.args.integer('minAvailable', minAvailable, { min: 1, max: size - 1 });
  }

  private refuseShared({ disks, hostname }: VirtualMachineGroupProps, members: string): void {
    const remedy = 'Give each VM a claim of its own, as in group.member(0).addDisk(…).';
    refuseSharedClaims(this.args, disks ?? [], this.name, members, remedy);
    refuseSharedHostname(this.args, hostname, members);
  }
}
