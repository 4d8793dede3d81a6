import { MACHINE_API_GROUP, MACHINE_API_NAMESPACE, POWER_CYCLE_STRATEGY, REMEDIATION_STRATEGY_ANNOTATION } from '../facts';
import { HealthCheckView } from './health-check-view';
import { isObject } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** What the controller does with an unhealthy Machine. */
export type RemediationMethod = 'template' | 'power-cycle' | 'deletion';

export const STRATEGY_PATH = `metadata.annotations["${REMEDIATION_STRATEGY_ANNOTATION}"]`;

const TERMINATION_HANDLER = 'machine-api-termination-handler';

/** A MachineHealthCheck as the rules see it. */
export class MachineHealthCheckView extends HealthCheckView {
  public readonly durationField = 'timeout';

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

  /** Whether it is the one that each cluster with the Machine API has from the beginning. */
  public get isTerminationHandler(): boolean {
    return this.watchesTerminationOnly && this.manifest.metadata?.name === TERMINATION_HANDLER && this.namespace === MACHINE_API_NAMESPACE;
  }
}

export function machineHealthChecks(graph: ManifestGraph): MachineHealthCheckView[] {
  return graph.ofKind(MACHINE_API_GROUP, 'MachineHealthCheck').map((manifest) => new MachineHealthCheckView(manifest));
}
