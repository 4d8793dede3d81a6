import { DNS_LABEL, DNS_SUBDOMAIN, HOST_NAME_LABEL, hasFormat, isWithin, LABEL_KEY, PREFERENCE_WEIGHTS } from '../facts';
import { fieldValues, isObject, objectsOf } from '../graph';

/** What is wrong with a field of an affinity. */
export interface AffinityFault {
  /** Path of the field in the affinity. */
  readonly path: string;
  readonly value: unknown;
  /** What is refused, to follow "KubeVirt refuses". */
  readonly refused: string;
  readonly remedy: string;
  /** What to write instead; undefined: nobody knows. */
  readonly wanted?: unknown;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const POD_KINDS = ['podAffinity', 'podAntiAffinity'];
const KINDS = ['nodeAffinity', ...POD_KINDS];
const NODE_NAME = 'metadata.name';
const TERMS = [
  ['nodeAffinity', REQUIRED, 'nodeSelectorTerms[]', 'matchFields[]'],
  ['nodeAffinity', `${PREFERRED}[]`, 'preference', 'matchFields[]'],
];

/**
 * What KubeVirt refuses in the affinity of a VM, beside what `requirementFaults` says of its selectors: `validateAffinity`
 * in its validate-k8s-utils.go.
 */
export function affinityFaults(affinity: Readonly<Record<string, any>>): AffinityFault[] {
  return [
    ...KINDS.flatMap((kind) => weightFaults(affinity, kind)),
    ...POD_KINDS.flatMap((kind) => podTermFaults(affinity, kind)),
    ...nodeTermFaults(affinity),
    ...TERMS.flatMap((steps) => fieldValues(affinity, steps)).flatMap(({ path, value }) => nodeFieldFaults(path, value)),
  ];
}

function weightFaults(affinity: Readonly<Record<string, any>>, kind: string): AffinityFault[] {
  return objectsOf(affinity[kind]?.[PREFERRED]).flatMap(({ weight }, index) => {
    const path = `${kind}.${PREFERRED}[${index}].weight`;
    return typeof weight === 'number' && !isWithin(weight, PREFERENCE_WEIGHTS)
      ? [{ path, value: weight, refused: 'weights outside 1 to 100', remedy: 'Use weight: 100.', wanted: 100 }]
      : [];
  });
}

function podTermFaults(affinity: Readonly<Record<string, any>>, kind: string): AffinityFault[] {
  const terms = [...fieldValues(affinity, [kind, `${REQUIRED}[]`]), ...fieldValues(affinity, [kind, `${PREFERRED}[]`, 'podAffinityTerm'])];
  return terms.flatMap(({ path, value }) => {
    const { topologyKey, namespaces } = isObject(value) ? value : {};
    return [...topologyFaults(`${path}.topologyKey`, topologyKey), ...namespaceFaults(`${path}.namespaces`, namespaces)];
  });
}

function topologyFaults(path: string, value: unknown): AffinityFault[] {
  const remedy = `Use topologyKey: ${HOST_NAME_LABEL}.`;
  if (value === undefined || value === '') {
    return [{ path, value, refused: 'a pod affinity term without a node label to compare', remedy, wanted: HOST_NAME_LABEL }];
  }
  return typeof value === 'string' && !hasFormat(value, LABEL_KEY)
    ? [{ path, value, refused: `a node label that is not ${LABEL_KEY.words}`, remedy, wanted: HOST_NAME_LABEL }]
    : [];
}

function namespaceFaults(path: string, namespaces: unknown): AffinityFault[] {
  const listed: unknown[] = Array.isArray(namespaces) ? namespaces : [];
  const refused = `the name of a namespace that is not ${DNS_LABEL.words}`;
  return listed.flatMap((value, index) =>
    typeof value === 'string' && !hasFormat(value, DNS_LABEL)
      ? [{ path: `${path}[${index}]`, value, refused, remedy: 'Use the name of a namespace.' }]
      : [],
  );
}

function nodeTermFaults(affinity: Readonly<Record<string, any>>): AffinityFault[] {
  const required = affinity.nodeAffinity?.[REQUIRED];
  const value = isObject(required) ? required.nodeSelectorTerms : undefined;
  const path = `nodeAffinity.${REQUIRED}.nodeSelectorTerms`;
  return isObject(required) && objectsOf(value).length === 0
    ? [{ path, value, refused: 'required node affinity without a term', remedy: 'Add a term, or remove it.' }]
    : [];
}

/** Of the fields of a node, its name is the only one to select by. */
function nodeFieldFaults(path: string, requirement: unknown): AffinityFault[] {
  const { key, operator, values } = isObject(requirement) ? requirement : {};
  const names: unknown[] = Array.isArray(values) ? values : [];
  const faults: AffinityFault[] = [];
  if (key !== NODE_NAME) {
    const refused = `fields of nodes other than ${NODE_NAME}`;
    faults.push({ path: `${path}.key`, value: key, refused, remedy: 'Use it, or matchExpressions for a label.' });
  }
  if (operator !== 'In' && operator !== 'NotIn') {
    faults.push({
      path: `${path}.operator`,
      value: operator,
      refused: 'operators other than In and NotIn here',
      remedy: 'Use one of them.',
    });
  } else if (names.length !== 1) {
    faults.push({
      path: `${path}.values`,
      value: values,
      refused: 'a term that does not name exactly one node',
      remedy: 'Use a term for each node.',
    });
  }
  names.forEach((value, index) => {
    if (key === NODE_NAME && typeof value === 'string' && !hasFormat(value, DNS_SUBDOMAIN)) {
      const refused = `the name of a node that is not ${DNS_SUBDOMAIN.words}`;
      faults.push({ path: `${path}.values[${index}]`, value, refused, remedy: 'Use the name of a node.' });
    }
  });
  return faults;
}
