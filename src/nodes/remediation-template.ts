/**
 * What a NodeHealthCheck does with an unhealthy node: a template of which the operator makes one remediation object for
 * each such node.
 */
export interface IRemediationTemplate {
  /** API group and version, such as `self-node-remediation.medik8s.io/v1alpha1`. */
  readonly apiVersion: string;
  /** The kind, which ends with `Template`. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** Namespace of the object: remediations are made there too. */
  readonly namespace: string;
}

/** Where a template is that exists in the cluster already. */
export interface RemediationTemplateAttributes {
  /** API group and version, such as `self-node-remediation.medik8s.io/v1alpha1`. */
  readonly apiVersion: string;
  /** The kind, which ends with `Template`. */
  readonly kind: string;
  /** Name of the object. */
  readonly templateName: string;
  /** Namespace of the object. */
  readonly namespace: string;
}

/** Remediation templates that no construct of this app makes. */
export class RemediationTemplate implements IRemediationTemplate {
  /**
   * A template that exists in the cluster: also of a remediator that this library has no construct for.
   *
   * @param attributes where it is
   */
  public static fromAttributes(attributes: RemediationTemplateAttributes): IRemediationTemplate {
    return new RemediationTemplate(attributes.apiVersion, attributes.kind, attributes.templateName, attributes.namespace);
  }

  private constructor(
    public readonly apiVersion: string,
    public readonly kind: string,
    public readonly name: string,
    public readonly namespace: string,
  ) {}
}
