import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { CORE_SCHEMA, load } from 'js-yaml';
import { IntentAnnotation, KUBERNETES_OF_KUBEVIRT } from '../../src/facts';
import type { Manifest } from '../../src/graph';
import { crdFolder, type Release, releases } from '../support/strict-schemas';

/** What a cluster serves: the kinds of a release of KubeVirt, and a channel of the Gateway API. */
export interface Served {
  readonly release: Release;
  readonly channel: Channel;
}

/** A cluster that tests start. */
export interface TestCluster extends Served {
  /** The release of Kubernetes whose API is served, `1.33`; undefined: that of the API server. */
  readonly kubernetes?: string;
}

type Channel = 'standard' | 'experimental';

const EXPERIMENTAL = '.experimental.yaml';
const SHARED_FOLDERS = ['openshift', 'medik8s', 'ecosystem'];

/** The oldest minor release of Kubernetes 1 that the API server takes on: the third before its own. */
const OLDEST_EMULATED = 33;

/** The clusters that manifests are for, with the oldest Kubernetes that the release of KubeVirt supports, as far as it can be had. */
export const CLUSTERS: readonly TestCluster[] = releases.flatMap((release) => {
  const kubernetes = `1.${Math.max(KUBERNETES_OF_KUBEVIRT[release][0], OLDEST_EMULATED)}`;
  return [
    { release, channel: 'standard', kubernetes },
    { release, channel: 'experimental', kubernetes },
  ];
});

/** For what is the same with every release of KubeVirt. */
export const NEWEST: TestCluster = { release: releases[releases.length - 1], channel: 'experimental' };

/**
 * The cluster that manifests are for, as far as there are CustomResourceDefinitions: of the release, else of the next one that has
 * some, which serves all that the release does.
 */
export function servedFor(manifests: readonly Manifest[], { kubevirtVersion }: ClusterProfile): Served {
  const release = releases.find((candidate) => candidate >= kubevirtVersion) ?? releases[releases.length - 1];
  const isExperimental = manifests.some(
    (manifest) => manifest?.metadata?.annotations?.[IntentAnnotation.GATEWAY_CHANNEL] === 'experimental',
  );
  return { release, channel: isExperimental ? 'experimental' : 'standard' };
}

/** A profile of what is served, on the product of another profile. */
export function profileOf({ release }: Served, { isOpenshift }: ClusterProfile): ClusterProfile {
  return isOpenshift ? ClusterProfile.openshift(ClusterProfile._openshiftWith(release)) : ClusterProfile.kubevirt(release);
}

/** The CustomResourceDefinitions of a cluster. */
export function definitionsOf({ release, channel }: Served): Manifest[] {
  return [`kubevirt-v${release}`, ...SHARED_FOLDERS].flatMap((folder) =>
    readdirSync(join(crdFolder, folder))
      .filter((file) => file.endsWith('.yaml') && isOfChannel(join(crdFolder, folder, file), channel))
      .map((file) => definitionIn(join(crdFolder, folder, file))),
  );
}

const definitions = new Map<string, Manifest>();

/** Several clusters have the same ones, and they are long. */
function definitionIn(path: string): Manifest {
  const definition = definitions.get(path) ?? (load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Manifest);
  definitions.set(path, definition);
  return definition;
}

/** A definition of the experimental channel stands beside the one of the standard channel. */
function isOfChannel(path: string, channel: Channel): boolean {
  if (channel === 'standard') {
    return !path.endsWith(EXPERIMENTAL);
  }
  return path.endsWith(EXPERIMENTAL) || !existsSync(path.replace(/\.yaml$/, EXPERIMENTAL));
}
