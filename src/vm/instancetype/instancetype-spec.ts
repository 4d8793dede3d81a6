import type { Arguments } from '../../errors';
import { type CPUInstancetype, type MemoryInstancetype, Quantity, type VirtualMachineInstancetypeSpec } from '../../imports';
import { renderNuma, renderRealtime } from '../compute/cpu';
import { renderGpu, renderHostDevice } from '../compute/host-device';
import type { InstancetypeCpu, InstancetypeMemory, InstancetypeProps } from './instancetype-props';

const AT_LEAST_ONE = { min: 1 };

export function renderInstancetypeSpec(args: Arguments, props: InstancetypeProps): VirtualMachineInstancetypeSpec {
  return {
    cpu: renderCpu(args, props.cpu),
    memory: renderMemory(args, props.memory),
    ...props.ioThreadsPolicy?._render(),
    gpus: props.gpus?.map((gpu, index) => renderGpu(args, `gpus[${index}]`, gpu)),
    hostDevices: props.hostDevices?.map((device, index) => renderHostDevice(args, `hostDevices[${index}]`, device)),
    nodeSelector: props.nodeSelector && { ...props.nodeSelector },
    schedulerName: props.schedulerName,
  };
}

function renderCpu(args: Arguments, cpu: InstancetypeCpu): CPUInstancetype {
  return {
    guest: args.integer('cpu.guest', cpu.guest, AT_LEAST_ONE),
    maxSockets: args.integer('cpu.maxSockets', cpu.maxSockets, AT_LEAST_ONE),
    model: cpu.model?.name,
    dedicatedCPUPlacement: cpu.dedicatedCpuPlacement,
    isolateEmulatorThread: cpu.isolateEmulatorThread,
    numa: cpu.numa && renderNuma(cpu.numa),
    realtime: cpu.realtime && renderRealtime(args, cpu.realtime),
  };
}

function renderMemory(args: Arguments, memory: InstancetypeMemory): MemoryInstancetype {
  const maxGuest = args.quantity('memory.maxGuest', memory.maxGuest);
  return {
    guest: Quantity.fromString(args.quantity('memory.guest', memory.guest)),
    maxGuest: maxGuest === undefined ? undefined : Quantity.fromString(maxGuest),
    hugepages: memory.hugepages && { pageSize: memory.hugepages },
    overcommitPercent: args.integer('memory.overcommitPercent', memory.overcommitPercent, { min: 0, max: 100 }),
  };
}
