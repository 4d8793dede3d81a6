import type { Format } from './format';

/** A number of nodes, or a percentage of them. */
export interface NodeCount {
  readonly number: number;
  readonly percentage?: number;
}

/**
 * What minHealthy and maxUnhealthy of health checks look like as texts.
 *
 * Source: the pattern in the CRDs of MachineHealthCheck and NodeHealthCheck.
 */
export const NODE_COUNT: Format = {
  pattern: /^(?:(?:100|\d{1,2})%|\d+)$/,
  words: 'a number of nodes or a percentage up to 100%',
};

/**
 * What maxUnavailable of a VirtualMachinePool looks like when it is no number; none at all is refused.
 *
 * Source: `ValidateVMPoolSpec` in KubeVirt's vmpool-admitter.go.
 */
export const POOL_PERCENTAGE: Format = { pattern: /^\+?0*(?:[1-9]\d?|100)%$/, words: 'a percentage from 1% to 100%' };

/**
 * The share of nodes whose fencing is tried out, when it is no number. Other than in a health check it has no leading zeros.
 *
 * Source: the validation of `statusValidationSample` in the CRD of FenceAgentsRemediationTemplate.
 */
export const SAMPLE_PERCENTAGE: Format = { pattern: /^(?:\d|[1-9]\d|100)%$/, words: 'a percentage from 0% to 100%' };

const COUNT = /^(\d+)(%?)$/;
const NONE = /^0+%?$/;

/** What minHealthy or maxUnhealthy says; undefined when it is absent or is neither a number nor a percentage. */
export function countOf(value: unknown): NodeCount | undefined {
  const match = COUNT.exec(typeof value === 'number' || typeof value === 'string' ? String(value) : '');
  if (match === null) {
    return undefined;
  }
  const number = Number(match[1]);
  return match[2] === '%' ? { number, percentage: number } : { number };
}

/** Whether a number or percentage allows not even one node. */
export function isNone(value: unknown): boolean {
  return NONE.test(String(value));
}
