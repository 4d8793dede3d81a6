import { PROBE_DEFAULTS } from '../facts';
import { isObject } from '../graph';

/** The numbers of a probe as KubeVirt passes them on. */
export interface ProbeNumbers {
  readonly period: number;
  /** Failures until the probe has failed. */
  readonly threshold: number;
  readonly successes: number;
  readonly timeout: number;
  /** Seconds until a probe that gets no answer has failed. */
  readonly answer: number;
}

/** KubeVirt replaces values below one by its default; virt-probe, which asks the guest agent, has a second more. */
export function probeNumbers(probe: Record<string, any>): ProbeNumbers {
  const numberOf = (name: keyof typeof PROBE_DEFAULTS): number =>
    typeof probe[name] === 'number' && probe[name] >= 1 ? probe[name] : PROBE_DEFAULTS[name];
  const timeout = numberOf('timeoutSeconds');
  return {
    period: numberOf('periodSeconds'),
    threshold: numberOf('failureThreshold'),
    successes: numberOf('successThreshold'),
    timeout,
    answer: timeout + (isObject(probe.exec) || isObject(probe.guestAgentPing) ? 1 : 0),
  };
}
