import { Stage } from '../../../admission/stage';
import { INGRESS_GROUP, isIpRange, isPartOf, PORTS, withoutLeadingZeros } from '../../../facts';
import { isObject, type Manifest, objectsOf } from '../../../graph';
import type { Outcome, Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

/** What is wrong with a part of a rule of a policy. */
interface Fault extends Pick<Violation, 'value' | 'message' | 'remedy'> {
  /** Path of the field within the part; empty: the part itself. */
  readonly field: string;
}

const DIRECTIONS = [
  { direction: 'ingress', peers: 'from' },
  { direction: 'egress', peers: 'to' },
] as const;

export const networkPolicyRefused: Rule<Manifest> = {
  id: 'network-policy-refused',
  title: 'The ports and peers of a NetworkPolicy are ones that Kubernetes takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server refuses a range of ports that ends before it begins or does not begin with a number, an ipBlock that is no range of addresses, exceptions that are not part of it, and a peer that says nothing or two things.',
  remediation: 'Write port and endPort as numbers in order, addresses with the length of their prefix, and one kind of peer.',
  references: ['https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/networking/validation/validation.go'],
  subjects: (graph) => graph.ofKind(INGRESS_GROUP, 'NetworkPolicy'),
  evaluate,
};

function evaluate(policy: Manifest): Outcome {
  return DIRECTIONS.flatMap(({ direction, peers }) =>
    objectsOf(policy.spec?.[direction]).flatMap((rule, index) => [
      ...violations(policy, `spec.${direction}[${index}].ports`, rule.ports, portFaults),
      ...violations(policy, `spec.${direction}[${index}].${peers}`, rule[peers], peerFaults),
    ]),
  );
}

function violations(manifest: Manifest, path: string, list: unknown, faultsOf: (entry: Record<string, any>) => Fault[]): Violation[] {
  return objectsOf(list).flatMap((entry, index) =>
    faultsOf(entry).map(({ field, ...fault }) => ({
      manifest,
      path: field === '' ? `${path}[${index}]` : `${path}[${index}].${field}`,
      ...fault,
    })),
  );
}

/** That each is a number of a port is what the schema says. */
function portFaults({ port, endPort }: Record<string, any>): Fault[] {
  if (typeof endPort !== 'number' || endPort < PORTS.min) {
    return [];
  }
  const at = { field: 'endPort', value: endPort };
  if (typeof port !== 'number') {
    const message = port === undefined ? 'a range without port has no beginning' : 'a range cannot begin with the name of a port';
    return [{ ...at, message, remedy: 'Set port to the first number of the range.' }];
  }
  const message = `the range ends before it begins with ${port}`;
  return endPort < port ? [{ ...at, message, remedy: 'Put the smaller number into port.' }] : [];
}

function peerFaults(peer: Record<string, any>): Fault[] {
  const { ipBlock, podSelector, namespaceSelector } = peer;
  const hasSelector = podSelector !== undefined || namespaceSelector !== undefined;
  if (ipBlock === undefined) {
    const message = 'a peer that says nothing is refused';
    const remedy = 'Name a podSelector, a namespaceSelector or an ipBlock.';
    return hasSelector ? [] : [{ field: '', value: peer, message, remedy }];
  }
  if (hasSelector) {
    const message = 'a peer is addresses or pods, not both';
    return [{ field: '', value: peer, message, remedy: 'Make two peers of them.' }];
  }
  return isObject(ipBlock) ? blockFaults(ipBlock) : [];
}

function blockFaults({ cidr, except }: Record<string, any>): Fault[] {
  if (typeof cidr !== 'string' || cidr === '') {
    return [];
  }
  if (!isIpRange(withoutLeadingZeros(cidr))) {
    return [
      {
        field: 'ipBlock.cidr',
        value: cidr,
        message: 'this is no range of addresses',
        remedy: 'Write one such as 10.0.0.0/8; a single address ends with /32.',
      },
    ];
  }
  const exceptions: unknown[] = Array.isArray(except) ? except : [];
  return exceptions.flatMap((range, index) => {
    const isPart = typeof range !== 'string' || isPartOf(withoutLeadingZeros(range), withoutLeadingZeros(cidr));
    const message = `this is no smaller part of ${cidr}`;
    return isPart ? [] : [{ field: `ipBlock.except[${index}]`, value: range, message, remedy: 'List ranges within cidr, or remove it.' }];
  });
}
