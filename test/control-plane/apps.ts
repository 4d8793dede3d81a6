import { ClusterProfile } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import type { Manifest } from '../../src/graph';
import { buildApp } from '../properties/build-app';
import { scenario } from '../properties/scenario';
import { claimedReleases, examples, synthesesOf } from '../support/examples';
import { synthesize } from '../support/synthesize';
import { type Served, servedFor } from './served';

/** Objects that are applied together. */
export interface AppManifests {
  readonly name: string;
  readonly manifests: readonly Manifest[];
}

/** How many random apps are drawn. */
const APPS = Number(process.env.APPS ?? 500);

/** What decides which apps are drawn: say it to draw those of another run. */
const SEED = Number(process.env.APPS_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** The examples that are for a cluster; of those for several the first app. */
export function exampleApps(served: Served): AppManifests[] {
  return examples
    .map((name) => ({ name, ...synthesesOf(name)[0] }))
    .filter(({ app }) => claimedReleases(app).includes(served.release))
    .filter(({ app, manifests }) => servedFor(manifests, ClusterProfile.of(app)).channel === served.channel);
}

/** The random valid apps that are for a cluster, without objects that another of them has too. */
export function randomApps(served: Served): readonly AppManifests[] {
  drawn ??= draw();
  return drawn.get(keyOf(served)) ?? [];
}

let drawn: ReadonlyMap<string, readonly AppManifests[]> | undefined;

function draw(): ReadonlyMap<string, readonly AppManifests[]> {
  const apps = new Map<string, AppManifests[]>();
  const known = new Set<string>();
  fc.sample(scenario, { numRuns: APPS, seed: SEED }).forEach((scene, index) => {
    const manifests = synthesize(buildApp(scene).app);
    const key = keyOf(servedFor(manifests, scene.cluster));
    const newOnes = manifests.filter((manifest) => isNew(known, key + JSON.stringify(manifest)));
    apps.set(key, [...(apps.get(key) ?? []), { name: `app ${index} of APPS_SEED=${SEED}`, manifests: newOnes }]);
  });
  return apps;
}

function isNew(known: Set<string>, key: string): boolean {
  return known.size !== known.add(key).size;
}

function keyOf({ release, channel }: Served): string {
  return `${release} ${channel}`;
}
