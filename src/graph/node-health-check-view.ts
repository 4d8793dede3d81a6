import { NODE_HEALTH_CHECK_GROUP } from '../facts';
import { HealthCheckView } from './health-check-view';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A way to remediate a node, with the manifest path of the reference to its template. */
export interface RemediationStep {
  readonly path: string;
  readonly template: Record<string, any>;
}

/** An entry of `spec.escalatingRemediations` with its manifest path. */
export interface EscalationEntry {
  readonly path: string;
  readonly entry: Record<string, any>;
}

/** A NodeHealthCheck as the rules see it. */
export class NodeHealthCheckView extends HealthCheckView {
  public readonly durationField = 'duration';

  public get escalation(): EscalationEntry[] {
    const list: unknown[] = Array.isArray(this.spec.escalatingRemediations) ? this.spec.escalatingRemediations : [];
    return list.flatMap((entry, index) => (isObject(entry) ? [{ path: `spec.escalatingRemediations[${index}]`, entry }] : []));
  }

  /** All the ways to remediate a node, the only one or those of the escalation in the order of the manifest. */
  public get steps(): RemediationStep[] {
    const { remediationTemplate } = this.spec;
    const single = isObject(remediationTemplate) ? [{ path: 'spec.remediationTemplate', template: remediationTemplate }] : [];
    const steps = this.escalation.flatMap(({ path, entry: { remediationTemplate: template } }) =>
      isObject(template) ? [{ path: `${path}.remediationTemplate`, template }] : [],
    );
    return [...single, ...steps];
  }
}

export function nodeHealthChecks(graph: ManifestGraph): NodeHealthCheckView[] {
  return graph.ofKind(NODE_HEALTH_CHECK_GROUP, 'NodeHealthCheck').map((manifest) => new NodeHealthCheckView(manifest));
}

/** The template that a reference means; undefined when it is not among the manifests. */
export function templateOf(graph: ManifestGraph, { apiVersion, kind, namespace, name }: Record<string, any>): Manifest | undefined {
  if (![apiVersion, kind, namespace, name].every((part) => typeof part === 'string')) {
    return undefined;
  }
  return graph.find(apiVersion.split('/')[0], kind, namespace, name);
}

/** What stands in `spec.template.spec` of a template. */
export function templateSpec(template: Manifest): Record<string, any> {
  const spec = isObject(template.spec) && isObject(template.spec.template) ? template.spec.template.spec : undefined;
  return isObject(spec) ? spec : {};
}
