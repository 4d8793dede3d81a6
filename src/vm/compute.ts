import type { Size } from 'cdk8s';
import type { Architecture } from '../cluster';
import type { Arguments } from '../errors';
import { type Cpu as KubeCpu, Quantity } from '../imports';
import type { VmFields } from './vm-fields';

/** Virtual CPUs of a VM: the guest sees sockets × cores × threads of them. */
export interface Cpu {
  /**
   * Cores per socket.
   *
   * Sets `domain.cpu.cores`.
   *
   * @default 1
   */
  readonly cores?: number;

  /**
   * Sockets. More can be added while the VM runs.
   *
   * Sets `domain.cpu.sockets`.
   *
   * @default 1
   */
  readonly sockets?: number;

  /**
   * Threads per core.
   *
   * Sets `domain.cpu.threads`.
   *
   * @default 1
   */
  readonly threads?: number;

  /**
   * CPU model that the guest sees, e.g. `Cascadelake-Server`. A named model that every node has lets the VM migrate
   * between nodes of different generations.
   *
   * Sets `domain.cpu.model`.
   *
   * @default - the cluster's default, `host-model`
   */
  readonly model?: string;
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
   * Virtual CPUs.
   *
   * Sets `spec.template.spec.domain.cpu`.
   *
   * @default - one
   */
  readonly cpu?: Cpu;

  /**
   * Memory that the guest sees. Whole mebibytes. KubeVirt starts no VM without memory.
   *
   * Sets `spec.template.spec.domain.memory.guest`.
   *
   * @default - none
   */
  readonly memory?: Size;
}

export function renderCompute(args: Arguments, options: ComputeOptions): VmFields {
  const memory = args.quantity('memory', options.memory);
  return {
    instance: { architecture: options.architecture },
    domain: {
      cpu: options.cpu && renderCpu(args, options.cpu),
      memory: memory === undefined ? undefined : { guest: Quantity.fromString(memory) },
    },
  };
}

function renderCpu(args: Arguments, cpu: Cpu): KubeCpu {
  return {
    cores: args.integer('cpu.cores', cpu.cores, { min: 1 }),
    sockets: args.integer('cpu.sockets', cpu.sockets, { min: 1 }),
    threads: args.integer('cpu.threads', cpu.threads, { min: 1 }),
    model: cpu.model,
  };
}
