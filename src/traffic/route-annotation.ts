/** An annotation of a Route; undefined: the Route does not have it. */
export type RouteAnnotation = readonly [name: string, value: string | undefined];
