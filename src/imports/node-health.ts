// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IntOrString } from './int-or-string';
import type { LabelSelector, NodeSelectorRequirement, Toleration } from './kubernetes';
import { plain } from './plain';

/** The fields of a `KubeMachineHealthCheck`. */
export interface KubeMachineHealthCheckProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the MachineHealthCheck.
   *
   * @default - none
   */
  readonly spec?: MachineHealthCheckSpec;
}

/** A MachineHealthCheck of machine.openshift.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeMachineHealthCheck extends ApiObject {
  /** `apiVersion` and `kind` of a MachineHealthCheck. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'MachineHealthCheck',
  };

  /**
   * The manifest of a MachineHealthCheck, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeMachineHealthCheckProps = {}): any {
    return { ...KubeMachineHealthCheck.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a MachineHealthCheck to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeMachineHealthCheckProps = {}) {
    const { apiVersion, kind } = KubeMachineHealthCheck.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeMetal3RemediationTemplate`. */
export interface KubeMetal3RemediationTemplateProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the Metal3RemediationTemplate.
   *
   * @default - none
   */
  readonly spec?: Metal3RemediationTemplateSpec;
}

/** A Metal3RemediationTemplate of infrastructure.cluster.x-k8s.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeMetal3RemediationTemplate extends ApiObject {
  /** `apiVersion` and `kind` of a Metal3RemediationTemplate. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'Metal3RemediationTemplate',
  };

  /**
   * The manifest of a Metal3RemediationTemplate, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeMetal3RemediationTemplateProps = {}): any {
    return { ...KubeMetal3RemediationTemplate.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a Metal3RemediationTemplate to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeMetal3RemediationTemplateProps = {}) {
    const { apiVersion, kind } = KubeMetal3RemediationTemplate.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeNodeHealthCheck`. */
export interface KubeNodeHealthCheckProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the NodeHealthCheck.
   *
   * @default - none
   */
  readonly spec?: NodeHealthCheckSpec;
}

/** A NodeHealthCheck of remediation.medik8s.io/v1alpha1, for the whole cluster, as it stands in the manifest. */
export class KubeNodeHealthCheck extends ApiObject {
  /** `apiVersion` and `kind` of a NodeHealthCheck. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
  };

  /**
   * The manifest of a NodeHealthCheck, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeNodeHealthCheckProps = {}): any {
    return { ...KubeNodeHealthCheck.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a NodeHealthCheck to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeNodeHealthCheckProps = {}) {
    const { apiVersion, kind } = KubeNodeHealthCheck.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeSelfNodeRemediationTemplate`. */
export interface KubeSelfNodeRemediationTemplateProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the SelfNodeRemediationTemplate. */
  readonly spec: SelfNodeRemediationTemplateSpec;
}

/** A SelfNodeRemediationTemplate of self-node-remediation.medik8s.io/v1alpha1, in a namespace, as it stands in the manifest. */
export class KubeSelfNodeRemediationTemplate extends ApiObject {
  /** `apiVersion` and `kind` of a SelfNodeRemediationTemplate. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
    kind: 'SelfNodeRemediationTemplate',
  };

  /**
   * The manifest of a SelfNodeRemediationTemplate, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeSelfNodeRemediationTemplateProps): any {
    return { ...KubeSelfNodeRemediationTemplate.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a SelfNodeRemediationTemplate to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeSelfNodeRemediationTemplateProps) {
    const { apiVersion, kind } = KubeSelfNodeRemediationTemplate.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeSelfNodeRemediationConfig`. */
export interface KubeSelfNodeRemediationConfigProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the SelfNodeRemediationConfig.
   *
   * @default - none
   */
  readonly spec?: SelfNodeRemediationConfigSpec;
}

/** A SelfNodeRemediationConfig of self-node-remediation.medik8s.io/v1alpha1, in a namespace, as it stands in the manifest. */
export class KubeSelfNodeRemediationConfig extends ApiObject {
  /** `apiVersion` and `kind` of a SelfNodeRemediationConfig. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
    kind: 'SelfNodeRemediationConfig',
  };

  /**
   * The manifest of a SelfNodeRemediationConfig, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeSelfNodeRemediationConfigProps = {}): any {
    return { ...KubeSelfNodeRemediationConfig.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a SelfNodeRemediationConfig to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeSelfNodeRemediationConfigProps = {}) {
    const { apiVersion, kind } = KubeSelfNodeRemediationConfig.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeFenceAgentsRemediationTemplate`. */
export interface KubeFenceAgentsRemediationTemplateProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the FenceAgentsRemediationTemplate.
   *
   * @default - none
   */
  readonly spec?: FenceAgentsRemediationTemplateSpec;
}

