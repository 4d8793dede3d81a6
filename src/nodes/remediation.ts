import { Arguments } from '../errors';
import { MACHINE_API_NAMESPACE, POWER_CYCLE_STRATEGY } from '../facts';
import { KubeMetal3RemediationTemplate, type ObjectReference } from '../imports';

/** What a MachineHealthCheck has done to an unhealthy Machine. */
export class Remediation {
  /**
   * Deletes the Machine, so that its MachineSet makes a new one.
   *
   * The right way on clouds, where a new instance takes minutes. Only Machines with an owner are deleted. The node is
   * drained first: the disruption budgets that KubeVirt keeps for migratable VMs hold the drain of a dead node until
   * its pods are evicted after 300 s, unless the Machines are annotated with
   * `machine.openshift.io/exclude-node-draining`. On bare metal the host is wiped and installed anew before the VMs
   * restart elsewhere.
   *
   * @see https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machine/drain_controller.go
   */
  public static machineDeletion(): Remediation {
    return new Remediation();
  }

  /**
   * Powers the host off through its BMC, deletes the Node so that its VMs restart elsewhere, and powers it on again.
   *
   * For bare metal clusters that the installer made (IPI). The power off is what makes it safe: the VMs cannot go on
   * writing to their disks on the old host. A host that does not come back within the node startup timeout is
   * reinstalled.
   *
   * Sets the annotation `machine.openshift.io/remediation-strategy: external-baremetal`.
   *
   * @see https://github.com/openshift/cluster-api-provider-baremetal/blob/main/pkg/cloud/baremetal/actuators/machine/actuator.go
   */
  public static powerCycle(): Remediation {
    return new Remediation(POWER_CYCLE_STRATEGY);
  }

  /**
   * Power cycles the host as a Metal3RemediationTemplate says: with its own timeout and number of attempts.
   *
   * For bare metal clusters that the installer made (IPI). The template is looked up in `openshift-machine-api`.
   *
   * Sets `spec.remediationTemplate`.
   *
   * @param name name of the template, e.g. the `name` of a `Metal3RemediationTemplate`
   * @throws when the name is not an object name (`object-name-invalid`)
   * @see https://github.com/openshift/cluster-api-provider-baremetal/blob/main/pkg/controller/metal3remediation/metal3remediation_controller.go
   */
  public static metal3Template(name: string): Remediation {
    return new Remediation(undefined, new Arguments('Remediation.metal3Template').objectName('name', name));
  }

  private constructor(
    private readonly strategy?: string,
    private readonly templateName?: string,
  ) {}

  /** @internal */
  public _toStrategy(): string | undefined {
    return this.strategy;
  }

  /** @internal */
  public _toTemplate(): ObjectReference | undefined {
    if (this.templateName === undefined) {
      return undefined;
    }
    return { ...KubeMetal3RemediationTemplate.GVK, namespace: MACHINE_API_NAMESPACE, name: this.templateName };
  }
}
