import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests, type RuleFinding, ruleContext } from '../../src/audit';
import type { Manifest } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from '../audit/fixture';
import { expressionBreakers } from './expression-breakers';
import { profileOf, type Served, servedFor } from './served';

/** An object of a fixture, and what our rules find in it, all of them, on a cluster that serves what the API server does. */
export interface FixtureCase {
  readonly source: string;
  readonly served: Served;
  readonly manifest: Manifest;
  readonly findings: readonly RuleFinding[];
}

/** Every object of every fixture, and those that break expressions. */
export function fixtureCases(): FixtureCase[] {
  return [...fixtures(), ...expressionBreakers().flatMap(breakerCases)];
}

function fixtures(): FixtureCase[] {
  return fixtureFolders().flatMap((rule) =>
    (['passing', 'failing'] as const).flatMap((verdict) =>
      fixturesOf(rule, verdict).flatMap((fixture) => casesOf(`${rule}/${verdict}/${fixture.name}`, fixture)),
    ),
  );
}

/** The release that has all of the kinds. */
function breakerCases(manifest: Manifest, index: number): FixtureCase[] {
  const cluster = ClusterProfile.openshift(ClusterProfile._openshiftWith('1.8'));
  return casesOf(`expression/failing/${index}`, { manifests: [manifest], cluster });
}

function casesOf(source: string, { manifests, cluster }: Pick<Fixture, 'manifests' | 'cluster'>): FixtureCase[] {
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
