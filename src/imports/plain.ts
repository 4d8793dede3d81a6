// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { IntOrString } from './int-or-string';
import { Quantity } from './quantity';

/** A copy of a value in which each `IntOrString` and `Quantity` is the bare number or string. */
export function plain(value: unknown): unknown {
  if (value instanceof IntOrString || value instanceof Quantity) {
    return value.value;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value?.constructor === Object) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]));
  }
  return value;
}
