import {
  entryPath,
  INGRESS_GROUP,
  KUBEVIRT_GROUP,
  MACHINE_API_GROUP,
  MONITORING_GROUP,
  memberPath,
  NODE_HEALTH_CHECK_GROUP,
  OPERATOR_GROUP,
  SELF_NODE_REMEDIATION_GROUP,
} from '../facts';
import { apiGroup, isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** Labels and expressions that have to hold together, wherever they stand in a manifest. */
export interface SelectorView {
  readonly manifest: Manifest;
  /** Manifest path of the selector. */
  readonly path: string;
  /** What it asks for, as far as it can be read. */
  readonly requirements: readonly RequirementView[];
  /** Whether it selects nodes. */
  readonly selectsNodes: boolean;
  /** Whether it is a term that can compare numbers too. */
  readonly isNodeTerm: boolean;
  /** Whether it is only preferred. */
  readonly isPreference: boolean;
}

/** What a selector asks of one label. */
export interface RequirementView {
  /** Manifest path of the label or expression. */
  readonly path: string;
  /** What stands there. */
  readonly value: unknown;
  readonly key: string;
  /** A label is an expression with `In` and one value. */
  readonly operator: string;
  readonly values: readonly string[];
}

/** The groups whose kinds have selectors of this meaning; what others mean by the same words is not known. */
const GROUPS = [
  '',
  'apps',
  'batch',
  'policy',
  INGRESS_GROUP,
  MONITORING_GROUP,
  MACHINE_API_GROUP,
  OPERATOR_GROUP,
  KUBEVIRT_GROUP,
  NODE_HEALTH_CHECK_GROUP,
  SELF_NODE_REMEDIATION_GROUP,
];

/** Fields without selectors, in manifests that are large. */
const WITHOUT_SELECTORS = new Set([
  'metadata',
  'status',
  'domain',
  'volumes',
  'networks',
  'tolerations',
  'accessCredentials',
  'readinessProbe',
  'livenessProbe',
  'source',
  'resources',
]);

const NODE_TERMS = ['nodeSelectorTerms', 'preference'];

/** A field whose expressions have no object around them: those of the agents of self node remediation. */
const BARE_TERM = 'customDsNodeSelectorRequirements';

/** The selectors of all manifests whose kinds have them: label selectors, terms of node selectors, and plain labels. */
export function selectors(graph: ManifestGraph): SelectorView[] {
  const found: SelectorView[] = [];
  for (const manifest of graph.manifests) {
    const group = apiGroup(manifest);
    if (isObject(manifest.spec) && (GROUPS.includes(group) || group.endsWith('.kubevirt.io'))) {
      collect(found, manifest, manifest.spec, ['spec'], '');
    }
  }
  return found;
}

/**
 * @param steps the way to the value; it is as before when all is collected
 * @param field the name of the field that the value stands in, its own or that of its list
 */
function collect(found: SelectorView[], manifest: Manifest, value: object, steps: (string | number)[], field: string): void {
  const isList = Array.isArray(value);
  if (isList && field === BARE_TERM) {
    const path = pathOf(steps);
    found.push({
      manifest,
      path,
      requirements: expressionRequirements(path, value),
      selectsNodes: true,
      isNodeTerm: true,
      isPreference: false,
    });
    return;
  }
  const object = value as Record<string, unknown>;
  if (!isList && isSelector(object, field, manifest)) {
    const path = pathOf(steps);
    const isNodeTerm = NODE_TERMS.includes(field);
    const selectsNodes = isNodeTerm || field === 'nodeSelector' || apiGroup(manifest) === NODE_HEALTH_CHECK_GROUP;
    const requirements = hasParts(object) ? requirementsIn(path, object) : labelRequirements(path, object);
    const isPreference = path.includes('.preferredDuringSchedulingIgnoredDuringExecution[');
    found.push({ manifest, path, requirements, selectsNodes, isNodeTerm, isPreference });
    return;
  }
  for (const name of Object.keys(value)) {
    const member = object[name];
    if (typeof member === 'object' && member !== null && !WITHOUT_SELECTORS.has(name)) {
      steps.push(isList ? Number(name) : name);
      collect(found, manifest, member, steps, isList ? field : name);
      steps.pop();
    }
  }
}

function pathOf(steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step) => (typeof step === 'number' ? `${path}[${step}]` : memberPath(path, step)), '');
}

function isSelector(value: Record<string, unknown>, field: string, manifest: Manifest): boolean {
  return hasParts(value) || field === 'nodeSelector' || isPlainSelector(field, manifest.kind);
}

function hasParts({ matchLabels, matchExpressions }: Record<string, unknown>): boolean {
  return isObject(matchLabels) || Array.isArray(matchExpressions);
}

function isPlainSelector(field: string, kind: string): boolean {
  switch (kind) {
    case 'Service':
      return field === 'selector';
    case 'MigrationPolicy':
      return field === 'namespaceSelector' || field === 'virtualMachineInstanceSelector';
    default:
      return false;
  }
}

/** What a label selector asks for, as far as it can be read. */
export function requirementsIn(path: string, selector: unknown): RequirementView[] {
  const { matchLabels, matchExpressions } = isObject(selector) ? selector : {};
  return [
    ...labelRequirements(`${path}.matchLabels`, matchLabels),
    ...expressionRequirements(`${path}.matchExpressions`, matchExpressions),
  ];
}

function labelRequirements(path: string, labels: unknown): RequirementView[] {
  return Object.entries(isObject(labels) ? labels : {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ path: entryPath(path, key), value, key, operator: 'In', values: [value] }] : [],
  );
}

function expressionRequirements(path: string, expressions: unknown): RequirementView[] {
  const list: unknown[] = Array.isArray(expressions) ? expressions : [];
  return list.flatMap((expression, index) => (isObject(expression) ? expressionRequirement(`${path}[${index}]`, expression) : []));
}

function expressionRequirement(path: string, expression: Record<string, unknown>): RequirementView[] {
  const { key, operator, values } = expression;
  if (typeof key !== 'string' || typeof operator !== 'string') {
    return [];
  }
  const texts = Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string') : [];
  return [{ path, value: expression, key, operator, values: texts }];
}
