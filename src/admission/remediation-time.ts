import {
  FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND,
  FENCING_DEFAULTS,
  METAL3_TEMPLATE_KIND,
  POWER_CYCLE_SECONDS,
  SELF_NODE_REMEDIATION_TEMPLATE_KIND,
  safeTime,
  secondsOfGoDuration,
} from '../facts';

import { configuredSpec, isObject, safeTimeInputs, templateOf, templateSpec } from '../graph';
import type { AdmissionContext } from './context';

/** How long a remediation may take, and what that is made of. */
export interface RemediationTime {
  readonly needed: number;
  readonly reason: string;
}

const AFTER_SAFE_TIME = 60;
const SMALLEST_CLUSTER = 1;

/** The time that a remediation needs in the worst case; undefined when the manifests do not say. */
export function remediationTime(reference: unknown, context: AdmissionContext): RemediationTime | undefined {
  if (!isObject(reference)) {
    return undefined;
  }
  switch (reference.kind) {
    case SELF_NODE_REMEDIATION_TEMPLATE_KIND:
      return selfNodeRemediationTime(context);
    case FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND:
      return fencingTime(reference, context);
    case METAL3_TEMPLATE_KIND:
      return powerCycleTime(reference, context);
    default:
      return undefined;
  }
}

function selfNodeRemediationTime({ graph, cluster }: AdmissionContext): RemediationTime {
  const spec = configuredSpec(graph);
  const { safeTimeToAssumeNodeRebootedSeconds: longer } = spec;
  const calculated = safeTime(safeTimeInputs(spec), cluster.workers ?? SMALLEST_CLUSTER);
  const seconds = Math.max(calculated, typeof longer === 'number' ? longer : 0);
  return {
    needed: seconds + AFTER_SAFE_TIME,
    reason: `self node remediation waits ${seconds} s until the node is certain to have rebooted, and needs up to a minute more to free its VMs`,
  };
}

function fencingTime(reference: Record<string, any>, { graph }: AdmissionContext): RemediationTime | undefined {
  const template = templateOf(graph, reference);
  if (template === undefined) {
    return undefined;
  }
  const spec = templateSpec(template);
  const attempts = typeof spec.retrycount === 'number' ? spec.retrycount : FENCING_DEFAULTS.retryCount;
  const timeout = secondsOfGoDuration(spec.timeout) ?? FENCING_DEFAULTS.timeout;
  const interval = secondsOfGoDuration(spec.retryinterval) ?? FENCING_DEFAULTS.retryInterval;
  const needed = attempts * timeout + (attempts - 1) * interval;
  return { needed, reason: `the fence agent may take ${attempts} attempts of ${timeout} s with ${interval} s in between` };
}

function powerCycleTime(reference: Record<string, any>, { graph }: AdmissionContext): RemediationTime | undefined {
  const template = templateOf(graph, reference);
  if (template === undefined) {
    return undefined;
  }
  const { strategy } = templateSpec(template);
  const { timeout, retryLimit } = isObject(strategy) ? strategy : {};
  const seconds = secondsOfGoDuration(timeout) ?? POWER_CYCLE_SECONDS.preset;
  const attempts = typeof retryLimit === 'number' ? retryLimit : 1;
  return { needed: attempts * seconds, reason: `the power cycle may take ${attempts} x ${seconds} s` };
}
