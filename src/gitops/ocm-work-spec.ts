import { createHash } from 'node:crypto';
import type { Arguments } from '../errors';
import { CDI_GROUP, CRD_GROUP, groupIn, KUBEVIRT_GROUP, OCM_MANIFESTS_LIMIT, resourceOfKind, sizeInWork } from '../facts';
import { type DeliveredObject, hasData, waveOfObject } from './delivered-object';
import { type HealthCel, OCM_HEALTH } from './health';
import type { OcmIgnoredDifference, OcmWorkOptions } from './ocm-work-options';
import { SURROUNDINGS } from './sync-waves';

const MOST_WORKS = 1000;

const RUN_STRATEGY: OcmIgnoredDifference = { group: KUBEVIRT_GROUP, kind: 'VirtualMachine', jsonPaths: ['.spec.runStrategy'] };

/** What the hub is told of the status of objects, and when they are well. */
const HEALTH: readonly (readonly [group: string, kind: string, health: Health])[] = [
  [KUBEVIRT_GROUP, 'VirtualMachine', { fields: { status: '.status.printableStatus', ready: '.status.ready' }, ...OCM_HEALTH.machine }],
  [CDI_GROUP, 'DataVolume', { fields: { phase: '.status.phase', progress: '.status.progress' }, ...OCM_HEALTH.disk }],
];

interface Health extends HealthCel {
  readonly fields: Readonly<Record<string, string>>;
}

/** Objects of one resource. */
interface Resource {
  readonly group: string;
  readonly kind: string;
}

/**
 * What each work of a delivery says: a ManifestWork's spec.
 *
 * All is applied on the server. What the agent does by itself is to compare whole specs, and to write its own over what is there: with what
 * KubeVirt fills in it never finds them equal, and takes out each time what KubeVirt has put in, such as the UUID of the guest.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/spoke/apply/update_apply.go
 */
export function workSpecs(args: Arguments, options: OcmWorkOptions): object[] {
  const objects = inOrder(options.manifests._objects);
  const works = args.integer('works', options.works, { min: 1, max: MOST_WORKS }) ?? 1;
  const ignored = ignoredIn(args, options);
  const limit = options.manifestLimit === undefined ? OCM_MANIFESTS_LIMIT : options.manifestLimit.toKibibytes() * 1024;
  const shares = shared(objects, works);
  refuseSizes(args, shares, limit);
  return shares.map((share) => ({
    workload: { manifests: share },
    deleteOption: deleteOption(share, options.prune ?? true),
    manifestConfigs: configs(resourcesOf(share), ignored),
    executor: executor(args, options),
  }));
}

/**
 * The agent applies namespaces and the like first, and kinds that it does not know last, in the order in which they stand.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/spoke/controllers/manifestcontroller/manifestwork_reconciler.go
 */
function inOrder(objects: readonly DeliveredObject[]): DeliveredObject[] {
  return [...objects].sort((one, other) => waveOfObject(one) - waveOfObject(other));
}

function nameOf({ apiVersion, kind, metadata }: DeliveredObject): string {
  return [apiVersion, kind, ...(metadata?.namespace === undefined ? [] : [metadata.namespace]), metadata?.name].join('/');
}

/**
 * Which object stands in which work depends on its name and the number of works: with one work more, few change places. What others stand in
 * stays in the first one: a namespace that changed places would be made after what is in it.
 */
function shared(objects: readonly DeliveredObject[], works: number): DeliveredObject[][] {
  const shares: DeliveredObject[][] = Array.from({ length: works }, () => []);
  for (const object of objects) {
    shares[works === 1 || waveOfObject(object) <= SURROUNDINGS ? 0 : placeOf(object, works)].push(object);
  }
  return shares;
}

function placeOf(object: DeliveredObject, works: number): number {
  const name = nameOf(object);
  const draws = Array.from({ length: works }, (_, work) => createHash('sha256').update(`${work}/${name}`).digest('hex'));
  return draws.indexOf([...draws].sort()[0]);
}

function refuseSizes(args: Arguments, shares: readonly (readonly DeliveredObject[])[], limit: number): void {
  const sizes = shares.map(sizeOf);
  const largest = Math.max(...sizes);
  const value = String(shares.length);
  if (sizes.includes(0) && shares.length > 1) {
    args.refuse('works-too-many', 'works', value, 'one of them would be empty, which the hub refuses', 'Pass fewer.');
  }
  if (largest > limit) {
    const rule = `the manifests of one of them have ${largest} bytes, and the hub takes ${limit}`;
    args.refuse('work-too-large', 'works', value, rule, sizeRemedy(shares.flat(), shares.length, limit));
  }
}

function sizeRemedy(objects: readonly DeliveredObject[], works: number, limit: number): string {
  for (let more = works + 1; more <= Math.min(MOST_WORKS, works + objects.length); more++) {
    if (shared(objects, more).every((share) => share.length > 0 && sizeOf(share) <= limit)) {
      return `Pass works: ${more}.`;
    }
  }
  return 'Deliver less with it, such as one chart, or have the hub take more.';
}

