import type { AdmissionContext } from '../../admission';
import { ARCHITECTURE_LABEL, ASSUMED_RESERVE, HOST_NAME_LABEL, ZONE_LABEL } from '../../facts';
import { isObject, type Labels, type Manifest, objectsOf } from '../../graph';
import { type Amounts, amountsOf, sumOf } from '../requests/amounts';

/** A node of the cluster. */
export interface Host {
  readonly name: string;
  readonly zone?: string;
  readonly labels: Labels;
  readonly taints: readonly Record<string, any>[];
  /** Whether it answers now. */
  readonly isReady: boolean;
  /** Whether somebody keeps new pods away from it. */
  readonly isCordoned: boolean;
  readonly allocatable: Amounts;
  /** What pods ask for on it that are not those of VMs. */
  readonly used: Amounts;
  /** What is assumed to be taken, where nobody knows what is. */
  readonly reserve: Amounts;
}

const CORDONED = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** The nodes of a cluster that say what can be allocated on them. */
export function hostsOf({ graph, cluster }: AdmissionContext): Host[] {
  const others = (cluster.podRequests ?? []).filter(({ virtualMachine }) => virtualMachine === undefined);
  return graph
    .ofKind('', 'Node')
    .filter(({ status }) => isObject(status?.allocatable))
    .map((node) => hostOf(node, others, cluster.architecture));
}

function hostOf(node: Manifest, others: readonly { node: string; requests: object }[], architecture: string): Host {
  const { spec, status, metadata } = node;
  const name = String(metadata?.name ?? '');
  const labels: Labels = {
    [HOST_NAME_LABEL]: name,
    [ARCHITECTURE_LABEL]: architecture,
    ...(isObject(metadata?.labels) ? metadata.labels : {}),
  };
  const entries = others.filter((entry) => entry.node === name);
  const isCordoned = spec?.unschedulable === true;
  return {
    name,
    zone: labels[ZONE_LABEL],
    labels,
    taints: [...objectsOf(spec?.taints), ...(isCordoned ? [CORDONED] : [])],
    isReady: objectsOf(status?.conditions).every(({ type, status: state }) => type !== 'Ready' || state === 'True'),
    isCordoned,
    allocatable: amountsOf(status?.allocatable),
    used: sumOf(...entries.map(({ requests }) => amountsOf(requests))),
    reserve: entries.length === 0 ? ASSUMED_RESERVE : {},
  };
}
