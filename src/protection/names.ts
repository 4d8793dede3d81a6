import type { Arguments } from '../errors';

const RESOURCE_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const RULE = 'a name has 1 to 253 lower-case letters, digits, "-" or ".", and begins and ends with a letter or digit';

/** Refuses what cannot be the name of a VM or of a snapshot. */
export function resourceName(args: Arguments, argument: string, value: string | undefined): string | undefined {
  return args.matching(argument, value, RESOURCE_NAME, RULE, 'Pass the name as kubectl prints it.', 'resource-name-invalid');
}

/** As `resourceName`, of a name that has to be there. */
export function requiredName(args: Arguments, argument: string, value: string): string {
  resourceName(args, argument, value);
  return value;
}
