import { Arguments } from '../errors';
import { Architecture } from './architecture';
import { ClusterEvictionStrategy } from './cluster-eviction-strategy';
import type { ClusterProfileOptions } from './cluster-profile-options';
import { isKubernetesObject } from './listed-objects';
import type { NodePodRequests } from './node-pod-requests';
import { Platform } from './platform';

/** What a file says of a cluster: the release under the name of its product, and the options of a profile. */
export interface ProfileData extends ClusterProfileOptions {
  /** KubeVirt release of a cluster that is no OpenShift, e.g. `1.8`. */
  readonly kubevirt?: string;
  /** OpenShift release, e.g. `4.20`. */
  readonly openshift?: string;
}

/** What a value has to be: the rule without a full stop, and what to do. */
interface Demand {
  readonly holds: (value: unknown) => boolean;
  readonly rule: string;
  readonly remedy: string;
}

const RELEASE: Demand = {
  holds: isText,
  rule: 'a release is a text, because 4.20 as a number is 4.2',
  remedy: 'Put it in quotes.',
};

const DEMANDS: { readonly [name in keyof Required<ProfileData>]: Demand } = {
  kubevirt: RELEASE,
  openshift: RELEASE,
  treatAs: RELEASE,
  platform: oneOf(Platform),
  workers: {
    holds: (value) => Number.isInteger(value) && Number(value) > 0,
    rule: 'it is the number of workers',
    remedy: 'Write 1 or more.',
  },
  architecture: oneOf(Architecture),
  evictionStrategy: oneOf(ClusterEvictionStrategy),
  featureGates: { holds: isListOf(isText), rule: 'it is a list of names', remedy: 'Write names such as HostDisk, or [].' },
  objects: {
    holds: isListOf(isKubernetesObject),
    rule: 'it is a list of objects with apiVersion and kind',
    remedy: 'Write objects as kubectl get -o yaml prints them.',
  },
  podRequests: {
    holds: isListOf(isPodRequests),
    rule: 'it is a list of nodes, each with what its pods request',
    remedy: 'Write entries such as {node: worker-0, requests: {cpu: 2500m, memory: 9Gi, pods: "14"}}.',
  },
  hostFailuresTolerated: {
    holds: (value) => Number.isInteger(value) && Number(value) >= 0,
    rule: 'it is the number of hosts that may fail at the same time',
    remedy: 'Write 0 or more.',
  },
};

/**
 * What a file says of a cluster.
 *
 * @param file its name, for errors
 * @param data what stands in it
 * @throws when it is no profile (`cluster-profile-invalid`): the field, its value, the rule
 */
export function profileData(file: string, data: unknown): ProfileData {
  const refuse = (field: string, value: unknown, rule: string, remedy: string) =>
    new Arguments(file).refuse('cluster-profile-invalid', field, JSON.stringify(value), rule, remedy);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return refuse(
      'the document',
      data,
      'a profile is a map with openshift or kubevirt in it',
      'Write openshift: "4.20", or kubevirt: "1.8".',
    );
  }
  for (const [field, value] of Object.entries(data)) {
    if (!Object.hasOwn(DEMANDS, field)) {
      refuse(field, value, 'a profile has no such field', `Use ${Object.keys(DEMANDS).join(', ')}.`);
    }
    const { holds, rule, remedy } = DEMANDS[field as keyof ProfileData];
    if (!holds(value)) {
      refuse(field, value, rule, remedy);
    }
  }
  const { openshift, kubevirt } = data as ProfileData;
  if ((openshift === undefined) === (kubevirt === undefined)) {
    const rule = 'a cluster has one of openshift and kubevirt';
    refuse(
      'openshift',
      openshift,
      rule,
      openshift === undefined ? 'Write the release of the cluster.' : 'Remove kubevirt: OpenShift brings its own.',
    );
  }
  return data as ProfileData;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isPodRequests(entry: unknown): boolean {
  const { node, virtualMachine = '', requests } = (entry ?? {}) as Partial<NodePodRequests>;
  return (
    isText(node) && isText(virtualMachine) && typeof requests === 'object' && requests !== null && Object.values(requests).every(isText)
  );
}

function isListOf(holds: (entry: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds);
}

function oneOf(values: Readonly<Record<string, string>>): Demand {
  const texts = Object.values(values);
  return { holds: (value) => texts.includes(value as string), rule: 'nothing else is known', remedy: `Use one of ${texts.join(', ')}.` };
}
