import { crdFolder, crdsAvailable } from './strict-schemas';

const LEFT_OUT = `CHECKS AGAINST THE CRDS LEFT OUT: no CRDs in ${crdFolder} (set CDK8S_KUBEVIRT_CRDS)`;

/** A group of tests that needs the CRDs: where they are missing, a warning and a test by that name say so. */
export function describeWithCrds(name: string, tests: () => void): void {
  if (crdsAvailable()) {
    describe(name, tests);
    return;
  }
  console.warn(`${LEFT_OUT}: ${name}`);
  test(`${LEFT_OUT}: ${name}`, () => expect(crdsAvailable()).toBe(false));
}
