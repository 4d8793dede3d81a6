import { controlPlaneAvailable } from './part';

/** Why no part of Kubernetes can be started, in capitals; undefined: they can. */
export function noControlPlane(): string | undefined {
  return controlPlaneAvailable() ? undefined : 'NO CONTROL PLANE (`npm run test:cluster` builds it, with Go)';
}

/** Says that a group of tests is left out, and what it is missing, in capitals, with a test that holds as long as it is missing. */
export function leaveOut(name: string, lacking: string, isMissing: () => boolean): void {
  console.warn(`${lacking}: LEFT OUT: ${name}`);
  test(`${lacking}: LEFT OUT: ${name}`, () => expect(isMissing()).toBe(true));
}

/** A group of tests that need the parts of Kubernetes, and nothing else; where there are none, a warning and a test by that name say so. */
export function describeControlPlane(name: string, tests: () => void): void {
  const lacking = noControlPlane();
  if (lacking === undefined) {
    describe(name, tests);
  } else {
    leaveOut(name, lacking, () => noControlPlane() !== undefined);
  }
}
