import type { AdmissionContext } from '../admission';
import { isObject, type Manifest } from '../graph';
import { type Amounts, amountOf, sumOf } from './requests/amounts';
import { requestsOf } from './requests/pod-requests';

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
export function quotaShortages(context: AdmissionContext): QuotaShortage[] {
  const { graph } = context;
  return graph
    .ofKind('', 'ResourceQuota')
    .filter(({ spec }) => isObject(spec?.hard) && spec.scopes === undefined && spec.scopeSelector === undefined)
    .flatMap((quota) => shortagesOf(quota, context));
}

function shortagesOf(quota: Manifest, context: AdmissionContext): QuotaShortage[] {
  const { namespace = '', name = '' } = quota.metadata ?? {};
  const pods = context.graph.virtualMachines
    .filter((vm) => vm.namespace === namespace)
    .flatMap((vm) => requestsOf(vm, context) ?? [])
    .map(({ pod, limits }) => quotaAmounts(pod, limits));
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
function quotaAmounts(pod: Amounts, limits: Amounts): Amounts {
  const named = (list: Amounts, prefix: string) =>
    Object.fromEntries(Object.entries(list).map(([name, amount]) => [`${prefix}${name}`, amount]));
  return { ...pod, ...named(pod, 'requests.'), ...named(limits, 'limits.'), pods: 1, 'count/pods': 1 };
}
