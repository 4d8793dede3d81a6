import { isSecretPlace, parseFieldPath, REDACTED, valueAt } from '../facts';
import { isObject, type Manifest, withoutNulls } from '../graph';

const ALWAYS_KEPT = ['metadata.name', 'metadata.namespace'];

/** A copy of an object with some of its fields, without secrets, and of conditions without what changes from minute to minute. */
export function pruned(manifest: Manifest, fields: readonly string[]): Manifest {
  const { apiVersion, kind } = manifest;
  const copy = { apiVersion, kind };
  for (const path of [...ALWAYS_KEPT, ...fields].map(parseFieldPath)) {
    const value = withoutNulls(valueAt(manifest, path));
    if (value !== undefined) {
      put(copy, path, path.at(-1) === 'conditions' ? stable(value) : withoutSecrets(value, path, kind));
    }
  }
  return copy;
}

function put(target: Record<string, any>, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  target[key] ??= {};
  put(target[key], rest, value);
}

function stable(conditions: unknown): unknown {
  return Array.isArray(conditions) ? conditions.map((condition) => ({ type: condition?.type, status: condition?.status })) : conditions;
}

/** What a profile says is committed beside the manifests: parameters of fence agents hold passwords. */
function withoutSecrets(value: unknown, path: readonly (string | number)[], kind: string): unknown {
  if (Array.isArray(value)) {
    return value.map((entry, index) => withoutSecrets(entry, [...path, index], kind));
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutSecrets(member, [...path, name], kind)]));
  }
  return typeof value === 'string' && value !== '' && isSecretPlace(path, { kind }) ? REDACTED : value;
}
