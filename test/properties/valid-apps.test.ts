import { ManifestCheck, Severity } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { releases, strictErrors } from '../support/strict-schemas';
import { parseManifests } from '../support/synthesize';
import { describeWithCrds } from '../support/with-crds';
import { buildApp } from './build-app';
import { RUNS, silenceWarnings } from './runs';
import { scenario } from './scenario';

silenceWarnings();

test(`${RUNS} random valid apps break no rule and synthesize to the same bytes, twice and built anew`, () => {
  fc.assert(
    fc.property(scenario, (drawn) => {
      const { app } = buildApp(drawn);
      const errors = ManifestCheck.findings(app).filter(({ severity }) => severity === Severity.ERROR);
      expect(errors).toEqual([]);
      const first = app.synthYaml();
      expect(app.synthYaml()).toBe(first);
      expect(buildApp(drawn).app.synthYaml()).toBe(first);
    }),
    { numRuns: RUNS },
  );
});

describeWithCrds('against the CRDs', () => {
  test(`${RUNS} random valid apps are what the API servers of their release and of later ones take`, () => {
    fc.assert(
      fc.property(scenario, (drawn) => {
        const manifests = parseManifests(buildApp(drawn).app.synthYaml());
        const claimed = releases.filter((release) => minor(release) >= minor(drawn.cluster.kubevirtVersion));
        expect(claimed.flatMap((release) => manifests.flatMap((manifest) => strictErrors(manifest, release)))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

function minor(release: string): number {
  return Number(release.split('.')[1]);
}
