import type { Arguments } from '../errors';
import { KUBEVIRT_GROUP } from '../facts';
import type { ArgoIgnoredDifference, ArgoSource, ArgoSyncOptions } from './argo-application-props';
import { folderIn } from './repository-folder';

/** The namespace in which Argo CD runs unless somebody has installed it elsewhere. */
export const ARGO_NAMESPACE = 'argocd';

const RETRIES = 5;

/** Has the cluster answer what an apply would change, in place of comparing texts. */
export const SERVER_SIDE_DIFF = 'ServerSideDiff=true';

const RUN_STRATEGY: ArgoIgnoredDifference = { group: KUBEVIRT_GROUP, kind: 'VirtualMachine', jsonPointers: ['/spec/runStrategy'] };

/**
 * The part of an Application that an ApplicationSet has too.
 *
 * Nothing is ignored that nobody asks for. What webhooks and controllers fill in is no difference where the server is asked, and what is
 * ignored is not applied either: a machine type, or a further interface beside an ignored MAC address, would never arrive.
 *
 * @see https://github.com/argoproj/argo-cd/issues/17694
 */
export function syncFields(args: Arguments, options: ArgoSyncOptions): object {
  const { automated = true, prune = true, selfHeal = true, createsNamespace, leavesRunStrategy, ignoredDifferences = [] } = options;
  const retries = args.integer('retries', options.retries, { min: 0 }) ?? RETRIES;
  for (const [index, difference] of ignoredDifferences.entries()) {
    refuseNothing(args, `ignoredDifferences[${index}]`, difference);
  }
  const ignored = [...(leavesRunStrategy === true ? [RUN_STRATEGY] : []), ...ignoredDifferences];
  const isIgnoring = ignored.length > 0;
  return {
    syncPolicy: {
      automated: automated ? { prune, selfHeal } : undefined,
      syncOptions: [
        'ServerSideApply=true',
        'ApplyOutOfSyncOnly=true',
        'PruneLast=true',
        ...(isIgnoring ? ['RespectIgnoreDifferences=true'] : []),
        ...(createsNamespace === true ? ['CreateNamespace=true'] : []),
      ],
      retry: { limit: retries, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
    },
    ignoreDifferences: isIgnoring ? ignored : undefined,
  };
}

export function sourceFields(args: Arguments, argument: string, { repository, path, revision = 'HEAD' }: ArgoSource): object {
  const remedy = 'Pass the address of the repository.';
  args.matching(`${argument}.repository`, repository, /\S/, 'Argo CD has to know where manifests are', remedy, 'repository-missing');
  return { repoURL: repository, path: folderIn(args, `${argument}.path`, path), targetRevision: revision };
}

function refuseNothing(args: Arguments, argument: string, ignored: ArgoIgnoredDifference): void {
  const fields = [ignored.jsonPointers, ignored.jqPathExpressions, ignored.managedFieldsManagers].flatMap((list) => list ?? []);
  if (fields.length === 0) {
    const rule = 'it names no field';
    args.refuse('ignored-difference-empty', argument, JSON.stringify(ignored), rule, 'Pass jsonPointers, jqPathExpressions or managers.');
  }
}
