// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { IntOrString } from './int-or-string';
import type { Quantity } from './quantity';

/** What `spec.template.spec.affinity` of a VirtualMachine takes, and what 4 other places take. */
export interface Affinity {
  /** Which nodes the VM is drawn to. `NodeAffinity`. In KubeVirt v1.5 and later. */
  readonly nodeAffinity?: NodeAffinity;

  /** Which pods and VMs it is drawn to. `PodAffinity`. In KubeVirt v1.5 and later. */
  readonly podAffinity?: PodAffinity;

  /** Which pods and VMs it is kept away from, so that they do not fail together. `PodAffinity`. In KubeVirt v1.5 and later. */
  readonly podAntiAffinity?: PodAffinity;
}

/** What `spec.template.spec.dnsConfig` of a VirtualMachine takes, and what 2 other places take. */
export interface PodDNSConfig {
  /** Name servers, by address. List of strings. In KubeVirt v1.5 and later. */
  readonly nameservers?: string[];

  /** Options of the resolver. List of `PodDNSConfigOption`. In KubeVirt v1.5 and later. */
  readonly options?: PodDNSConfigOption[];

  /** Search domains. List of strings. In KubeVirt v1.5 and later. */
  readonly searches?: string[];
}

/** What `spec.dataVolumeTemplates[].spec.pvc` of a VirtualMachine takes, and what 2 other places take. */
export interface PersistentVolumeClaimSpec {
  /** Who may mount it. ReadWriteMany lets the VM migrate. List of strings. In KubeVirt v1.5 and later. */
  readonly accessModes?: string[];

  /** An object of the namespace that fills it. `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSource?: TypedLocalObjectReference;

  /** An object that fills it, possibly of another namespace. `TypedObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSourceRef?: TypedObjectReference;

  /** How large it is. `VolumeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: VolumeResourceRequirements;

  /** Labels that the PersistentVolume must have. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly selector?: LabelSelector;

  /** Storage class; the default one if unset. String. In KubeVirt v1.5 and later. */
  readonly storageClassName?: string;

  /** Class of attributes, such as throughput, that can be changed later. String. In KubeVirt v1.5 and later. */
  readonly volumeAttributesClassName?: string;

  /** Whether it is a `Block` device or a `Filesystem`. Block is faster. String. In KubeVirt v1.5 and later. */
  readonly volumeMode?: string;

  /** The PersistentVolume that it is bound to. String. In KubeVirt v1.5 and later. */
  readonly volumeName?: string;
}

/** What `spec.template.spec.affinity.nodeAffinity` of a VirtualMachine takes, and what 4 other places take. */
export interface NodeAffinity {
  /** Nodes that are better, by weight. List of `PreferredSchedulingTerm`. In KubeVirt v1.5 and later. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: PreferredSchedulingTerm[];

  /** Nodes that are possible. If only one is, the VM can neither migrate nor restart elsewhere. `NodeSelector`. In KubeVirt v1.5 and later. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/** What `spec.template.spec.affinity.podAffinity` of a VirtualMachine takes, and what 9 other places take. */
export interface PodAffinity {
  /** What is better, by weight. List of `WeightedPodAffinityTerm`. In KubeVirt v1.5 and later. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];

  /** What has to hold; a VM for which it cannot waits. List of `PodAffinityTerm`. In KubeVirt v1.5 and later. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}

/** What `spec.template.spec.livenessProbe.exec` of a VirtualMachine takes, and what 5 other places take. */
export interface ExecAction {
  /** Command and arguments, without a shell. List of strings. In KubeVirt v1.5 and later. */
  readonly command?: string[];
}

/** What `spec.template.spec.livenessProbe.httpGet` of a VirtualMachine takes, and what 5 other places take. */
export interface HTTPGetAction {
  /** Host that is asked; the guest if unset. String. In KubeVirt v1.5 and later. */
  readonly host?: string;

  /** Headers that are sent along. List of `HTTPHeader`. In KubeVirt v1.5 and later. */
  readonly httpHeaders?: HTTPHeader[];

  /** Path of the page. String. In KubeVirt v1.5 and later. */
  readonly path?: string;

  /** Port, by number. Number or string. Required. In KubeVirt v1.5 and later. */
  readonly port: IntOrString;

  /** `HTTP` or `HTTPS`, whose certificate is not looked at. String. In KubeVirt v1.5 and later. */
  readonly scheme?: string;
}

/** What `spec.template.spec.livenessProbe.tcpSocket` of a VirtualMachine takes, and what 5 other places take. */
export interface TCPSocketAction {
  /** Host that is asked; the guest if unset. String. In KubeVirt v1.5 and later. */
  readonly host?: string;

