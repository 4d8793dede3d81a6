import { Arguments } from '../errors';

/**
 * The objects that a cluster has.
 *
 * @param subject the factory that is called
 * @param objects as they are passed
 */
export function listedObjects(subject: string, objects: readonly any[] = []): any[] {
  const index = objects.findIndex((object) => !isKubernetesObject(object));
  if (index >= 0) {
    const rule = 'an object of a cluster has an apiVersion and a kind';
    const remedy = 'Pass objects as kubectl get -o yaml prints them.';
    new Arguments(subject).refuse('cluster-object-invalid', `options.objects[${index}]`, typeof objects[index], rule, remedy);
  }
  return [...objects];
}

/** Whether a value says what kind of object it is. */
export function isKubernetesObject(object: any): boolean {
  return typeof object === 'object' && object !== null && typeof object.apiVersion === 'string' && typeof object.kind === 'string';
}
