// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { IntOrString } from './int-or-string';
import type { Quantity } from './quantity';

/** What `spec.template.spec.affinity` of a VirtualMachine takes, and what 3 other places take. */
export interface Affinity {
  /** `NodeAffinity`. In KubeVirt v1.5 and later. */
  readonly nodeAffinity?: NodeAffinity;

  /** `PodAffinity`. In KubeVirt v1.5 and later. */
  readonly podAffinity?: PodAffinity;

  /** `PodAffinity`. In KubeVirt v1.5 and later. */
  readonly podAntiAffinity?: PodAffinity;
}

/** What `spec.template.spec.dnsConfig` of a VirtualMachine takes, and what one other place takes. */
export interface PodDNSConfig {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly nameservers?: string[];

  /** List of `PodDNSConfigOption`. In KubeVirt v1.5 and later. */
  readonly options?: PodDNSConfigOption[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly searches?: string[];
}

/** What `spec.dataVolumeTemplates[].spec.pvc` of a VirtualMachine takes, and what 2 other places take. */
export interface PersistentVolumeClaimSpec {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly accessModes?: string[];

  /** `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSource?: TypedLocalObjectReference;

  /** `TypedObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSourceRef?: TypedObjectReference;

  /** `VolumeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: VolumeResourceRequirements;

  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly selector?: LabelSelector;

  /** String. In KubeVirt v1.5 and later. */
  readonly storageClassName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeAttributesClassName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeMode?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeName?: string;
}

/** What `spec.template.spec.affinity.nodeAffinity` of a VirtualMachine takes, and what 3 other places take. */
export interface NodeAffinity {
  /** List of `PreferredSchedulingTerm`. In KubeVirt v1.5 and later. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: PreferredSchedulingTerm[];

  /** `NodeSelector`. In KubeVirt v1.5 and later. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/** What `spec.template.spec.affinity.podAffinity` of a VirtualMachine takes, and what 7 other places take. */
export interface PodAffinity {
  /** List of `WeightedPodAffinityTerm`. In KubeVirt v1.5 and later. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];

  /** List of `PodAffinityTerm`. In KubeVirt v1.5 and later. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}

/** What `spec.template.spec.livenessProbe.exec` of a VirtualMachine takes, and what 3 other places take. */
export interface ExecAction {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly command?: string[];
}

/** What `spec.template.spec.livenessProbe.httpGet` of a VirtualMachine takes, and what 3 other places take. */
export interface HTTPGetAction {
  /** String. In KubeVirt v1.5 and later. */
  readonly host?: string;

  /** List of `HTTPHeader`. In KubeVirt v1.5 and later. */
  readonly httpHeaders?: HTTPHeader[];

  /** String. In KubeVirt v1.5 and later. */
  readonly path?: string;

  /** Number or string. Required. In KubeVirt v1.5 and later. */
  readonly port: IntOrString;

  /** String. In KubeVirt v1.5 and later. */
  readonly scheme?: string;
}

/** What `spec.template.spec.livenessProbe.tcpSocket` of a VirtualMachine takes, and what 3 other places take. */
export interface TCPSocketAction {
  /** String. In KubeVirt v1.5 and later. */
  readonly host?: string;

  /** Number or string. Required. In KubeVirt v1.5 and later. */
  readonly port: IntOrString;
}

/** What `spec.template.spec.resourceClaims[]` of a VirtualMachine takes, and what one other place takes. */
export interface PodResourceClaim {
  /** String. Required. Since KubeVirt v1.8. */
  readonly name: string;

  /** String. Since KubeVirt v1.8. */
  readonly resourceClaimName?: string;

