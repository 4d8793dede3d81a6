const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

const GO_DURATION = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const COMPONENT = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** The seconds of a Go duration such as `5m30s`; undefined for anything that is none. */
export function secondsOfGoDuration(value: unknown): number | undefined {
  if (value === '0') {
    return 0;
  }
  if (typeof value !== 'string' || !GO_DURATION.test(value)) {
    return undefined;
  }
  return [...value.matchAll(COMPONENT)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS_PER_UNIT[unit], 0);
}
