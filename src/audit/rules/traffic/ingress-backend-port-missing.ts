import { INGRESS_API } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { parseFieldPath, valueAt } from '../../../facts';
import { type IngressBackendView, type IngressView, ingresses, type ServiceView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { meantServicePort, servicePortRemedy } from '../../service-port-remedy';
import { Severity } from '../../severity';

export const ingressBackendPortMissing: Rule<IngressView> = {
  id: 'ingress-backend-port-missing',
  title: 'The port of an Ingress backend is one that its Service has',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'An Ingress names a port of the Service, by its number or by its name, unlike a Route, which compares a number with the ports of the pods. With another one the Ingress is accepted, its controller finds no server and answers with an error.',
  remediation: 'Use the port or the name of the port as it stands in the Service.',
  references: [INGRESS_API],
  subjects: ingresses,
  evaluate,
};

function evaluate(ingress: IngressView, { graph }: RuleContext): Outcome {
  const judged = ingress.backends.flatMap((backend) => {
    const service = graph.service(ingress.namespace, backend.name);
    if (backend.portName === undefined && backend.portNumber === undefined) {
      return [[withoutPort(ingress, backend, service)]];
    }
    return service === undefined || service.ports.length === 0 ? [] : [otherPort(ingress, backend, service)];
  });
  return judged.length === 0 ? NOT_APPLICABLE : judged.flat();
}

function withoutPort({ manifest }: IngressView, backend: IngressBackendView, service?: ServiceView): Violation {
  const message = 'an Ingress has to say which port of the Service it means, and the API server rejects one that does not';
  const path = `${backend.path}.port`;
  const value = valueAt(manifest, parseFieldPath(path));
  const remedy =
    service === undefined || service.ports.length === 0
      ? 'Set it to the number or the name of a port of the Service.'
      : servicePortRemedy(service, undefined);
  return { manifest, stage: Stage.APPLY, path, value, message, remedy };
}

function otherPort(ingress: IngressView, backend: IngressBackendView, service: ServiceView): Violation[] {
  const { portName, portNumber } = backend;
  const [field, value] = portName === undefined ? ['number', portNumber] : ['name', portName];
  if (service.ports.some((port) => (field === 'name' ? port.name : port.port) === value)) {
    return [];
  }
  const message = `Service ${service.name} has no such port, so that the controller of the Ingress finds no server for the requests`;
  const meant = meantServicePort(service, value);
  const fix = meant === undefined ? undefined : setting(`${backend.path}.port`, { number: meant.port });
  const path = `${backend.path}.port.${field}`;
  return [{ manifest: ingress.manifest, path, value, message, remedy: servicePortRemedy(service, value), fix }];
}