  /** String. Since KubeVirt v1.8. */
  readonly resourceClaimTemplateName?: string;
}

/** What `spec.template.spec.tolerations[]` of a VirtualMachine takes, and what 4 other places take. */
export interface Toleration {
  /** String. In KubeVirt v1.5 and later. */
  readonly effect?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly key?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly operator?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly tolerationSeconds?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly value?: string;
}

/** What `spec.template.spec.topologySpreadConstraints[]` of a VirtualMachine takes, and what one other place takes. */
export interface TopologySpreadConstraint {
  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly labelSelector?: LabelSelector;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly matchLabelKeys?: string[];

  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly maxSkew: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly minDomains?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly nodeAffinityPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly nodeTaintsPolicy?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly topologyKey: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly whenUnsatisfiable: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.dataSource` of a VirtualMachine takes, and what 9 other places take. */
export interface TypedLocalObjectReference {
  /** String. In KubeVirt v1.5 and later. */
  readonly apiGroup?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.dataSourceRef` of a VirtualMachine takes, and what 5 other places take. */
export interface TypedObjectReference {
  /** String. In KubeVirt v1.5 and later. */
  readonly apiGroup?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly namespace?: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.resources` of a VirtualMachine takes, and what 5 other places take. */
export interface VolumeResourceRequirements {
  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}

/** What `spec.dataVolumeTemplates[].spec.pvc.selector` of a VirtualMachine takes, and what 48 other places take. */
export interface LabelSelector {
  /** List of `LabelSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchExpressions?: LabelSelectorRequirement[];

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly matchLabels?: { readonly [key: string]: string };
}

/** What `spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution` of a VirtualMachine takes, and what 3 other places take. */
export interface NodeSelector {
  /** List of `NodeSelectorTerm`. Required. In KubeVirt v1.5 and later. */
  readonly nodeSelectorTerms: NodeSelectorTerm[];
}

/** What `spec.template.spec.dnsConfig.options[]` of a VirtualMachine takes, and what one other place takes. */
export interface PodDNSConfigOption {
  /** String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly value?: string;
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 3 other places take. */
export interface PreferredSchedulingTerm {
  /** `NodeSelectorTerm`. Required. In KubeVirt v1.5 and later. */
  readonly preference: NodeSelectorTerm;

  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly weight: number;
}

/** What `spec.template.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 7 other places take. */
export interface WeightedPodAffinityTerm {
  /** `PodAffinityTerm`. Required. In KubeVirt v1.5 and later. */
  readonly podAffinityTerm: PodAffinityTerm;

  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly weight: number;
}

/** What `spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[]` of a VirtualMachine takes, and what 15 other places take. */
export interface PodAffinityTerm {
  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly labelSelector?: LabelSelector;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly matchLabelKeys?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly mismatchLabelKeys?: string[];

  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly namespaceSelector?: LabelSelector;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly namespaces?: string[];

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly topologyKey: string;
}

/** What `spec.template.spec.livenessProbe.httpGet.httpHeaders[]` of a VirtualMachine takes, and what 11 other places take. */
export interface HTTPHeader {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly value: string;
}

/** What `spec.template.spec.volumes[].cloudInitConfigDrive.networkDataSecretRef` of a VirtualMachine takes, and what 13 other places take. */
export interface LocalObjectReference {
  /** String. In KubeVirt v1.5 and later. */
  readonly name?: string;
}

/** What `spec.dataVolumeTemplates[].spec.pvc.selector.matchExpressions[]` of a VirtualMachine takes, and what 48 other places take. */
export interface LabelSelectorRequirement {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly key: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly operator: string;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly values?: string[];
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference` of a VirtualMachine takes, and what 7 other places take. */
export interface NodeSelectorTerm {
  /** List of `NodeSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchExpressions?: NodeSelectorRequirement[];

  /** List of `NodeSelectorRequirement`. In KubeVirt v1.5 and later. */
  readonly matchFields?: NodeSelectorRequirement[];
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[].fieldRef` of a VirtualMachine takes, and what one other place takes. */
export interface ObjectFieldSelector {
  /** String. In KubeVirt v1.5 and later. */
  readonly apiVersion?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly fieldPath: string;
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[].resourceFieldRef` of a VirtualMachine takes, and what one other place takes. */
export interface ResourceFieldSelector {
  /** String. In KubeVirt v1.5 and later. */
  readonly containerName?: string;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly divisor?: Quantity;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly resource: string;
}

/** What `spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference.matchExpressions[]` of a VirtualMachine takes, and what 18 other places take. */
export interface NodeSelectorRequirement {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly key: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly operator: string;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly values?: string[];
}

/** What `spec.configuration.supportContainerResources[].resources` of a KubeVirt takes, and what one other place takes. */
export interface ComputeResourceRequirements {
  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly limits?: { readonly [key: string]: Quantity };

  /** Map of quantities. In KubeVirt v1.5 and later. */
  readonly requests?: { readonly [key: string]: Quantity };
}
