import { NGINX_AFFINITY } from '../../../admission';
import { displayName, type IngressView, ingresses, type ManifestGraph, StickyAnnotation } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The Ingresses of one class that lead to one Service. */
interface SharedService {
  readonly manifest: IngressView['manifest'];
  readonly name: unknown;
  readonly ingresses: readonly IngressView[];
}

export const ingressAffinityDisputed: Rule<SharedService> = {
  id: 'ingress-affinity-disputed',
  title: 'Ingresses that lead to one Service agree on whether its sessions are sticky',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Of several Ingresses that lead to one Service, ingress-nginx takes the affinity of the one that was created first. When only some of them ask for it, the order of creation decides whether sessions are sticky.',
  remediation: 'Give each Ingress to the Service the same annotations.',
  references: [NGINX_AFFINITY],
  subjects: sharedServices,
  evaluate,
};

function evaluate({ name, ingresses: claims }: SharedService): Outcome {
  const sticky = claims.find(isSticky);
  if (sticky === undefined || claims.length < 2) {
    return NOT_APPLICABLE;
  }
  return claims
    .filter((ingress) => !isSticky(ingress))
    .map((ingress) => ({
      manifest: ingress.manifest,
      path: `metadata.annotations["${StickyAnnotation.NGINX_AFFINITY}"]`,
      value: ingress.annotations[StickyAnnotation.NGINX_AFFINITY],
      message: `${displayName(sticky.manifest)} asks for sticky sessions to Service ${name}, and ingress-nginx follows the one of the two that was created first`,
      remedy: `Annotate both with ${StickyAnnotation.NGINX_AFFINITY}: cookie, or none.`,
    }));
}

function isSticky(ingress: IngressView): boolean {
  return ingress.annotations[StickyAnnotation.NGINX_AFFINITY] === 'cookie';
}

function sharedServices(graph: ManifestGraph): SharedService[] {
  const shared = new Map<string, { name: unknown; ingresses: Set<IngressView> }>();
  for (const ingress of ingresses(graph)) {
    for (const { name } of ingress.backends) {
      const key = JSON.stringify([ingress.namespace, ingress.className, name]);
      const claims = shared.get(key) ?? { name, ingresses: new Set() };
      claims.ingresses.add(ingress);
      shared.set(key, claims);
    }
  }
  return [...shared.values()].map((claims) => {
    const list = [...claims.ingresses];
    return { manifest: list[0].manifest, name: claims.name, ingresses: list };
  });
}
