import { entryPath } from '../../facts';
/** A step into an object, a list, or a map, in this order. */
export type Step = string | number | { readonly key: string };

/** A name that needs no quotes in a path. */
const PLAIN_NAME = /^[\w$/:-]+$/;

/** The way through a manifest in words, such as `spec.ports[0].name`. */
export function writtenPath(steps: readonly Step[]): string {
  const path = steps.map(written).join('');
  return path.startsWith('.') ? path.slice(1) : path;
}

function written(step: Step): string {
  if (typeof step === 'number') {
    return `[${step}]`;
  }
  return typeof step === 'string' && PLAIN_NAME.test(step) ? `.${step}` : entryPath('', nameOf(step));
}

/** What stands at the end of a way; undefined where it leads nowhere. */
export function valueAt(value: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>(child, value);
}

/** What stands one step further. */
export function child(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const name = nameOf(step);
  return Object.hasOwn(value, name) ? (value as Record<string | number, unknown>)[name] : undefined;
}

/** A copy with another value at the end of a way, and objects where there were none; undefined takes a field away. */
export function withValueAt(value: unknown, steps: readonly Step[], member: unknown): unknown {
  if (steps.length === 0) {
    return member;
  }
  const [first, ...rest] = steps;
  const changed = withValueAt(child(value, first), rest, member);
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === first ? changed : entry));
  }
  const { [nameOf(first)]: before, ...others } = (value ?? {}) as Record<string | number, unknown>;
  return changed === undefined ? others : { ...others, [nameOf(first)]: changed };
}

function nameOf<S extends Step>(step: S): S extends number ? number : string;
function nameOf(step: Step): string | number {
  return typeof step === 'object' ? step.key : step;
}
