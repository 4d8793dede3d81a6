import { leaveOut } from '../support/leave-out';
import { controlPlaneAvailable } from './part';

/** Why no part of Kubernetes can be started, in capitals; undefined: they can. */
export function noControlPlane(): string | undefined {
  return controlPlaneAvailable() ? undefined : 'NO CONTROL PLANE (`npm run test:cluster` builds it, with Go)';
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
