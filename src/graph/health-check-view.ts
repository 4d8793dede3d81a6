import { isObject, type Manifest } from './manifest';

/** An entry of `spec.unhealthyConditions` with its manifest path. */
export interface UnhealthyConditionEntry {
  readonly path: string;
  readonly condition: Record<string, any>;
}

/** What health checks of both kinds have in common. */
export abstract class HealthCheckView {
  public readonly spec: Record<string, any>;

  /** The field of a condition that says how long it has to last. */
  public abstract readonly durationField: string;

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

  /** Whether it reacts to nothing but instances that a cloud takes back. */
  public get watchesTerminationOnly(): boolean {
    return this.conditions.length === 1 && this.conditions[0].condition.type === 'Terminating';
  }
}
