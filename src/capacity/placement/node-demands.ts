import { type AdmissionContext, type Fields, storageClassOf } from '../../admission';
import {
  ARCHITECTURE_LABEL,
  DEFAULT_TOLERATIONS,
  HYPERV_NODE_FEATURES,
  KubevirtNodeLabel,
  KubevirtNodeLabelDomain,
  ownValue,
  reachOf,
  STORAGE_GROUP,
  VolumeReach,
} from '../../facts';
import { isObject, type Labels, type Manifest, objectsOf, perGraph, type VirtualMachineView } from '../../graph';
import { isGateOn, type PodInstance } from '../requests/pod-instance';
import type { Host } from './hosts';

/** What the pod of a VM demands of the node that it runs on, whatever else runs there. */
export interface NodeDemands {
  /** Labels that the author asks for. */
  readonly selector: Labels;
  /** Labels that KubeVirt asks for. */
  readonly added: Labels;
  /** Labels that KubeVirt asks to be absent. */
  readonly absent: readonly string[];
  /** Alternatives, of which one has to fit; undefined: there is no demand. */
  readonly terms?: readonly Fields[];
  /** Those of the VM, and those that the API server gives to all pods. */
  readonly tolerations: readonly Fields[];
  /** Alternatives of each volume that says where it is. */
  readonly volumeTerms: readonly (readonly Fields[])[];
  /** How far the volumes reach as a rule of their storage. */
  readonly reach?: VolumeReach;
}

export function nodeDemands(vm: VirtualMachineView, instance: PodInstance, context: AdmissionContext): NodeDemands {
  const { spec, configuration, architecture } = instance;
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const settings = configuration.developerConfiguration?.nodeSelectors;
  const features = objectsOf(spec.domain.cpu?.features);
  const model = spec.domain.cpu?.model;
  return {
    selector: {
      [ARCHITECTURE_LABEL]: architecture,
      ...(isObject(settings) ? settings : {}),
      ...(isObject(spec.nodeSelector) ? spec.nodeSelector : {}),
    },
    added: addedLabels(instance, context),
    absent: [
      ...(model === undefined || model === 'host-model' ? [KubevirtNodeLabel.OBSOLETE_HOST_MODEL] : []),
      ...features.filter(({ policy }) => policy === 'forbid').map(({ name }) => `${KubevirtNodeLabelDomain.CPU_FEATURE}/${name}`),
    ],
    terms: isObject(required) ? objectsOf(required.nodeSelectorTerms) : undefined,
    tolerations: [...objectsOf(spec.tolerations), ...DEFAULT_TOLERATIONS],
    volumeTerms: volumeTerms(vm, context),
    reach: reachOfVolumes(vm, context),
  };
}

/** Labels that KubeVirt asks for, each "true". */
function addedLabels({ spec }: PodInstance, context: AdmissionContext): Labels {
  const { cpu, machine, launchSecurity, features } = spec.domain;
  const { CPU_MODEL, CPU_FEATURE, MACHINE_TYPE } = KubevirtNodeLabelDomain;
  const named = typeof cpu?.model === 'string' && !['', 'host-model', 'host-passthrough'].includes(cpu.model);
  const wanted = objectsOf(cpu?.features).filter(({ policy }) => !policy || policy === 'require');
  const keys = [
    KubevirtNodeLabel.SCHEDULABLE,
    ...(cpu?.dedicatedCpuPlacement ? [KubevirtNodeLabel.CPU_MANAGER] : []),
    ...(isObject(cpu?.realtime) ? [KubevirtNodeLabel.REALTIME] : []),
    ...(named ? [`${CPU_MODEL}/${cpu.model}`] : []),
    ...wanted.map(({ name }) => `${CPU_FEATURE}/${name}`),
    ...(machine?.type ? [`${MACHINE_TYPE}/${machine.type}`] : []),
    ...(isGateOn('HypervStrictCheck', context) ? hypervLabels(features?.hyperv) : []),
    ...securityLabels(launchSecurity),
  ];
  return Object.fromEntries(keys.map((key) => [key, 'true']));
}

function hypervLabels(hyperv: unknown): string[] {
  if (!isObject(hyperv)) {
    return [];
  }
  const { HYPERV, CPU_VENDOR } = KubevirtNodeLabelDomain;
  const labels = HYPERV_NODE_FEATURES.filter((name) => hyperv[name]?.enabled === true).map((name) => `${HYPERV}/${name}`);
  const isNested = isObject(hyperv.evmcs) && hyperv.evmcs.enabled !== false;
  return isNested ? [...labels, `${CPU_VENDOR}/Intel`] : labels;
}

function securityLabels(launchSecurity: unknown): string[] {
  if (!isObject(launchSecurity)) {
    return [];
  }
  const { sev, snp, tdx } = launchSecurity;
  return [
    ...(isObject(sev) || isObject(snp) ? [KubevirtNodeLabel.SEV] : []),
    ...(sev?.policy?.encryptedState === true ? [KubevirtNodeLabel.SEV_ES] : []),
    ...(isObject(snp) ? [KubevirtNodeLabel.SEV_SNP] : []),
    ...(isObject(tdx) ? [KubevirtNodeLabel.TDX] : []),
  ];
}

