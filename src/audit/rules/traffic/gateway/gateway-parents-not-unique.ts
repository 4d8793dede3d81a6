import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { GATEWAY_GROUP } from '../../../../facts';
import { type GatewayRouteView, gatewayRoutes, objectsOf } from '../../../../graph';
import { positionsBy } from '../../../positions-by';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayParentsNotUnique: Rule<GatewayRouteView> = {
  id: 'gateway-parents-not-unique',
  title: 'A route of the Gateway API refers to each parent once, or to a listener of its own each time',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A reference without sectionName and port stands for every listener of the Gateway. The API server rejects a second reference to the same Gateway unless both name a listener, and different ones. Namespaces are compared as they are written.',
  remediation: 'Remove one of the two references, or give each the sectionName of a listener of its own.',
  references: [GATEWAY_API],
  mentions: ['parentRefs'],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate({ manifest, spec }: GatewayRouteView): Outcome {
  const parents = objectsOf(spec.parentRefs);
  if (parents.length === 0) {
    return NOT_APPLICABLE;
  }
  const alike = positionsBy(parents, parentOf);
  return parents.flatMap((parent, index): Violation[] => {
    const first = alike(parent).find((position) => collide(parents[position], parent)) ?? index;
    if (first === index) {
      return [];
    }
    const isSame = listenerOf(parents[first]) === listenerOf(parent);
    return [
      {
        manifest,
        path: `spec.parentRefs[${index}]`,
        value: parent,
        message: isSame
          ? `spec.parentRefs[${first}] is a reference to the same listeners of the same parent, and the API server rejects the route`
          : `spec.parentRefs[${first}] refers to the same parent in another way, and the API server rejects the route unless both have sectionName or neither, and so with port`,
        remedy: isSame
          ? 'Remove one of the two, or name another listener with sectionName.'
          : 'Name a listener with sectionName in both, and a port in both or in neither; or remove one of the two.',
      },
    ];
  });
}

/** Two references to one parent go together when both name a section, a port or neither of them in the same way, and differ. */
function collide(one: Record<string, any>, other: Record<string, any>): boolean {
  const areOfOneKind = !one.sectionName === !other.sectionName && !one.port === !other.port;
  return !areOfOneKind || listenerOf(one) === listenerOf(other);
}

/** The defaults are those of the CustomResourceDefinition; without namespace it is not filled in. */
function parentOf({ group = GATEWAY_GROUP, kind = 'Gateway', name, namespace }: Record<string, any>): string {
  return JSON.stringify([group, kind, name, namespace || undefined]);
}

function listenerOf({ sectionName, port }: Record<string, any>): string {
  return JSON.stringify([sectionName || undefined, port || undefined]);
}
