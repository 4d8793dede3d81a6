import type { AdmissionContext } from '../admission';
import { isObject, type Manifest } from '../graph';
import type { VmPod } from './placement/vm-pods';
import { type Amounts, amountOf, sumOf } from './requests/amounts';

/** A quota that leaves no room for the second pod that a migration starts. */
export interface QuotaShortage {
  readonly namespace: string;
  readonly quota: string;
  /** The resource as the quota names it. */
  readonly resource: string;
  /** What is used, what the largest VM takes, and what there may be. */
  readonly used: number;
  readonly needs: number;
  readonly hard: number;
}

/** The quotas under which a VM of their namespace cannot be migrated: its target counts beside it. */
export function quotaShortages({ graph }: AdmissionContext, pods: readonly VmPod[]): QuotaShortage[] {
  return graph
    .ofKind('', 'ResourceQuota')
    .filter(({ spec }) => isObject(spec?.hard) && spec.scopes === undefined && spec.scopeSelector === undefined)
    .flatMap((quota) => shortagesOf(quota, pods));
}

function shortagesOf(quota: Manifest, all: readonly VmPod[]): QuotaShortage[] {
  const { namespace = '', name = '' } = quota.metadata ?? {};
  const pods = all.filter((pod) => pod.namespace === namespace).map(quotaAmounts);
  const declared = sumOf(...pods);
  const known = usedOf(quota);
  return Object.entries(quota.spec.hard).flatMap(([resource, quantity]) => {
    const hard = amountIn(resource, quantity);
    const needs = Math.max(0, ...pods.map((amounts) => amounts[resource] ?? 0));
    const used = Math.max(declared[resource] ?? 0, known[resource] ?? 0);
    return hard !== undefined && needs > 0 && used + needs > hard ? [{ namespace, quota: name, resource, used, needs, hard }] : [];
  });
}

function amountIn(resource: string, quantity: unknown): number | undefined {
  return amountOf(resource.replace(/^(requests|limits)\./, ''), quantity);
}

function usedOf({ status }: Manifest): Amounts {
  const used = Object.entries(isObject(status?.used) ? status.used : {});
  return Object.fromEntries(used.map(([resource, quantity]) => [resource, amountIn(resource, quantity) ?? 0]));
}

/** What a pod takes of a quota, by all names that a quota may have for it. */
function quotaAmounts({ requests, limits }: VmPod): Amounts {
  const named = (list: Amounts, prefix: string) =>
    Object.fromEntries(Object.entries(list).map(([name, amount]) => [`${prefix}${name}`, amount]));
  return { ...requests, ...named(requests, 'requests.'), ...named(limits, 'limits.'), 'count/pods': requests.pods };
}
