/** A number of nodes, or a percentage of them. */
export interface NodeCount {
  readonly number: number;
  readonly percentage?: number;
}

/** What minHealthy or maxUnhealthy says; undefined when it is absent or is neither a number nor a percentage. */
export function countOf(value: unknown): NodeCount | undefined {
  const match = /^(\d+)(%?)$/.exec(typeof value === 'number' || typeof value === 'string' ? String(value) : '');
  if (match === null) {
    return undefined;
  }
  const number = Number(match[1]);
  return match[2] === '%' ? { number, percentage: number } : { number };
}
