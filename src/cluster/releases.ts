import { Arguments } from '../errors';

/** The releases of a product that this library knows. */
interface KnownReleases {
  readonly product: string;
  readonly factory: string;
  readonly code: string;
  readonly major: number;
  readonly minors: { readonly min: number; readonly max: number };
}

/** OpenShift Virtualization 4.N has KubeVirt 1.(N-14). */
export const OPENSHIFT_MINORS_AHEAD = 14;

export const KUBEVIRT_RELEASES: KnownReleases = {
  product: 'KubeVirt',
  factory: 'ClusterProfile.kubevirt',
  code: 'kubevirt-version-unsupported',
  major: 1,
  minors: { min: 5, max: 9 },
};

export const OPENSHIFT_RELEASES: KnownReleases = {
  product: 'OpenShift',
  factory: 'ClusterProfile.openshift',
  code: 'openshift-version-unsupported',
  major: 4,
  minors: {
    min: KUBEVIRT_RELEASES.minors.min + OPENSHIFT_MINORS_AHEAD,
    max: KUBEVIRT_RELEASES.minors.max + OPENSHIFT_MINORS_AHEAD,
  },
};

/** The release that counts. */
export interface CountingRelease {
  readonly minor: number;
  /** The release that the cluster has, where another one counts. */
  readonly unsupported?: string;
}

/** The release that counts: that of the cluster, or the one that it is treated as where it is none that the library knows. */
export function countingRelease(known: KnownReleases, version: string, treatAs: string | undefined): CountingRelease {
  const given = parse(version);
  if (given !== undefined && isKnown(known, given)) {
    return treatAs === undefined ? { minor: given.minor } : refuseNeedless(known, version, treatAs);
  }
  if (given === undefined || treatAs === undefined) {
    return refuseUnknown(known, version, given);
  }
  const treated = parse(treatAs);
  if (treated === undefined || !isKnown(known, treated)) {
    const remedy = `Pass a release from ${range(known)}.`;
    return new Arguments(known.factory).refuse(known.code, 'options.treatAs', JSON.stringify(treatAs), knowledge(known), remedy);
  }
  return { minor: treated.minor, unsupported: `${given.major}.${given.minor}` };
}

interface Release {
  readonly major: number;
  readonly minor: number;
}

function parse(version: string): Release | undefined {
  const match = /^v?(\d+)\.(\d+)(\.\d+)?$/.exec(version);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

function isKnown({ major, minors }: KnownReleases, release: Release): boolean {
  return release.major === major && release.minor >= minors.min && release.minor <= minors.max;
}

function refuseNeedless({ product, factory }: KnownReleases, version: string, treatAs: string): never {
  const rule = `${product} ${version} is known as it is`;
  return new Arguments(factory).refuse('treat-as-without-need', 'options.treatAs', JSON.stringify(treatAs), rule, 'Leave it out.');
}

function refuseUnknown(known: KnownReleases, version: string, given: Release | undefined): never {
  return new Arguments(known.factory).refuse(known.code, 'version', JSON.stringify(version), knowledge(known), remedyFor(known, given));
}

function remedyFor(known: KnownReleases, given: Release | undefined): string {
  const { factory, major, minors } = known;
  if (given === undefined) {
    return `Pass a release such as '${major}.${minors.max}'.`;
  }
  const release = `${given.major}.${given.minor}`;
  const other = [KUBEVIRT_RELEASES, OPENSHIFT_RELEASES].find((product) => product.factory !== factory && isKnown(product, given));
  if (other !== undefined) {
    return `${release} is a release of ${other.product}: use ${other.factory}.`;
  }
  if (isKnown(known, { major: given.major, minor: given.minor * 10 })) {
    return `${release} is another release than ${release}0: pass '${release}0' if that is meant.`;
  }
  const isOlder = given.major < major || (given.major === major && given.minor < minors.min);
  const [better, nearest, risk] = isOlder
    ? ['Update the cluster', minors.min, `what ${release} lacks beside it is not told then`]
    : ['Look for a newer version of the library', minors.max, `what ${release} has changed since is not reckoned with then`];
  const call = `${factory}('${release}', { treatAs: '${major}.${nearest}' })`;
  return `${better}, or take the nearest release at your own risk, ${call}: ${risk}.`;
}

function knowledge(known: KnownReleases): string {
  return `this library knows ${known.product} ${range(known)}`;
}

function range({ major, minors }: KnownReleases): string {
  return `${major}.${minors.min} to ${major}.${minors.max}`;
}
