import { leaveOut } from './leave-out';
import { crdFolder, crdsAvailable } from './strict-schemas';

/** A group of tests that needs the CRDs: where they are missing, a warning and a test by that name say so. */
export function describeWithCrds(name: string, tests: () => void): void {
  if (crdsAvailable()) {
    describe(name, tests);
  } else {
    leaveOut(name, `NO CRDS IN ${crdFolder} (set CDK8S_KUBEVIRT_CRDS)`, () => !crdsAvailable());
  }
}
