import type { RouteView } from './route-view';
import { isRouterTrue, RouterAnnotation, routerInteger } from './router-annotations';

/** A limit for one client address that the router enforces. */
export interface RateLimit {
  /** Annotation that sets it. */
  readonly name: string;
  /** The annotation as it stands. */
  readonly text: string;
  readonly value: number;
  /** Whether the one that reaches the value is refused already: so it is with what the router counts for each connection. */
  readonly isExclusive: boolean;
}

/** Annotations with limits for one client address; they have an effect beside a switch. */
export const RATE_LIMITS: readonly string[] = [
  RouterAnnotation.RATE_LIMIT_CONCURRENT_TCP,
  RouterAnnotation.RATE_LIMIT_RATE_TCP,
  RouterAnnotation.RATE_LIMIT_RATE_HTTP,
];

/** The limits of a Route that the router enforces. */
export function rateLimits(route: RouteView): RateLimit[] {
  if (!isRouterTrue(route.annotation(RouterAnnotation.RATE_LIMIT))) {
    return [];
  }
  return RATE_LIMITS.flatMap((name) => {
    const text = route.effectiveAnnotation(name);
    const value = text === undefined ? undefined : routerInteger(text);
    return text === undefined || value === undefined
      ? []
      : [{ name, text, value, isExclusive: name !== RouterAnnotation.RATE_LIMIT_RATE_HTTP }];
  });
}