/** A FenceAgentsRemediationTemplate of fence-agents-remediation.medik8s.io/v1alpha1, in a namespace, as it stands in the manifest. */
export class KubeFenceAgentsRemediationTemplate extends ApiObject {
  /** `apiVersion` and `kind` of a FenceAgentsRemediationTemplate. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
    kind: 'FenceAgentsRemediationTemplate',
  };

  /**
   * The manifest of a FenceAgentsRemediationTemplate, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeFenceAgentsRemediationTemplateProps = {}): any {
    return { ...KubeFenceAgentsRemediationTemplate.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a FenceAgentsRemediationTemplate to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeFenceAgentsRemediationTemplateProps = {}) {
    const { apiVersion, kind } = KubeFenceAgentsRemediationTemplate.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeMachineDeletionRemediationTemplate`. */
export interface KubeMachineDeletionRemediationTemplateProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The `spec` of the MachineDeletionRemediationTemplate.
   *
   * @default - none
   */
  readonly spec?: MachineDeletionRemediationTemplateSpec;
}

/** A MachineDeletionRemediationTemplate of machine-deletion-remediation.medik8s.io/v1alpha1, in a namespace, as it stands in the manifest. */
export class KubeMachineDeletionRemediationTemplate extends ApiObject {
  /** `apiVersion` and `kind` of a MachineDeletionRemediationTemplate. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'machine-deletion-remediation.medik8s.io/v1alpha1',
    kind: 'MachineDeletionRemediationTemplate',
  };

  /**
   * The manifest of a MachineDeletionRemediationTemplate, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeMachineDeletionRemediationTemplateProps = {}): any {
    return { ...KubeMachineDeletionRemediationTemplate.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a MachineDeletionRemediationTemplate to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeMachineDeletionRemediationTemplateProps = {}) {
    const { apiVersion, kind } = KubeMachineDeletionRemediationTemplate.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a MachineHealthCheck takes. */
export interface MachineHealthCheckSpec {
  /**
   * Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`.
   *
   * @default "100%"
   */
  readonly maxUnhealthy?: IntOrString;

  /**
   * String, matching `^0|([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "10m"
   */
  readonly nodeStartupTimeout?: string;

  /** `ObjectReference`. */
  readonly remediationTemplate?: ObjectReference;

  /** `LabelSelector`. */
  readonly selector?: LabelSelector;

  /** List of `UnhealthyCondition`, at least 1 items. */
  readonly unhealthyConditions?: UnhealthyCondition[];
}

/** What `spec.remediationTemplate` of a MachineHealthCheck takes, and what 2 other places take. */
export interface ObjectReference {
  /** String. */
  readonly apiVersion?: string;

  /** String. */
  readonly fieldPath?: string;

  /** String. */
  readonly kind?: string;

  /** String. */
  readonly name?: string;

  /** String. */
  readonly namespace?: string;

  /** String. */
  readonly resourceVersion?: string;

  /** String. */
  readonly uid?: string;
}

/** What `spec.unhealthyConditions[]` of a MachineHealthCheck takes. */
export interface UnhealthyCondition {
  /** String, at least 1 characters. */
  readonly status?: string;

  /** String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly timeout?: string;

  /** String, at least 1 characters. */
  readonly type?: string;
}

/** What `spec` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationTemplateSpec {
  /** `Metal3RemediationTemplateResource`. Required. */
  readonly template: Metal3RemediationTemplateResource;
}

/** What `spec.template` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationTemplateResource {
  /** `Metal3RemediationSpec`. Required. */
  readonly spec: Metal3RemediationSpec;
}

/** What `spec.template.spec` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationSpec {
  /** `Metal3RemediationStrategy`. */
  readonly strategy?: Metal3RemediationStrategy;
}

/** What `spec.template.spec.strategy` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationStrategy {
  /** Integer. */
  readonly retryLimit?: number;

  /** String. */
  readonly timeout?: string;

  /** String. */
  readonly type?: string;
}

/** What `spec` of a NodeHealthCheck takes. */
export interface NodeHealthCheckSpec {
  /** List of `EscalatingRemediation`. */
  readonly escalatingRemediations?: EscalatingRemediation[];

  /** String, matching `^-?([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly healthyDelay?: string;

  /** Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`. */
  readonly maxUnhealthy?: IntOrString;

  /** Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`. */
  readonly minHealthy?: IntOrString;

  /** List of strings. */
  readonly pauseRequests?: string[];

  /** `ObjectReference`. */
  readonly remediationTemplate?: ObjectReference;

  /** `LabelSelector`. */
  readonly selector?: LabelSelector;

