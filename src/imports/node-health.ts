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
   * How many Machines may be unhealthy, as a number or a percentage; with more of them nothing is remediated. Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`.
   *
   * @default "100%"
   */
  readonly maxUnhealthy?: IntOrString;

  /**
   * How long a new Machine may take to become a node; `0` waits for ever. String, matching `^0|([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "10m"
   */
  readonly nodeStartupTimeout?: string;

  /** Who remediates instead of deleting the Machine. `ObjectReference`. */
  readonly remediationTemplate?: ObjectReference;

  /** The Machines that are watched. `LabelSelector`. */
  readonly selector?: LabelSelector;

  /** What makes a node unhealthy, one of it is enough. List of `UnhealthyCondition`, at least 1 items. */
  readonly unhealthyConditions?: UnhealthyCondition[];
}

/** What `spec.remediationTemplate` of a MachineHealthCheck takes, and what 2 other places take. */
export interface ObjectReference {
  /** API group and version of the object; it belongs to the kind. String. */
  readonly apiVersion?: string;

  /** A part of the object. String. */
  readonly fieldPath?: string;

  /** Kind of the object. String. */
  readonly kind?: string;

  /** Name of the object. String. */
  readonly name?: string;

  /** Namespace of the object. String. */
  readonly namespace?: string;

  /** State of the object that is meant. String. */
  readonly resourceVersion?: string;

  /** UID of the object. String. */
  readonly uid?: string;
}

/** What `spec.unhealthyConditions[]` of a MachineHealthCheck takes. */
export interface UnhealthyCondition {
  /** Status that the condition has. String, at least 1 characters. */
  readonly status?: string;

  /** How long it has to have it. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly timeout?: string;

  /** Type of the condition, such as `Ready`. String, at least 1 characters. */
  readonly type?: string;
}

/** What `spec` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationTemplateSpec {
  /** What each remediation is made from. `Metal3RemediationTemplateResource`. Required. */
  readonly template: Metal3RemediationTemplateResource;
}

/** What `spec.template` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationTemplateResource {
  /** The remediation. `Metal3RemediationSpec`. Required. */
  readonly spec: Metal3RemediationSpec;
}

/** What `spec.template.spec` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationSpec {
  /** What is done with the host. `Metal3RemediationStrategy`. */
  readonly strategy?: Metal3RemediationStrategy;
}

/** What `spec.template.spec.strategy` of a Metal3RemediationTemplate takes. */
export interface Metal3RemediationStrategy {
  /** How often the host is rebooted before it is given up. Integer. */
  readonly retryLimit?: number;

  /** How long to wait between two tries. String. */
  readonly timeout?: string;

  /** Only `Reboot`. String. */
  readonly type?: string;
}

/** What `spec` of a NodeHealthCheck takes. */
export interface NodeHealthCheckSpec {
  /** Remediators that are tried one after the other; instead of one. List of `EscalatingRemediation`. */
  readonly escalatingRemediations?: EscalatingRemediation[];

  /** How long a node has to be healthy again before its remediation is ended; negative waits for an administrator. String, matching `^-?([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly healthyDelay?: string;

  /** How many nodes may be unhealthy, as a number or a percentage; with more of them nothing is remediated. Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`. */
  readonly maxUnhealthy?: IntOrString;

  /** How many nodes have to be healthy, as a number or a percentage; with fewer of them nothing is remediated. Number or string, matching `^((100|[0-9]{1,2})%|[0-9]+)$`. */
  readonly minHealthy?: IntOrString;

  /** Reasons not to start remediations now; any entry pauses. List of strings. */
  readonly pauseRequests?: string[];

  /** The remediator, by the template of its operator. `ObjectReference`. */
  readonly remediationTemplate?: ObjectReference;

  /** The nodes that are watched. `LabelSelector`. */
  readonly selector?: LabelSelector;

  /** How long nothing is remediated after too many nodes were unhealthy at once. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. */
  readonly stormCooldownDuration?: string;

  /**
   * What makes a node unhealthy, one of it is enough. List of `NodeHealthCheckUnhealthyCondition`, unique by `type` and `status`.
   *
   * @default [{"duration":"300s","status":"False","type":"Ready"},{"duration":"300s","status":"Unknown","type":"Ready"}]
   */
  readonly unhealthyConditions?: NodeHealthCheckUnhealthyCondition[];
}

/** What `spec.escalatingRemediations[]` of a NodeHealthCheck takes. */
export interface EscalatingRemediation {
  /** Which one comes first; the lowest number. Integer. Required. */
  readonly order: number;

  /** The remediator, by the template of its operator. `ObjectReference`. Required. */
  readonly remediationTemplate: ObjectReference;

  /** How long it has before the next one is tried. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. Required. */
  readonly timeout: string;
}

/** What `spec.unhealthyConditions[]` of a NodeHealthCheck takes. */
export interface NodeHealthCheckUnhealthyCondition {
  /** How long it has to have it. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`. Required. */
  readonly duration: string;

  /** Status that the condition has. String, at least 1 characters. Required. */
  readonly status: string;

  /** Type of the condition, such as `Ready`. String, at least 1 characters. Required. */
  readonly type: string;
}

/** What `spec` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationTemplateSpec {
  /** What each remediation is made from. `SelfNodeRemediationTemplateResource`. Required. */
  readonly template: SelfNodeRemediationTemplateResource;
}

