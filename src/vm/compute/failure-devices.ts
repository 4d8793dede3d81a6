import type { IConstruct } from 'constructs';
import type { Arguments } from '../../errors';
import type { Devices, PanicDevice, Watchdog } from '../../imports';

/** The devices of a VM by which it is noticed that its guest has failed. */
export class FailureDevices {
  private readonly panicDevices: PanicDevice[] = [];
  private watchdog?: Watchdog;

  /** @param vm construct path of the VM, for errors */
  public constructor(private readonly vm: IConstruct) {}

  public setWatchdog(args: Arguments, watchdog: Watchdog): void {
    if (this.watchdog !== undefined) {
      const value = `${this.vm.node.path}, which has a watchdog already`;
      args.refuse('watchdog-twice', 'vm', value, 'a VM has one watchdog', 'Remove one of the two.');
    }
    this.watchdog = watchdog;
  }

  public addPanicDevice(args: Arguments, device: PanicDevice): void {
    if (this.panicDevices.some(({ model }) => model === device.model)) {
      const rule = `${this.vm.node.path} has a panic device of this model already`;
      args.refuse('panic-device-twice', 'model', JSON.stringify(device.model), rule, 'Remove one of the two.');
    }
    this.panicDevices.push(device);
  }

  public render(): Pick<Devices, 'panicDevices' | 'watchdog'> {
    return { panicDevices: this.panicDevices.length === 0 ? undefined : this.panicDevices, watchdog: this.watchdog };
  }
}