  /** Port, by number. Number or string. Required. In KubeVirt v1.5 and later. */
  readonly port: IntOrString;
}

/** What `spec.template.spec.resourceClaims[]` of a VirtualMachine takes, and what 2 other places take. */
export interface PodResourceClaim {
  /** Name of the claim in this VM. String. Required. Since KubeVirt v1.8. */
  readonly name: string;

  /** A ResourceClaim that is there. String. Since KubeVirt v1.8. */
  readonly resourceClaimName?: string;

  /** A ResourceClaimTemplate from which one is made. String. Since KubeVirt v1.8. */
  readonly resourceClaimTemplateName?: string;
}

/** What `spec.template.spec.tolerations[]` of a VirtualMachine takes, and what 5 other places take. */
export interface Toleration {
  /** Effect of the taint; all if unset. String. In KubeVirt v1.5 and later. */
  readonly effect?: string;

  /** Key of the taint; all if unset, with `Exists`. String. In KubeVirt v1.5 and later. */
  readonly key?: string;

  /** `Exists`, or `Equal` with a value. String. In KubeVirt v1.5 and later. */
  readonly operator?: string;

  /** Seconds until a pod leaves a node with a `NoExecute` taint; for ever if unset. Integer. In KubeVirt v1.5 and later. */
  readonly tolerationSeconds?: number;

  /** Value of the taint. String. In KubeVirt v1.5 and later. */
  readonly value?: string;
}

/** What `spec.template.spec.topologySpreadConstraints[]` of a VirtualMachine takes, and what 2 other places take. */
export interface TopologySpreadConstraint {
  /** The pods that are counted. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly labelSelector?: LabelSelector;

  /** Labels in which the pods agree with this one. List of strings. In KubeVirt v1.5 and later. */
  readonly matchLabelKeys?: string[];

  /** By how many one place may have more than another. Integer. Required. In KubeVirt v1.5 and later. */
  readonly maxSkew: number;

  /** How many places there have to be. Integer. In KubeVirt v1.5 and later. */
  readonly minDomains?: number;

  /** Whether nodes count that the pod's affinity rules out. String. In KubeVirt v1.5 and later. */
  readonly nodeAffinityPolicy?: string;

  /** Whether nodes count that the pod does not tolerate. String. In KubeVirt v1.5 and later. */
  readonly nodeTaintsPolicy?: string;

  /** Label of nodes that makes a place, such as `kubernetes.io/hostname` or `topology.kubernetes.io/zone`. String. Required. In KubeVirt v1.5 and later. */
  readonly topologyKey: string;

  /** Whether a pod then waits (`DoNotSchedule`) or is placed anyway (`ScheduleAnyway`). String. Required. In KubeVirt v1.5 and later. */
  readonly whenUnsatisfiable: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.dataSource` of a VirtualMachine takes, and what 9 other places take. */
export interface TypedLocalObjectReference {
  /** API group of the object. String. In KubeVirt v1.5 and later. */
  readonly apiGroup?: string;

  /** Kind of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** Name of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.dataSourceRef` of a VirtualMachine takes, and what 5 other places take. */
export interface TypedObjectReference {
  /** API group of the object. String. In KubeVirt v1.5 and later. */
  readonly apiGroup?: string;

  /** Kind of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** Name of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Namespace of the object. String. In KubeVirt v1.5 and later. */
  readonly namespace?: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.resources` of a VirtualMachine takes, and what 5 other places take. */
export interface VolumeResourceRequirements {
  /** The largest size that is accepted. Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** The size, under `storage`. Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}

/** What `spec.dataVolumeTemplates[].spec.pvc.selector` of a VirtualMachine takes, and what 58 other places take. */
export interface LabelSelector {
  /** What has to hold for labels; all of it. List of `LabelSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchExpressions?: LabelSelectorRequirement[];

  /** Labels with exactly these values; all of them. Map of strings. In KubeVirt v1.5 and later. */
  readonly matchLabels?: { readonly [key: string]: string };
}

/** What `spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution` of a VirtualMachine takes, and what 4 other places take. */
export interface NodeSelector {
  /** A node has to satisfy one of these. List of `NodeSelectorTerm`. Required. In KubeVirt v1.5 and later. */
  readonly nodeSelectorTerms: NodeSelectorTerm[];
}

/** What `spec.template.spec.dnsConfig.options[]` of a VirtualMachine takes, and what 2 other places take. */
export interface PodDNSConfigOption {
  /** Name of the option. String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** Its value. String. In KubeVirt v1.5 and later. */
  readonly value?: string;
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 4 other places take. */
export interface PreferredSchedulingTerm {
  /** The nodes. `NodeSelectorTerm`. Required. In KubeVirt v1.5 and later. */
  readonly preference: NodeSelectorTerm;

