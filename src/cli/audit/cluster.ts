import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ClusterProfile } from '../../cluster';
import { clusterName } from '../../cluster/cluster-name';
import { ArgumentError } from '../../errors';
import { UsageError } from '../usage-error';

/** What manifests are judged for. */
export interface TargetCluster {
  readonly profile: ClusterProfile;
  /** In words, such as `OpenShift 4.20`. */
  readonly name: string;
}

const RELEASE = /^(openshift|kubevirt):(.+)$/i;

/** The cluster that nobody has named: what works somewhere is not refused. */
export function assumedCluster(): TargetCluster {
  const profile = ClusterProfile._assumedNewest();
  return { profile, name: `KubeVirt ${profile.kubevirtVersion}, which is assumed (--cluster says what it is)` };
}

/** The cluster that a text names: a release such as `openshift:4.20`, or a file that describes one. */
export function namedCluster(text: string, cwd: string): TargetCluster {
  const [, product, version] = RELEASE.exec(text) ?? [];
  const path = resolve(cwd, text);
  if (product === undefined && !existsSync(path)) {
    throw new UsageError(`--cluster is "${text}": there is no such file, and a release is openshift:4.20 or kubevirt:1.8.`);
  }
  return described(text, () => {
    if (product === undefined) {
      return ClusterProfile.fromFile(path);
    }
    return product.toLowerCase() === 'openshift' ? ClusterProfile.openshift(version) : ClusterProfile.kubevirt(version);
  });
}

/** The cluster that stands in a configuration. */
export function configuredCluster(file: string, data: unknown): TargetCluster {
  return described(file, () => ClusterProfile._fromData(file, data));
}

function described(source: string, make: () => ClusterProfile): TargetCluster {
  try {
    const profile = make();
    return { profile, name: clusterName(profile) };
  } catch (error) {
    if (error instanceof ArgumentError) {
      throw new UsageError(`The cluster "${source}" cannot be judged for: ${error.message}`);
    }
    throw error;
  }
}
