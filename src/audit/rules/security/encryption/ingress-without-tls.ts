import { INGRESS_API } from '../../../../admission';
import { servesTlsOtherwise } from '../../../../admission/ingress-tls';
import { displayName, type IngressView, ingresses, isObject, machineBehind, objectsOf } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const ingressWithoutTls: Rule<IngressView> = {
  id: 'ingress-without-tls',
  title: 'An Ingress to VMs encrypts',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A host that no entry of spec.tls is about is served over plain HTTP: whoever is between a client and the controller reads passwords and session cookies, and changes answers. Nothing is said where an annotation or the class says that the controller encrypts all the same.',
  remediation: 'Name the hosts in spec.tls with the Secret of their certificate.',
  references: [INGRESS_API],
  subjects: ingresses,
  evaluate,
};

function evaluate(ingress: IngressView, { graph }: RuleContext): Outcome {
  const { manifest, namespace, backends, spec } = ingress;
  const vm = machineBehind(
    backends.map(({ name }) => ({ namespace, name })),
    graph,
  );
  if (vm === undefined) {
    return NOT_APPLICABLE;
  }
  if (servesTlsOtherwise(ingress)) {
    return [];
  }
  const machine = displayName(vm.manifest);
  const entries = objectsOf(spec.tls);
  return entries.length === 0
    ? [
        {
          manifest,
          path: 'spec.tls',
          value: spec.tls,
          message: `whoever is between clients and the controller reads and changes what they exchange with ${machine}, session cookies and passwords too`,
          remedy: 'Name the hosts in spec.tls with the Secret of their certificate.',
        },
      ]
    : plainHosts(ingress, entries);
}

/** The hosts that TLS is not for; an entry without hosts is for all. */
function plainHosts({ manifest, spec }: IngressView, entries: readonly Record<string, any>[]): Violation[] {
  const hosts = entries.flatMap((entry) => (Array.isArray(entry.hosts) && entry.hosts.length > 0 ? entry.hosts.map(String) : ['*']));
  return objectsOf(spec.rules).flatMap(({ host, http }, index) =>
    typeof host === 'string' && isObject(http) && !hosts.some((pattern) => covers(pattern, host))
      ? [
          {
            manifest,
            path: `spec.rules[${index}].host`,
            value: host,
            message: 'no entry of spec.tls is about this host, which is served over plain HTTP: others are encrypted',
            remedy: 'Name it in hosts of an entry of spec.tls.',
          },
        ]
      : [],
  );
}

function covers(pattern: string, host: string): boolean {
  return pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1));
}