  /** How much it counts. Integer. Required. In KubeVirt v1.5 and later. */
  readonly weight: number;
}

/** What `spec.template.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 9 other places take. */
export interface WeightedPodAffinityTerm {
  /** The term. `PodAffinityTerm`. Required. In KubeVirt v1.5 and later. */
  readonly podAffinityTerm: PodAffinityTerm;

  /** How much it counts. Integer. Required. In KubeVirt v1.5 and later. */
  readonly weight: number;
}

/** What `spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 19 other places take. */
export interface PodAffinityTerm {
  /** The pods that count. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly labelSelector?: LabelSelector;

  /** Labels in which the pods agree with this one. List of strings. In KubeVirt v1.5 and later. */
  readonly matchLabelKeys?: string[];

  /** Labels in which the pods differ from this one. List of strings. In KubeVirt v1.5 and later. */
  readonly mismatchLabelKeys?: string[];

  /** The namespaces that count, by label. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly namespaceSelector?: LabelSelector;

  /** The namespaces that count, by name; the own one if unset. List of strings. In KubeVirt v1.5 and later. */
  readonly namespaces?: string[];

  /** Label of nodes that makes a place, such as `kubernetes.io/hostname` or `topology.kubernetes.io/zone`. String. Required. In KubeVirt v1.5 and later. */
  readonly topologyKey: string;
}

/** What `spec.template.spec.livenessProbe.httpGet.httpHeaders[]` of a VirtualMachine takes, and what 13 other places take. */
export interface HTTPHeader {
  /** Name of the header. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** What it says. String. Required. In KubeVirt v1.5 and later. */
  readonly value: string;
}

/** What `spec.template.spec.volumes[].cloudInitConfigDrive.networkDataSecretRef` of a VirtualMachine takes, and what 19 other places take. */
export interface LocalObjectReference {
  /** Name of the object in the same namespace. String. In KubeVirt v1.5 and later. */
  readonly name?: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.selector.matchExpressions[]` of a VirtualMachine takes, and what 58 other places take. */
export interface LabelSelectorRequirement {
  /** Key of the label. String. Required. In KubeVirt v1.5 and later. */
  readonly key: string;

  /** How the label and the values relate. String. Required. In KubeVirt v1.5 and later. */
  readonly operator: string;

  /** Values for `In` and `NotIn`; none for `Exists` and `DoesNotExist`. List of strings. In KubeVirt v1.5 and later. */
  readonly values?: string[];
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference` of a VirtualMachine takes, and what 9 other places take. */
export interface NodeSelectorTerm {
  /** Labels of the node; all of them have to hold. List of `NodeSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchExpressions?: NodeSelectorRequirement[];

  /** Fields of the node, which is its name; all of them have to hold. List of `NodeSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchFields?: NodeSelectorRequirement[];
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[].fieldRef` of a VirtualMachine takes, and what 2 other places take. */
export interface ObjectFieldSelector {
  /** API version that the path is for. String. In KubeVirt v1.5 and later. */
  readonly apiVersion?: string;

  /** Path of the field, such as `metadata.labels`. String. Required. In KubeVirt v1.5 and later. */
  readonly fieldPath: string;
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[].resourceFieldRef` of a VirtualMachine takes, and what 2 other places take. */
export interface ResourceFieldSelector {
  /** Container that is meant. String. In KubeVirt v1.5 and later. */
  readonly containerName?: string;

  /** Unit in which it is told. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly divisor?: Quantity;

  /** Request or limit that is told. String. Required. In KubeVirt v1.5 and later. */
  readonly resource: string;
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference.matchExpressions[]` of a VirtualMachine takes, and what 22 other places take. */
export interface NodeSelectorRequirement {
  /** Key of the label. String. Required. In KubeVirt v1.5 and later. */
  readonly key: string;

  /** How the label and the values relate. String. Required. In KubeVirt v1.5 and later. */
  readonly operator: string;

  /** Values for `In` and `NotIn`; none for `Exists` and `DoesNotExist`. List of strings. In KubeVirt v1.5 and later. */
  readonly values?: string[];
}

/** What `spec.configuration.supportContainerResources[].resources` of a KubeVirt takes, and what one other place takes. */
export interface ComputeResourceRequirements {
  /** The most that may be used. Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** What the scheduler sets aside on the node. Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}
