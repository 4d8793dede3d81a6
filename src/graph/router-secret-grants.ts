import { RBAC_GROUP } from '../facts';
import { isObject, type Manifest, objectsOf } from './manifest';
import type { ManifestGraph } from './manifest-graph';

const ROUTER_NAMESPACE = 'openshift-ingress';
const ROUTER_ACCOUNT = 'router';
const ROUTER_USER = `system:serviceaccount:${ROUTER_NAMESPACE}:${ROUTER_ACCOUNT}`;
const VERBS: readonly string[] = ['get', 'list', 'watch'];

/** A right of the router to read Secrets of a namespace; `all` when it is not bound to names, or not known. */
type Grant = ReadonlySet<string> | 'all';

/** The rights that the manifests give the router to read Secrets, by namespace. */
export function routerSecretGrants(graph: ManifestGraph): Map<string | undefined, Grant[]> {
  const grants = new Map<string | undefined, Grant[]>();
  for (const binding of graph.ofKind(RBAC_GROUP, 'RoleBinding')) {
    if (bindsRouter(binding)) {
      const namespace = binding.metadata?.namespace;
      const known = grants.get(namespace) ?? [];
      known.push(...grantsOf(binding, graph));
      grants.set(namespace, known);
    }
  }
  return grants;
}

/** Whether one of the rights covers the Secret. */
export function covers(grants: readonly Grant[], secret: string): boolean {
  return grants.some((grant) => grant === 'all' || grant.has(secret));
}

function bindsRouter(binding: Manifest): boolean {
  return objectsOf(binding.subjects).some(({ kind, name, namespace }) =>
    kind === 'ServiceAccount' ? name === ROUTER_ACCOUNT && namespace === ROUTER_NAMESPACE : kind === 'User' && name === ROUTER_USER,
  );
}

/** A role that is not among the manifests may give any right. */
function grantsOf(binding: Manifest, graph: ManifestGraph): Grant[] {
  const { kind, name } = isObject(binding.roleRef) ? binding.roleRef : {};
  const namespace = kind === 'Role' ? binding.metadata?.namespace : undefined;
  const role = graph.find(RBAC_GROUP, String(kind), namespace, String(name));
  return role === undefined ? ['all'] : objectsOf(role.rules).flatMap(grantOf);
}

function grantOf(rule: Record<string, any>): Grant[] {
  const allows = includes(rule.apiGroups, '') && includes(rule.resources, 'secrets') && VERBS.every((verb) => includes(rule.verbs, verb));
  if (!allows) {
    return [];
  }
  return Array.isArray(rule.resourceNames) && rule.resourceNames.length > 0 ? [new Set(rule.resourceNames)] : ['all'];
}

function includes(list: unknown, item: string): boolean {
  return Array.isArray(list) && (list.includes(item) || list.includes('*'));
}
