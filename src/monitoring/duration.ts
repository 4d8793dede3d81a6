const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A duration as people say it: `1 hour`, `10 minutes`, `90 seconds`. */
export function inWords(seconds: number): string {
  const [name, length] = UNITS.find(([, length]) => seconds > 0 && seconds % length === 0) ?? ['second', 1];
  const count = seconds / length;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
