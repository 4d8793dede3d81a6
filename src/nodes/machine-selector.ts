import { Arguments } from '../errors';
import { MACHINE_ROLE_LABEL, MACHINE_SET_LABEL, MACHINE_TYPE_LABEL } from '../facts';
import type { LabelSelector } from '../imports';

/**
 * Which Machines a health check watches.
 *
 * It never selects everything: an empty selector would take the hosts of the control plane as well.
 */
export class MachineSelector {
  /** The workers of the cluster, as the installer and its machine sets label them. */
  public static workers(): MachineSelector {
    return new MachineSelector({ [MACHINE_ROLE_LABEL]: 'worker', [MACHINE_TYPE_LABEL]: 'worker' });
  }

  /**
   * The Machines of one MachineSet: for pools of hosts that differ in how long they take to come back.
   *
   * @param name name of the MachineSet
   * @throws when the name is not an object name (`object-name-invalid`)
   */
  public static machineSet(name: string): MachineSelector {
    return new MachineSelector({ [MACHINE_SET_LABEL]: new Arguments('MachineSelector.machineSet').objectName('name', name) });
  }

  /**
   * The Machines that have all of these labels.
   *
   * @param labels labels of the Machines, not of their nodes
   * @throws when there are no labels: that would select every Machine (`machine-labels-empty`)
   */
  public static labels(labels: { [key: string]: string }): MachineSelector {
    if (Object.keys(labels).length === 0) {
      new Arguments('MachineSelector.labels').refuse(
        'machine-labels-empty',
        'labels',
        '{}',
        'an empty selector selects every Machine, those of the control plane too',
        'Pass at least one label, or use MachineSelector.workers().',
      );
    }
    return new MachineSelector({ ...labels });
  }

  private constructor(private readonly matchLabels: { [key: string]: string }) {}

  /** @internal */
  public _toSelector(): LabelSelector {
    return { matchLabels: { ...this.matchLabels } };
  }
}
