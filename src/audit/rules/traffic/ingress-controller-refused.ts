import { INGRESS_CONTROLLER_TYPES, type IngressControllerFault, ingressControllerFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { OPERATOR_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { safeRemoval, safeSetting } from '../../fix';
import { type Fix, NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const ingressControllerRefused: Rule<Manifest> = {
  id: 'ingress-controller-refused',
  title: 'An IngressController has a domain, a load balancer, headers and limits that OpenShift takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server checks by expressions what the fields of an IngressController have to do with one another: headers that the router needs ' +
    'itself, subnets and addresses of load balancers, the number of connections. A router whose settings are refused goes on with the old ones.',
  remediation: 'Correct what is named.',
  references: [INGRESS_CONTROLLER_TYPES],
  subjects: (graph) => graph.ofKind(OPERATOR_GROUP, 'IngressController'),
  evaluate: (manifest, { cluster }) =>
    isObject(manifest.spec)
      ? ingressControllerFaults(manifest, cluster).map(({ isSurplus, wanted, ...fault }) => ({
          manifest,
          fix: fixOf({ isSurplus, wanted, ...fault }),
          ...fault,
        }))
      : NOT_APPLICABLE,
};

function fixOf({ path, wanted, isSurplus }: IngressControllerFault): Fix | undefined {
  if (isSurplus) {
    return safeRemoval(path);
  }
  return wanted === undefined ? undefined : safeSetting(path, wanted);
}