function sizeOf(objects: readonly DeliveredObject[]): number {
  return objects.reduce((sum, object) => sum + sizeInWork(object), 0);
}

/**
 * An object that is not the work's own survives both: its work, and that it is taken out of it.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/helper/helpers.go (`OwnedByTheWork`, `DeleteAppliedResources`)
 */
function deleteOption(objects: readonly DeliveredObject[], prune: boolean): object {
  if (!prune) {
    return { propagationPolicy: 'Orphan' };
  }
  const kept = objects.filter(hasData);
  const orphaningRules = kept.map(({ apiVersion, kind, metadata }) => ({
    group: groupIn(apiVersion),
    resource: resourceOfKind(kind),
    name: metadata?.name,
    namespace: metadata?.namespace ?? '',
  }));
  return kept.length === 0
    ? { propagationPolicy: 'Foreground' }
    : { propagationPolicy: 'SelectivelyOrphan', selectivelyOrphans: { orphaningRules } };
}

/**
 * Those that are applied on the server. The agent may update definitions of kinds, and not patch them.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/manifests/klusterlet/managed/klusterlet-work-clusterrole-execution.yaml
 */
function resourcesOf(objects: readonly DeliveredObject[]): Resource[] {
  const resources = new Map(
    objects.map(({ apiVersion, kind }) => [`${groupIn(apiVersion)}/${kind}`, { group: groupIn(apiVersion), kind }]),
  );
  return [...resources.values()].filter(({ group }) => group !== CRD_GROUP);
}

/**
 * The first that matches an object counts. Something in each work has to say whether it is under way: a rollout waits for that.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/hub/controllers/manifestworkreplicasetcontroller/manifestworkreplicaset_deploy_reconcile.go
 */
function configs(resources: readonly Resource[], ignored: readonly OcmIgnoredDifference[]): object[] {
  const healths = resources.map(healthOf);
  const spokesman = healths.every((health) => health === undefined) ? resources[0] : undefined;
  return resources.flatMap((resource, index) => {
    const told = resource === spokesman ? { conditionRules: [condition('Progressing', 'false')] } : healthFields(healths[index]);
    const ofKind = ignored.filter(({ group, kind }) => group === resource.group && kind === resource.kind);
    const forAll = ofKind.filter(({ name }) => name === undefined);
    const names = [...new Set(ofKind.flatMap(({ name }) => (name === undefined ? [] : [name])))];
    const named = names.map((name) => config(resource, name, [...forAll, ...ofKind.filter((one) => one.name === name)], told));
    return [...named, config(resource, '*', forAll, told)];
  });
}

function config({ group, kind }: Resource, name: string, ignored: readonly OcmIgnoredDifference[], told: object): object {
  const jsonPaths = [...new Set(ignored.flatMap((one) => one.jsonPaths))];
  const ignoreFields = jsonPaths.length === 0 ? undefined : [{ condition: 'OnSpokeChange', jsonPaths }];
  return {
    resourceIdentifier: { group, resource: resourceOfKind(kind), name, namespace: '*' },
    updateStrategy: { type: 'ServerSideApply', serverSideApply: { force: true, ignoreFields } },
    ...told,
  };
}

function healthOf({ group, kind }: Resource): Health | undefined {
  return HEALTH.find(([ofGroup, ofKind]) => ofGroup === group && ofKind === kind)?.[2];
}

function healthFields(health: Health | undefined): object {
  return health === undefined
    ? {}
    : {
        feedbackRules: [{ type: 'JSONPaths', jsonPaths: entries(health.fields) }],
        conditionRules: [condition('Progressing', `!(${health.current})`), condition('Degraded', health.failed)],
      };
}

function entries(fields: Readonly<Record<string, string>>): object[] {
  return Object.entries(fields).map(([name, path]) => ({ name, path }));
}

function condition(name: string, expression: string): object {
  return { condition: name, type: 'CEL', celExpressions: [expression] };
}

function ignoredIn(args: Arguments, { leavesRunStrategy, ignoredDifferences = [] }: OcmWorkOptions): OcmIgnoredDifference[] {
  for (const [index, { jsonPaths }] of ignoredDifferences.entries()) {
    if (jsonPaths.length === 0) {
      args.refuse('ignored-difference-empty', `ignoredDifferences[${index}]`, '[]', 'it names no field', 'Pass jsonPaths.');
    }
    for (const path of jsonPaths) {
      const rule = 'the agent reads a path behind a dot, as kubectl does within braces';
      args.matching(
        `ignoredDifferences[${index}].jsonPaths`,
        path,
        /^\.[^{}]+$/,
        rule,
        'Write it like ".spec.replicas".',
        'json-path-invalid',
      );
    }
  }
  return [...(leavesRunStrategy === true ? [RUN_STRATEGY] : []), ...ignoredDifferences];
}

function executor(args: Arguments, { executor: account }: OcmWorkOptions): object | undefined {
  if (account === undefined) {
    return undefined;
  }
  const namespace = args.objectName('executor.namespace', account.namespace);
  return { subject: { type: 'ServiceAccount', serviceAccount: { namespace, name: args.objectName('executor.name', account.name) } } };
}
