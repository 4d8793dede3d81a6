import { evaluateManifests, type RuleFinding, ruleContext } from '../../src/audit';
import type { Manifest } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from '../audit/fixture';
import { profileOf, type Served, servedFor } from './served';

/** An object of a fixture, and what our rules find in it, all of them, on a cluster that serves what the API server does. */
export interface FixtureCase {
  readonly source: string;
  readonly served: Served;
  readonly manifest: Manifest;
  readonly findings: readonly RuleFinding[];
}

/** Every object of every fixture. */
export function fixtureCases(): FixtureCase[] {
  return fixtureFolders().flatMap((rule) =>
    (['passing', 'failing'] as const).flatMap((verdict) =>
      fixturesOf(rule, verdict).flatMap((fixture) => casesOf(`${rule}/${verdict}/${fixture.name}`, fixture)),
    ),
  );
}

function casesOf(source: string, { manifests, cluster }: Fixture): FixtureCase[] {
  const served = servedFor(manifests, cluster);
  const profile = profileOf(served, cluster);
  const findings = evaluateManifests(manifests, profile);
  return ruleContext(manifests, profile).graph.manifests.map((manifest) => ({
    source,
    served,
    manifest,
    findings: findings.filter((finding) => isSame(finding.manifest, manifest)),
  }));
}

/** A graph makes objects of the items of lists: two graphs, two objects. */
function isSame(one: Manifest, other: Manifest): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
