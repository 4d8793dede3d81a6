import type { Arguments } from '../errors';

const OBJECT_NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Refuses what cannot be the name of a Kubernetes object. */
export function objectName(args: Arguments, argument: string, value: string): string {
  args.matching(
    argument,
    value,
    OBJECT_NAME,
    'only lower case letters, digits, - and . are allowed, with a letter or digit at both ends',
    'Pass the name of the object as kubectl prints it.',
    'object-name-invalid',
  );
  return value;
}
