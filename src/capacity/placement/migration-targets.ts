import { KubevirtNodeLabel, KubevirtNodeLabelDomain } from '../../facts';
import type { ClusterModel, Mask, ModelPod } from './cluster-model';

/** The hosts that a VM can move to that has the CPU of its host; undefined: all that it may run on. */
export function migrationTargets({ eligible, pod }: ModelPod, source: number, { hosts }: ClusterModel): Mask | undefined {
  const { HOST_MODEL, MIGRATION_MODEL, CPU_VENDOR } = KubevirtNodeLabelDomain;
  const labels = Object.keys(hosts[source].labels);
  const nameIn = (domain: string) => labels.find((label) => label.startsWith(`${domain}/`))?.slice(domain.length + 1);
  const [model, vendor] = [nameIn(HOST_MODEL), nameIn(CPU_VENDOR)];
  if (model === undefined || !pod.demands.absent.includes(KubevirtNodeLabel.OBSOLETE_HOST_MODEL)) {
    return undefined;
  }
  return eligible.map((isEligible, host) => {
    const has = (label: string) => hosts[host].labels[label] === 'true';
    const isAlike = has(`${MIGRATION_MODEL}/${model}`) && (vendor === undefined || has(`${CPU_VENDOR}/${vendor}`));
    return isAlike ? isEligible : 0;
  });
}
