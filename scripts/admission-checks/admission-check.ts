/** A check that an admission makes, and what has it here. */
export interface AdmissionCheck {
  /** The function that makes it. */
  readonly function: string;
  /** What it refuses: a noun with what is wrong about it. */
  readonly refuses: string;
  /** The first release from 1.5 on that makes it; absent: 1.5. */
  readonly since?: string;
  /** The last release up to 1.9 that makes it; absent: 1.9. */
  readonly until?: string;
  /** The rules that have it. */
  readonly rules?: readonly string[];
  /** What it depends on and a manifest does not say. */
  readonly state?: string;
}

/** A file of sources with the checks in it. */
export interface CheckedSource {
  /** The project, such as `KubeVirt` or `CDI`. */
  readonly component: string;
  readonly file: string;
  readonly checks: readonly AdmissionCheck[];
}

/** The releases that make a check. */
export type Releases = Pick<AdmissionCheck, 'since' | 'until'>;

/** A check that one rule has. */
export function check(name: string, refuses: string, rule: string, releases: Releases = {}): AdmissionCheck {
  return { function: name, refuses, ...releases, rules: [rule] };
}

/** A check of what no manifest says. */
export function stateful(name: string, refuses: string, state: string, releases: Releases = {}): AdmissionCheck {
  return { function: name, refuses, ...releases, state };
}
