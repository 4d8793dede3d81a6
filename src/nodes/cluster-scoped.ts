import { type ApiObject, JsonPatch } from 'cdk8s';

/** Removes the namespace that an object of the whole cluster takes over from its chart. */
export function clusterScoped<T extends ApiObject>(object: T): T {
  if (object.metadata.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}
