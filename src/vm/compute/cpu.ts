import { Arguments } from '../../errors';
import type { Cpu as KubeCpu, CPUFeature as KubeCpuFeature, Realtime as KubeRealtime } from '../../imports';
import { whenTrue } from '../vm-fields';

const MODEL_NAME = /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/;
const CPU_LIST = /^\^?\d+(-\d+)?(,\^?\d+(-\d+)?)*$/;
const AT_LEAST_ONE = { min: 1 };

/** What a VM asks of a feature of the processor. */
export enum CpuFeaturePolicy {
  /** The guest sees the feature whether the host has it or not. */
  FORCE = 'force',
  /** The guest sees the feature; the VM runs on hosts that have it only. */
  REQUIRE = 'require',
  /** The guest sees the feature when the host has it. It then cannot be migrated to a host without it. */
  OPTIONAL = 'optional',
  /** The guest does not see the feature. */
  DISABLE = 'disable',
  /** The VM does not run on hosts that have the feature. */
  FORBID = 'forbid',
}

/** A feature of the processor that a VM asks for, or does without. */
export interface CpuFeature {
  /** Name of the feature as libvirt calls it, such as `vmx` or `pcid`. */
  readonly name: string;

  /**
   * What is asked of the feature.
   *
   * @default CpuFeaturePolicy.REQUIRE
   */
  readonly policy?: CpuFeaturePolicy;
}

/**
 * The processor that a guest sees.
 *
 * @see https://kubevirt.io/user-guide/compute/virtual_hardware/#cpu
 */
export class CpuModel {
  /**
   * The named model that is nearest to the host's. KubeVirt migrates the VM to hosts with the same features only: in a
   * cluster of several processor generations that is a part of the nodes.
   */
  public static hostModel(): CpuModel {
    return new CpuModel('host-model');
  }

  /** The host's processor itself. A migration needs a host with an identical one, and nothing looks for it. */
  public static hostPassthrough(): CpuModel {
    return new CpuModel('host-passthrough');
  }

  /**
   * A model by its name. One that all nodes have lets a VM migrate and restart on each of them: the label
   * `cpu-model.node.kubevirt.io/<model>` of the nodes tells.
   *
   * @param modelName name of the model as libvirt calls it, such as `Cascadelake-Server`
   * @throws when the name cannot be that of a model (`cpu-model-invalid`)
   */
  public static named(modelName: string): CpuModel {
    const rule = 'the name of a CPU model has letters, digits, "-", "_" and "." only';
    const remedy = 'Use a name such as "Cascadelake-Server".';
    new Arguments('CpuModel.named').matching('modelName', modelName, MODEL_NAME, rule, remedy, 'cpu-model-invalid');
    return new CpuModel(modelName);
  }

  /** What stands in `domain.cpu.model`. */
  public readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }
}

/** How the memory cells of the guest relate to those of the host. */
export interface Numa {
  /**
   * Whether the guest sees the NUMA cells of the host that its CPUs and huge pages are on. It needs dedicated CPUs and
   * huge pages.
   *
   * Sets `domain.cpu.numa.guestMappingPassthrough`.
   *
   * @default false
   */
  readonly guestMappingPassthrough?: boolean;
}

/** Real-time scheduling of virtual CPUs. It needs dedicated CPUs and NUMA passthrough. */
export interface Realtime {
  /**
   * The virtual CPUs that get real-time priority, in libvirt's notation: `0-3,^1`.
   *
   * Sets `domain.cpu.realtime.mask`.
   *
   * @default - all of them
   */
  readonly mask?: string;
}

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
   * Sockets. They are what can be added while the VM runs, so that a VM that may grow has many sockets and few cores.
   *
   * Sets `domain.cpu.sockets`.
   *
   * @default 1
   */
  readonly sockets?: number;

  /**
   * Threads per core: at most 2 with dedicated CPUs.
   *
   * Sets `domain.cpu.threads`.
   *
   * @default 1
   */
  readonly threads?: number;

  /**
   * The most sockets that the VM can grow to while it runs.
   *
   * Sets `domain.cpu.maxSockets`.
   *
   * @default - the cluster's, four times the sockets in KubeVirt
   */
  readonly maxSockets?: number;

  /**
   * CPU model that the guest sees.
   *
   * Sets `domain.cpu.model`.
   *
   * @default - the cluster's default, `host-model` in KubeVirt
   */
  readonly model?: CpuModel;

  /**
   * Features of the processor beside those of the model.
   *
   * Sets `domain.cpu.features`.
   *
   * @default - none
   */
  readonly features?: CpuFeature[];

  /**
   * Whether each virtual CPU has a CPU of the host to itself. The VM runs on nodes with the CPU manager only, and
   * neither migrates nor restarts elsewhere unless another one has as many CPUs free.
   *
   * Sets `domain.cpu.dedicatedCpuPlacement`.
   *
   * @default false
   */
  readonly dedicatedCpuPlacement?: boolean;

  /**
   * Whether the emulator gets a CPU of its own beside the dedicated ones.
   *
   * Sets `domain.cpu.isolateEmulatorThread`.
   *
   * @default false
   */
  readonly isolateEmulatorThread?: boolean;

  /**
   * How memory cells are handed to the guest.
   *
   * Sets `domain.cpu.numa`.
   *
   * @default - the guest sees one cell
   */
  readonly numa?: Numa;

  /**
   * Real-time scheduling of the virtual CPUs; `{}` for all of them.
   *
   * Sets `domain.cpu.realtime`.
   *
   * @default - none
   */
  readonly realtime?: Realtime;
}

export function renderCpu(args: Arguments, cpu: Cpu): KubeCpu {
  return {
    cores: args.integer('cpu.cores', cpu.cores, AT_LEAST_ONE),
    sockets: args.integer('cpu.sockets', cpu.sockets, AT_LEAST_ONE),
    threads: args.integer('cpu.threads', cpu.threads, AT_LEAST_ONE),
    maxSockets: args.integer('cpu.maxSockets', cpu.maxSockets, AT_LEAST_ONE),
    model: cpu.model?.name,
    features: cpu.features && renderCpuFeatures(cpu.features),
    dedicatedCpuPlacement: whenTrue(cpu.dedicatedCpuPlacement),
    isolateEmulatorThread: whenTrue(cpu.isolateEmulatorThread),
    numa: cpu.numa && renderNuma(cpu.numa),
    realtime: cpu.realtime && renderRealtime(args, cpu.realtime),
  };
}

export function renderRealtime(args: Arguments, { mask }: Realtime): KubeRealtime {
  const rule = 'a list of CPUs has numbers and ranges joined by commas, those to leave out behind "^"';
  return { mask: args.matching('cpu.realtime.mask', mask, CPU_LIST, rule, 'Use a list such as "0-3,^1".', 'cpu-list-invalid') };
}

export function renderNuma(numa: Numa): KubeCpu['numa'] {
  return numa.guestMappingPassthrough ? { guestMappingPassthrough: {} } : undefined;
}

export function renderCpuFeatures(features: CpuFeature[]): KubeCpuFeature[] {
  return features.map(({ name, policy }) => ({ name, policy: policy ?? CpuFeaturePolicy.REQUIRE }));
}
