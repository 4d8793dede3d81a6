import { ROUTE_VALIDATION } from '../../../admission';
import { covers, type Manifest, type ManifestGraph, type RouteView, routerSecretGrants } from '../../../graph';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

/** A Route whose certificate is in a Secret. */
interface SecretUse {
  readonly manifest: Manifest;
  readonly secret: string;
  readonly isGranted: boolean;
}

export const routeExternalCertificateUnreadable: Rule<SecretUse> = {
  id: 'route-external-certificate-unreadable',
  title: 'The router may read the Secret with the certificate of a Route',
  severity: Severity.INFO,
  category: 'admission',
  rationale:
    'OpenShift rejects a Route with externalCertificate unless the service account router of openshift-ingress may get, list and watch that Secret. The manifests do not give it this right; the cluster may do so already.',
  remediation: 'Add a Role for the Secret and a RoleBinding to the service account router of openshift-ingress, and apply them first.',
  references: [ROUTE_VALIDATION],
  mentions: ['externalCertificate'],
  subjects: secretUses,
  evaluate,
};

function evaluate({ manifest, secret, isGranted }: SecretUse): Outcome {
  return isGranted
    ? []
    : [
        {
          manifest,
          path: 'spec.tls.externalCertificate.name',
          value: secret,
          message:
            'no Role and RoleBinding among the manifests let the router get, list and watch this Secret, and OpenShift rejects the Route unless others do',
          remedy: 'Add them for the service account router of the namespace openshift-ingress, and apply them before the Route.',
        },
      ];
}

function secretUses(graph: ManifestGraph): SecretUse[] {
  const uses = graph.routes.filter(({ isPassthrough }) => !isPassthrough).flatMap((route) => secretOf(route));
  if (uses.length === 0) {
    return [];
  }
  const grants = routerSecretGrants(graph);
  return uses.map(({ route, secret }) => ({
    manifest: route.manifest,
    secret,
    isGranted: covers(grants.get(route.namespace) ?? [], secret),
  }));
}

function secretOf(route: RouteView): { route: RouteView; secret: string }[] {
  const name = route.tls?.externalCertificate?.name;
  return typeof name === 'string' && name !== '' ? [{ route, secret: name }] : [];
}
