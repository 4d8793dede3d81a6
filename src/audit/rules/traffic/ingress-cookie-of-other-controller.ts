import { HAPROXY_INGRESS_AFFINITY, HAPROXY_TECHNOLOGIES_COOKIE, NGINX_AFFINITY, TRAEFIK_ANNOTATIONS } from '../../../admission';
import { INGRESS_GROUP } from '../../../facts';
import {
  annotationPath,
  type IngressView,
  ingresses,
  isObject,
  type Manifest,
  type ManifestGraph,
  STICKY_CONTROLLERS,
  type StickyController,
} from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const ingressCookieOfOtherController: Rule<IngressView> = {
  id: 'ingress-cookie-of-other-controller',
  title: 'The annotations for sticky sessions are those of the controller that serves the Ingress',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Each controller of Ingresses has annotations of its own for sticky sessions and ignores those of the others without a word. Which one serves an Ingress follows from its IngressClass: the usual names are nginx, haproxy and traefik.',
  remediation: 'Use the annotations of the controller that serves the Ingress.',
  references: [NGINX_AFFINITY, HAPROXY_TECHNOLOGIES_COOKIE, HAPROXY_INGRESS_AFFINITY, TRAEFIK_ANNOTATIONS],
  subjects: ingresses,
  evaluate,
};

function evaluate(ingress: IngressView, { graph }: RuleContext): Outcome {
  const serving = servingControllers(ingress, graph);
  const uses = annotated(ingress, graph);
  if (serving.length === 0 || uses.length === 0) {
    return NOT_APPLICABLE;
  }
  if (uses.some(({ controller }) => serving.includes(controller))) {
    return [];
  }
  const [{ manifest, controller, value }] = uses;
  return [
    {
      manifest,
      path: annotationPath(controller.annotation),
      value,
      message: `it is for ${controller.name}, but the IngressClass ${ingress.className} belongs to ${names(serving)}, which ignores it, so that sessions are not sticky`,
      remedy: `Use ${serving.map(({ annotation }) => annotation).join(' or ')}, or another ingressClassName.`,
    },
  ];
}

/** The controllers that the class of the Ingress may belong to; none when it is not known. */
function servingControllers({ className }: IngressView, graph: ManifestGraph): StickyController[] {
  if (className === undefined) {
    return [];
  }
  const declared = graph.find(INGRESS_GROUP, 'IngressClass', undefined, className)?.spec?.controller;
  return typeof declared === 'string'
    ? STICKY_CONTROLLERS.filter(({ controller }) => declared.startsWith(controller))
    : STICKY_CONTROLLERS.filter((controller) => controller.className === className);
}

/** The annotations for sticky sessions on the Ingress and on its Services. */
function annotated(ingress: IngressView, graph: ManifestGraph): { manifest: Manifest; controller: StickyController; value: unknown }[] {
  const services = ingress.backends.flatMap(({ name }) => graph.service(ingress.namespace, name)?.manifest ?? []);
  return [ingress.manifest, ...services].flatMap((manifest) => {
    const annotations = isObject(manifest.metadata?.annotations) ? manifest.metadata.annotations : {};
    return STICKY_CONTROLLERS.filter(({ annotation }) => annotations[annotation] !== undefined).map((controller) => ({
      manifest,
      controller,
      value: annotations[controller.annotation],
    }));
  });
}

function names(controllers: readonly StickyController[]): string {
  return controllers.map(({ name }) => name).join(' or ');
}
