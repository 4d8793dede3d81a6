/** Seconds as OpenShift's APIs write them; undefined stays undefined. */
export function goDuration(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `${seconds}s`;
}
