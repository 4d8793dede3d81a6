import { isObject, type Manifest, type ManifestGraph } from '../../../graph';
import { MACHINE_API_NAMESPACE, POWER_CYCLE_STRATEGY, REMEDIATION_STRATEGY_ANNOTATION } from './machine-api';

/** What the controller does with an unhealthy Machine. */
export type RemediationMethod = 'template' | 'power-cycle' | 'deletion';

/** An entry of `spec.unhealthyConditions` with its manifest path. */
export interface UnhealthyConditionEntry {
  readonly path: string;
  readonly condition: Record<string, any>;
}

export const STRATEGY_PATH = `metadata.annotations["${REMEDIATION_STRATEGY_ANNOTATION}"]`;

const TERMINATION_HANDLER = 'machine-api-termination-handler';

/** A MachineHealthCheck as the rules see it. */
export class MachineHealthCheckNode {
  public readonly spec: Record<string, any>;

  public constructor(public readonly manifest: Manifest) {
    this.spec = isObject(manifest.spec) ? manifest.spec : {};
  }

  public get namespace(): string | undefined {
    return this.manifest.metadata?.namespace;
  }

  public get selector(): unknown {
    return this.spec.selector;
  }

  public get conditions(): UnhealthyConditionEntry[] {
    const list: unknown[] = Array.isArray(this.spec.unhealthyConditions) ? this.spec.unhealthyConditions : [];
    return list.flatMap((condition, index) => (isObject(condition) ? [{ path: `spec.unhealthyConditions[${index}]`, condition }] : []));
  }

  /** The conditions on a node's `Ready`: those that a dead or cut off node turns. */
  public get readyConditions(): UnhealthyConditionEntry[] {
    return this.conditions.filter(({ condition }) => condition.type === 'Ready');
  }

  public get strategy(): unknown {
    const annotations = this.manifest.metadata?.annotations;
    return isObject(annotations) ? annotations[REMEDIATION_STRATEGY_ANNOTATION] : undefined;
  }

  public get template(): Record<string, any> | undefined {
    return isObject(this.spec.remediationTemplate) ? this.spec.remediationTemplate : undefined;
  }

  /** The controller asks for a template first, then for the power cycle annotation; what remains is deletion. */
  public get remediation(): RemediationMethod {
    if (this.template !== undefined) {
      return 'template';
    }
    return this.strategy === POWER_CYCLE_STRATEGY ? 'power-cycle' : 'deletion';
  }

  /** Whether it reacts to nothing but instances that a cloud takes back. */
  public get watchesTerminationOnly(): boolean {
    return this.conditions.length === 1 && this.conditions[0].condition.type === 'Terminating';
  }

  /** Whether it is the one that each cluster with the Machine API has from the beginning. */
  public get isTerminationHandler(): boolean {
    return this.watchesTerminationOnly && this.manifest.metadata?.name === TERMINATION_HANDLER && this.namespace === MACHINE_API_NAMESPACE;
  }
}

export function machineHealthChecks(graph: ManifestGraph): MachineHealthCheckNode[] {
  return graph.ofKind('machine.openshift.io', 'MachineHealthCheck').map((manifest) => new MachineHealthCheckNode(manifest));
}
