import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestCheck } from 'cdk8s-kubevirt';
import { claimedReleases, EXAMPLES, examples, synthesisOf } from './support/examples';
import { strictErrors } from './support/strict-schemas';
import { describeWithCrds } from './support/with-crds';

test('there are examples', () => {
  expect(examples).not.toEqual([]);
});

describe.each(examples)('examples/%s', (example) => {
  test('synthesizes', () => {
    expect(synthesisOf(example).manifests).not.toEqual([]);
  });

  test('says first what it shows', () => {
    expect(readFileSync(join(EXAMPLES, example), 'utf8')).toMatch(/^(\/\/|\/\*\*)/);
  });

  test('breaks no rule, not even one that only warns', () => {
    expect(ManifestCheck.findings(synthesisOf(example).app)).toEqual([]);
  });

  describeWithCrds('against the CRDs', () => {
    test('is what the API servers of its KubeVirt release and of later ones take', () => {
      const { app, manifests } = synthesisOf(example);
      const claimed = claimedReleases(app);
      expect(claimed).not.toEqual([]);
      expect(claimed.flatMap((release) => manifests.flatMap((manifest) => strictErrors(manifest, release)))).toEqual([]);
    });
  });
});
