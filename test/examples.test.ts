import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestCheck } from 'cdk8s-kubevirt';
import { claimedReleases, EXAMPLES, examples, synthesesOf } from './support/examples';
import { strictErrors } from './support/strict-schemas';
import { describeWithCrds } from './support/with-crds';

/** What GitOps tools are told: their CRDs are not among those of clusters. */
const OF_TOOLS = /^(argoproj\.io|(source|kustomize)\.toolkit\.fluxcd\.io|(cluster|work)\.open-cluster-management\.io)\//;

test('there are examples', () => {
  expect(examples).not.toEqual([]);
});

describe.each(examples)('examples/%s', (example) => {
  test('synthesizes', () => {
    const syntheses = synthesesOf(example);
    expect(syntheses).not.toEqual([]);
    for (const { manifests } of syntheses) {
      expect(manifests).not.toEqual([]);
    }
  });

  test('says first what it shows', () => {
    expect(readFileSync(join(EXAMPLES, example), 'utf8')).toMatch(/^(\/\/|\/\*\*)/);
  });

  test('breaks no rule, not even one that only warns', () => {
    expect(synthesesOf(example).flatMap(({ app }) => ManifestCheck.findings(app))).toEqual([]);
  });

  describeWithCrds('against the CRDs', () => {
    test('is what the API servers of its KubeVirt release and of later ones take', () => {
      for (const { app, manifests } of synthesesOf(example)) {
        const claimed = claimedReleases(app);
        const objects = manifests.filter(({ apiVersion }) => !OF_TOOLS.test(apiVersion));
        expect(claimed).not.toEqual([]);
        expect(claimed.flatMap((release) => objects.flatMap((manifest) => strictErrors(manifest, release)))).toEqual([]);
      }
    });
  });
});
