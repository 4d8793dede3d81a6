import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayRouteView, gatewayRoutes, objectsOf } from '../../../../graph';
import { type Collision, collideInExperimental, collideInStandard, collidingParents, listenerOf } from '../../../gateway-parents';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayParentsNotUnique: Rule<GatewayRouteView> = {
  id: 'gateway-parents-not-unique',
  title: 'A route of the Gateway API refers to each parent once, or to a listener of its own each time',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A reference without sectionName and port stands for every listener of the Gateway. The API server rejects a second reference to the same Gateway unless both name a listener, and different ones. Ports tell listeners apart in the experimental channel only. Namespaces are compared as they are written.',
  remediation: 'Remove one of the two references, or give each the sectionName of a listener of its own.',
  references: [GATEWAY_API],
  mentions: ['parentRefs'],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const { manifest, spec } = route;
  return objectsOf(spec.parentRefs).length === 0
    ? NOT_APPLICABLE
    : collidingParents(spec.parentRefs, collisionFor(route)).map(({ index, parent, first, firstParent }) => {
        const isSame = listenerOf(firstParent) === listenerOf(parent);
        return {
          manifest,
          path: `spec.parentRefs[${index}]`,
          value: parent,
          message: isSame
            ? `spec.parentRefs[${first}] is a reference to the same listeners of the same parent, and the API server rejects the route`
            : `spec.parentRefs[${first}] refers to the same parent in another way, and the API server rejects the route unless both have sectionName or neither, and so with port`,
          remedy: isSame
            ? 'Remove one of the two, or name another listener with sectionName.'
            : 'Name a listener with sectionName in both, and a port in both or in neither; or remove one of the two.',
        };
      });
}

/** Where the channel is not known, only what both reject is certain. */
function collisionFor(route: GatewayRouteView): Collision {
  return route.isForExperimentalChannel
    ? collideInExperimental
    : (one, other) => collideInStandard(one, other) && collideInExperimental(one, other);
}