/** The volumes of a cluster by the claims that they are bound to. */
const volumesByClaim = perGraph((graph) => {
  const volumes = new Map<string, Manifest>();
  for (const volume of graph.ofKind('', 'PersistentVolume')) {
    const { namespace, name } = volume.spec?.claimRef ?? {};
    volumes.set(`${namespace}/${name}`, volume);
  }
  return volumes;
});

function volumeTerms(vm: VirtualMachineView, { graph }: AdmissionContext): Fields[][] {
  const volumes = volumesByClaim(graph);
  return volumes.size === 0
    ? []
    : claimsOf(vm).flatMap((claim) => {
        const required = volumes.get(`${vm.namespace}/${claim}`)?.spec?.nodeAffinity?.required;
        return isObject(required) ? [objectsOf(required.nodeSelectorTerms)] : [];
      });
}

function claimsOf(vm: VirtualMachineView): string[] {
  return vm.volumes.flatMap((volume) => volume.dataVolume?.name ?? volume.persistentVolumeClaim?.claimName ?? []);
}

/** The shortest reach of the volumes of a VM, by the provisioners of their storage. */
function reachOfVolumes(vm: VirtualMachineView, { graph }: AdmissionContext): VolumeReach | undefined {
  const reaches = vm.volumes.map((_volume, index) => {
    const name = storageClassOf(vm, index, graph);
    const storageClass = name === undefined ? undefined : graph.find(STORAGE_GROUP, 'StorageClass', undefined, name);
    return reachOf(storageClass?.provisioner);
  });
  return [VolumeReach.HOST, VolumeReach.ZONE].find((reach) => reaches.includes(reach));
}

/** Which nodes meet demands, and why others do not. */
export class NodeFilter {
  /** Domains of labels that some node has: where no node has any, nobody has asked the nodes. */
  private readonly domains: ReadonlySet<string>;

  public constructor(private readonly hosts: readonly Host[]) {
    this.domains = new Set(hosts.flatMap(({ labels }) => Object.keys(labels).map(domainOf)));
  }

  /** Whether the selectors, the affinity and the volumes of a pod take a node; a node that is lost keeps its labels. */
  public isSelected({ selector, added, absent, terms, volumeTerms: volumes }: NodeDemands, host: Host): boolean {
    const { labels } = host;
    return (
      Object.entries(selector).every(([key, value]) => labels[key] === value) &&
      Object.entries(added).every(([key, value]) => labels[key] === value || this.isUnasked(key)) &&
      absent.every((key) => !Object.hasOwn(labels, key)) &&
      (terms === undefined || terms.some((term) => matchesTerm(term, host))) &&
      volumes.every((alternatives) => alternatives.some((term) => matchesTerm(term, host)))
    );
  }

  /** Whether nobody knows the label, because no node has one like it. */
  public isUnasked(key: string): boolean {
    return !this.domains.has(domainOf(key));
  }

  /** Whether some of what KubeVirt asks for is not known of the nodes. */
  public get isUnlabelled(): boolean {
    return this.hosts.length > 0 && this.isUnasked(KubevirtNodeLabel.SCHEDULABLE);
  }
}

function domainOf(key: string): string {
  return key.split('/')[0];
}

function matchesTerm({ matchExpressions, matchFields }: Fields, { name, labels }: Host): boolean {
  const expressions = objectsOf(matchExpressions);
  const fields = objectsOf(matchFields);
  return (
    expressions.length + fields.length > 0 &&
    expressions.every((expression) => matchesRequirement(expression, ownValue(labels, String(expression.key)))) &&
    fields.every((field) => field.key === 'metadata.name' && matchesRequirement(field, name))
  );
}

function matchesRequirement({ operator, values }: Fields, value: string | undefined): boolean {
  const listed: unknown[] = Array.isArray(values) ? values : [];
  switch (operator) {
    case 'In':
      return value !== undefined && listed.includes(value);
    case 'NotIn':
      return value === undefined || !listed.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(listed[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(listed[0]);
    default:
      return false;
  }
}

const KEEPS_AWAY = ['NoSchedule', 'NoExecute'];

/** Whether a pod may come to a node with these taints. */
export function toleratesAll(tolerations: readonly Fields[], taints: readonly Fields[]): boolean {
  return taints.every((taint) => !KEEPS_AWAY.includes(taint.effect) || tolerations.some((toleration) => tolerates(toleration, taint)));
}

function tolerates({ key, operator, value, effect }: Fields, taint: Fields): boolean {
  const isEffect = !effect || effect === taint.effect;
  const isKey = key === undefined || key === '' ? operator === 'Exists' : key === taint.key;
  return isEffect && isKey && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''));
}