/** What `spec.template` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationTemplateResource {
  /** The remediation. `SelfNodeRemediationSpec`. Required. */
  readonly spec: SelfNodeRemediationSpec;
}

/** What `spec.template.spec` of a SelfNodeRemediationTemplate takes. */
export interface SelfNodeRemediationSpec {
  /**
   * How VMs are freed from the node after its reboot. `OutOfServiceTaint` frees their volumes too, `ResourceDeletion` deletes pods, `Automatic` chooses. String, one of `Automatic`, `ResourceDeletion`, `OutOfServiceTaint`.
   *
   * @default "Automatic"
   */
  readonly remediationStrategy?: string;
}

/** What `spec` of a SelfNodeRemediationConfig takes. */
export interface SelfNodeRemediationConfigSpec {
  /**
   * How often an agent asks the API server. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "15s"
   */
  readonly apiCheckInterval?: string;

  /**
   * How long it waits for an answer. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly apiServerTimeout?: string;

  /** Which nodes get an agent. List of `NodeSelectorRequirement`. */
  readonly customDsNodeSelectorRequirements?: NodeSelectorRequirement[];

  /** Taints that the agents stand; a node without an agent is not rebooted. List of `Toleration`. */
  readonly customDsTolerations?: Toleration[];

  /** Page that tells a node that it is reachable, when no peer can. String. */
  readonly endpointHealthCheckUrl?: string;

  /**
   * Port that agents listen on. Integer, at least 1.
   *
   * @default 30001
   */
  readonly hostPort?: number;

  /**
   * Reboots by software where there is no watchdog. Boolean.
   *
   * @default true
   */
  readonly isSoftwareRebootEnabled?: boolean;

  /**
   * Failures in a row after which an agent asks its peers. Integer, at least 1.
   *
   * @default 3
   */
  readonly maxApiErrorThreshold?: number;

  /**
   * How many peers an agent needs to be told anything. Integer, at least 0.
   *
   * @default 1
   */
  readonly minPeersForRemediation?: number;

  /**
   * How long a peer waits for the API server. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly peerApiServerTimeout?: string;

  /**
   * How long an agent waits for a connection to a peer. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly peerDialTimeout?: string;

  /**
   * How long an agent waits for the answer of a peer. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "7s"
   */
  readonly peerRequestTimeout?: string;

  /**
   * How often an agent looks who its peers are. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "15m"
   */
  readonly peerUpdateInterval?: string;

  /** Seconds after which others take the node for rebooted; less than the operator reckons with is not taken. Integer. */
  readonly safeTimeToAssumeNodeRebootedSeconds?: number;

  /**
   * Device of the watchdog on the nodes. String.
   *
   * @default "/dev/watchdog"
   */
  readonly watchdogFilePath?: string;
}

/** What `spec` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationTemplateSpec {
  /** How many nodes are asked for their power status, to find mistakes in the parameters early. Number or string. */
  readonly statusValidationSample?: IntOrString;

  /** What each remediation is made from. `FenceAgentsRemediationTemplateResource`. Required. */
  readonly template: FenceAgentsRemediationTemplateResource;
}

/** What `spec.template` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationTemplateResource {
  /** The remediation. `FenceAgentsRemediationSpec`. Required. */
  readonly spec: FenceAgentsRemediationSpec;
}

/** What `spec.template.spec` of a FenceAgentsRemediationTemplate takes. */
export interface FenceAgentsRemediationSpec {
  /** Fence agent, such as `fence_ipmilan`. String, matching `fence_.+`. Required. */
  readonly agent: string;

  /** Secrets with parameters for single nodes, by name of the node. Map of strings. */
  readonly nodeSecretNames?: { readonly [key: string]: string };

  /** Parameters that differ from node to node, such as the address of its controller. Map of maps of strings. */
  readonly nodeparameters?: { readonly [key: string]: { readonly [key: string]: string } };

  /**
   * How VMs are freed from the node after it is off. String, one of `ResourceDeletion`, `OutOfServiceTaint`.
   *
   * @default "ResourceDeletion"
   */
  readonly remediationStrategy?: string;

  /**
   * How often the agent is tried. Integer.
   *
   * @default 5
   */
  readonly retrycount?: number;

  /**
   * How long to wait between two tries. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "5s"
   */
  readonly retryinterval?: string;

  /** Secret with parameters for all nodes, such as the password. String. */
  readonly sharedSecretName?: string;

  /** Parameters for all nodes. Map of strings. */
  readonly sharedparameters?: { readonly [key: string]: string };

  /**
   * How long one try may take. String, matching `^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$`.
   *
   * @default "60s"
   */
  readonly timeout?: string;
}

/** What `spec` of a MachineDeletionRemediationTemplate takes. */
export interface MachineDeletionRemediationTemplateSpec {
  /** What each remediation is made from. `MachineDeletionRemediationTemplateResource`. Required. */
  readonly template: MachineDeletionRemediationTemplateResource;
}

/** What `spec.template` of a MachineDeletionRemediationTemplate takes. */
export interface MachineDeletionRemediationTemplateResource {
  /** The remediation. Empty object: being there is what it says. Required. */
  readonly spec: any;
}
