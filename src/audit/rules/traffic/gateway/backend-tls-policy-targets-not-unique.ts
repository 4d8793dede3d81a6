import { BACKEND_TLS_POLICY } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { GATEWAY_GROUP } from '../../../../facts';
import { type Manifest, type ManifestGraph, objectsOf } from '../../../../graph';
import { positionsBy } from '../../../positions-by';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const backendTlsPolicyTargetsNotUnique: Rule<Manifest> = {
  id: 'backend-tls-policy-targets-not-unique',
  title: 'A BackendTLSPolicy refers to each target once, or to a port of its own each time',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A reference without sectionName stands for all ports of the Service. The API server rejects a second reference to the same Service unless both name a port, and different ones.',
  remediation: 'Remove one of the two references, or give each the sectionName of a port of its own.',
  references: [BACKEND_TLS_POLICY],
  mentions: ['targetRefs'],
  subjects: (graph: ManifestGraph) => graph.ofKind(GATEWAY_GROUP, 'BackendTLSPolicy'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const targets = objectsOf(manifest.spec?.targetRefs);
  if (targets.length === 0) {
    return NOT_APPLICABLE;
  }
  const alike = positionsBy(targets, targetOf);
  return targets.flatMap((target, index): Violation[] => {
    const first = alike(target).find((position) => collide(targets[position], target)) ?? index;
    const message = `spec.targetRefs[${first}] refers to the same target, and the API server rejects the policy unless both name different ports`;
    const remedy = 'Remove one of the two, or set sectionName in both to the name of a port of its own.';
    return first === index ? [] : [{ manifest, path: `spec.targetRefs[${index}]`, value: target, message, remedy }];
  });
}

function collide(one: Record<string, any>, other: Record<string, any>): boolean {
  return one === other || !one.sectionName || !other.sectionName || one.sectionName === other.sectionName;
}

function targetOf({ group, kind, name }: Record<string, any>): string {
  return JSON.stringify([group, kind, name]);
}
