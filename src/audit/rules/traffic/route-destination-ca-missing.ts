import { ROUTER_BACKENDS, ROUTER_TEMPLATE } from '../../../admission';
import { isObject, type RouteView, TERMINATIONS } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const routeDestinationCaMissing: Rule<RouteView> = {
  id: 'route-destination-ca-missing',
  title: 'A reencrypt Route to VMs names the CA of their certificate',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Without destinationCACertificate the router trusts the service CA of the cluster only. A guest that serves its own certificate fails the check, and each request is answered with 503.',
  remediation: 'Set spec.tls.destinationCACertificate to the CA that signed the certificate of the guest.',
  references: [ROUTER_TEMPLATE, ROUTER_BACKENDS],
  mentions: TERMINATIONS.reencrypt,
  subjects: (graph) => graph.routes,
  evaluate,
};

const SERVING_CERTIFICATE = 'service.beta.openshift.io/serving-cert-secret-name';

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  if (route.mode !== 'reencrypt') {
    return NOT_APPLICABLE;
  }
  const services = route.backends.flatMap((backend) => graph.service(route.namespace, backend.name) ?? []);
  const machineServices = services.filter((service) => graph.virtualMachinesBehind(service.manifest).length > 0);
  if (machineServices.length === 0) {
    return NOT_APPLICABLE;
  }
  const unsigned = machineServices.find(
    ({ manifest }) => !isObject(manifest.metadata?.annotations) || !manifest.metadata.annotations[SERVING_CERTIFICATE],
  );
  return unsigned === undefined || route.tls?.destinationCACertificate
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.tls.destinationCACertificate',
          message: `the router trusts only the service CA of the cluster, which has signed no certificate for the VMs behind Service ${unsigned.name}`,
          remedy: 'Set it to the CA that signed the certificate of the guest.',
        },
      ];
}
