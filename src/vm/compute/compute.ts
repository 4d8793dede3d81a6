import type { Size } from 'cdk8s';
import type { Architecture } from '../../cluster';
import type { Arguments } from '../../errors';
import { type Memory, Quantity } from '../../imports';
import type { VmFields } from '../vm-fields';
import { type Cpu, renderCpu } from './cpu';
import type { IoThreadsPolicy } from './io-threads-policy';
import { renderResources, type VirtualMachineResources } from './resources';

/** Size of the pages that the memory of a VM is made of. */
export enum HugepageSize {
  /** 2 MiB. */
  TWO_MEBIBYTES = '2Mi',
  /** 1 GiB. */
  ONE_GIBIBYTE = '1Gi',
}

/** Processor and memory of a VM. */
export interface ComputeOptions {
  /**
   * CPU architecture of the guest. It has to be one that nodes of the cluster have.
   *
   * Sets `spec.template.spec.architecture`.
   *
   * @default - the field is left out; devices follow the architecture of the ClusterProfile
   */
  readonly architecture?: Architecture;

  /**
   * Virtual CPUs. With an `instancetype` their number is its business.
   *
   * Sets `spec.template.spec.domain.cpu`.
   *
   * @default - one
   */
  readonly cpu?: Cpu;

  /**
   * Memory that the guest sees. Whole mebibytes. KubeVirt starts no VM without memory; an `instancetype` brings its own.
   *
   * Sets `spec.template.spec.domain.memory.guest`.
   *
   * @default - none
   */
  readonly memory?: Size;

  /**
   * Memory that the guest can grow to while it runs. Both have to be multiples of 2 MiB (1 GiB with huge pages of that
   * size) and at least 1 GiB; amd64 only. Whole mebibytes.
   *
   * Sets `spec.template.spec.domain.memory.maxGuest`.
   *
   * @default - memory cannot be added while the VM runs
   */
  readonly maxMemory?: Size;

  /**
   * Huge pages that the memory is made of: quicker for large guests, but the VM runs on nodes that have set as many
   * aside only, also when it is migrated or restarted.
   *
   * Sets `spec.template.spec.domain.memory.hugepages.pageSize`.
   *
   * @default - ordinary pages
   */
  readonly hugepages?: HugepageSize;

  /**
   * What the pod of the VM asks of its node.
   *
   * Sets `spec.template.spec.domain.resources`.
   *
   * @default - derived by KubeVirt from `cpu` and `memory`
   */
  readonly resources?: VirtualMachineResources;

  /**
   * The threads that disks do their work in.
   *
   * Sets `spec.template.spec.domain.ioThreadsPolicy` and `ioThreads`.
   *
   * @default - the emulator's main thread does it
   */
  readonly ioThreadsPolicy?: IoThreadsPolicy;

  /**
   * Machine that is emulated, such as `q35` or `pc-q35-rhel9.4.0`. One with a version is the same after every update of
   * the cluster, until a release drops it.
   *
   * Sets `spec.template.spec.domain.machine.type`.
   *
   * @default - the cluster's default for the architecture
   */
  readonly machineType?: string;
}

export function renderCompute(args: Arguments, options: ComputeOptions): VmFields {
  const { architecture, cpu, resources, machineType } = options;
  return {
    instance: { architecture },
    domain: {
      cpu: cpu && renderCpu(args, cpu),
      memory: renderMemory(args, options),
      resources: resources && renderResources(args, resources),
      machine: machineType === undefined ? undefined : { type: machineType },
      ...options.ioThreadsPolicy?._render(),
    },
  };
}

function renderMemory(args: Arguments, { memory, maxMemory, hugepages }: ComputeOptions): Memory | undefined {
  const guest = args.quantity('memory', memory);
  const maxGuest = args.quantity('maxMemory', maxMemory);
  if (guest === undefined && maxGuest === undefined && hugepages === undefined) {
    return undefined;
  }
  return {
    guest: guest === undefined ? undefined : Quantity.fromString(guest),
    maxGuest: maxGuest === undefined ? undefined : Quantity.fromString(maxGuest),
    hugepages: hugepages && { pageSize: hugepages },
  };
}
