const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

const GO_DURATION = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const COMPONENT = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/gy;

const SIGN = /^[-+]/;

/** Go counts nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 * 1e-9;

/**
 * The seconds of a Go duration such as `5m30s`; undefined for anything that is none.
 *
 * Source: the pattern in the CRDs of MachineHealthCheck, NodeHealthCheck and self node remediation, and
 * `time.ParseDuration` of Go, which takes a bare 0 too.
 */
export function secondsOfGoDuration(value: unknown): number | undefined {
  if (value === '0') {
    return 0;
  }
  if (typeof value !== 'string' || !GO_DURATION.test(value)) {
    return undefined;
  }
  return sumOf(value);
}

const PARSED_DURATION = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/**
 * Whether Go reads the text as a duration.
 *
 * Source: `time.ParseDuration` of Go, by which Kubernetes reads fields of the type Duration that have no pattern.
 */
export function isGoDuration(text: string): boolean {
  return PARSED_DURATION.test(text) && sumOf(text.replace(SIGN, '')) <= LONGEST;
}

/** A number with a unit behind it, which may be a word. */
const COUNTED_UNIT = /\d\s*(?:(?:nano|micro|milli|sec|min|hour|day|week)[a-zµ]*|(?:ns|us|µs|ms|s|m|h|hr|d|w|wk)(?![a-zµ]))/i;

/**
 * Whether the API server takes the text where a CustomResourceDefinition has the format `duration`: a duration of Go, or any text in
 * which a number has a unit, such as `30 seconds`.
 *
 * Source: `ParseDuration` in kube-openapi's pkg/validation/strfmt/duration.go.
 */
export function isDurationOfSchemas(text: string): boolean {
  return isGoDuration(text) || COUNTED_UNIT.test(text);
}

function sumOf(duration: string): number {
  return [...duration.matchAll(COMPONENT)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS_PER_UNIT[unit], 0);
}

/** Seconds as a Go duration; undefined stays undefined. */
export function goDuration(seconds: number): string;
export function goDuration(seconds: number | undefined): string | undefined;
export function goDuration(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `${seconds}s`;
}
