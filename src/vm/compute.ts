import type { Arguments } from '../errors';
import type { Cpu as KubeCpu } from '../imports';

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

export function renderCpu(args: Arguments, cpu: Cpu | undefined): KubeCpu | undefined {
  if (cpu === undefined) {
    return undefined;
  }
  return {
    cores: args.integer('cpu.cores', cpu.cores, { min: 1 }),
    sockets: args.integer('cpu.sockets', cpu.sockets, { min: 1 }),
    threads: args.integer('cpu.threads', cpu.threads, { min: 1 }),
    model: cpu.model,
  };
}