  /** String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly stormCooldownDuration?: string;

  /**
   * List of `NodeHealthCheckUnhealthyCondition`, unique by `type` and `status`.
   *
   * @default [{"duration":"300s","status":"False","type":"Ready"},{"duration":"300s","status":"Unknown","type":"Ready"}]
   */
  readonly unhealthyConditions?: NodeHealthCheckUnhealthyCondition[];
}

/** What `spec.escalatingRemediations[]` of a NodeHealthCheck takes. */
export interface EscalatingRemediation {
  /** Integer. Required. */
  readonly order: number;

  /** `ObjectReference`. Required. */
  readonly remediationTemplate: ObjectReference;

  /** String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. Required. */
  readonly timeout: string;
}

/** What `spec.unhealthyConditions[]` of a NodeHealthCheck takes. */
export interface NodeHealthCheckUnhealthyCondition {
  /** String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. Required. */
  readonly duration: string;

  /** String, at least 1 characters. Required. */
  readonly status: string;

  /** String, at least 1 characters. Required. */
  readonly type: string;
}

/** What `spec` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationTemplateSpec {
  /** `SelfNodeRemediationTemplateResource`. Required. */
  readonly template: SelfNodeRemediationTemplateResource;
}

/** What `spec.template` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationTemplateResource {
  /** `SelfNodeRemediationSpec`. Required. */
  readonly spec: SelfNodeRemediationSpec;
}

/** What `spec.template.spec` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationSpec {
  /**
   * String, one of `Automatic`, `ResourceDeletion`, `OutOfServiceTaint`.
   *
   * @default "Automatic"
   */
  readonly remediationStrategy?: string;
}

/** What `spec` of a SelfNodeRemediationConfig takes. */
export interface SelfNodeRemediationConfigSpec {
  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "15s"
   */
  readonly apiCheckInterval?: string;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly apiServerTimeout?: string;

  /** List of `NodeSelectorRequirement`. */
  readonly customDsNodeSelectorRequirements?: NodeSelectorRequirement[];

  /** List of `Toleration`. */
  readonly customDsTolerations?: Toleration[];

  /** String. */
  readonly endpointHealthCheckUrl?: string;

  /**
   * Integer, at least 1.
   *
   * @default 30001
   */
  readonly hostPort?: number;

  /**
   * Boolean.
   *
   * @default true
   */
  readonly isSoftwareRebootEnabled?: boolean;

  /**
   * Integer, at least 1.
   *
   * @default 3
   */
  readonly maxApiErrorThreshold?: number;

  /**
   * Integer, at least 0.
   *
   * @default 1
   */
  readonly minPeersForRemediation?: number;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly peerApiServerTimeout?: string;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly peerDialTimeout?: string;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "7s"
   */
  readonly peerRequestTimeout?: string;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "15m"
   */
  readonly peerUpdateInterval?: string;

  /** Integer. */
  readonly safeTimeToAssumeNodeRebootedSeconds?: number;

  /**
   * String.
   *
   * @default "/dev/watchdog"
   */
  readonly watchdogFilePath?: string;
}

/** What `spec` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationTemplateSpec {
  /** Number or string. */
  readonly statusValidationSample?: IntOrString;

  /** `FenceAgentsRemediationTemplateResource`. Required. */
  readonly template: FenceAgentsRemediationTemplateResource;
}

/** What `spec.template` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationTemplateResource {
  /** `FenceAgentsRemediationSpec`. Required. */
  readonly spec: FenceAgentsRemediationSpec;
}

/** What `spec.template.spec` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationSpec {
  /** String, matching `fence_.+`. Required. */
  readonly agent: string;

  /** Map of strings. */
  readonly nodeSecretNames?: { readonly [key: string]: string };

  /** Map of maps of strings. */
  readonly nodeparameters?: { readonly [key: string]: { readonly [key: string]: string } };

  /**
   * String, one of `ResourceDeletion`, `OutOfServiceTaint`.
   *
   * @default "ResourceDeletion"
   */
  readonly remediationStrategy?: string;

  /**
   * Integer.
   *
   * @default 5
   */
  readonly retrycount?: number;

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly retryinterval?: string;

  /** String. */
  readonly sharedSecretName?: string;

  /** Map of strings. */
  readonly sharedparameters?: { readonly [key: string]: string };

  /**
   * String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "60s"
   */
  readonly timeout?: string;
}

/** What `spec` of a MachineDeletionRemediationTemplate takes. */
export interface MachineDeletionRemediationTemplateSpec {
  /** `MachineDeletionRemediationTemplateResource`. Required. */
  readonly template: MachineDeletionRemediationTemplateResource;
}

/** What `spec.template` of a MachineDeletionRemediationTemplate takes. */
export interface MachineDeletionRemediationTemplateResource {
  /** Empty object: being there is what it says. Required. */
  readonly spec: any;
}
