import { type AdmissionContext, type Fields, matchesNodeTerm, volumePlaces } from '../../admission';
import {
  ARCHITECTURE_LABEL,
  DEFAULT_TOLERATIONS,
  HYPERV_NODE_FEATURES,
  KubevirtNodeLabel,
  KubevirtNodeLabelDomain,
  VolumeReach,
} from '../../facts';
import { isObject, type Labels, objectsOf, type VirtualMachineView } from '../../graph';
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
  const volumes = volumePlaces(vm, context.graph);
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
    volumeTerms: volumes.flatMap(({ terms }) => (terms === undefined ? [] : [terms])),
    reach: [VolumeReach.HOST, VolumeReach.ZONE].find((reach) => volumes.some((volume) => volume.reach === reach)),
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
      (terms === undefined || terms.some((term) => matchesNodeTerm(term, host))) &&
      volumes.every((alternatives) => alternatives.some((term) => matchesNodeTerm(term, host)))
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
