import type { Arguments } from '../errors';

const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?=.{1,253}$)${LABEL}(\\.${LABEL})*$`);
const RULE = 'a host has labels of at most 63 lower-case letters, digits or "-" between dots, and at most 253 characters';

/** A host name; undefined stays undefined. */
export function validHost(args: Arguments, host: string | undefined): string | undefined {
  return args.matching('host', host, HOST, RULE, 'Pass a name such as "shop.apps.example.com".', 'host-invalid');
}

/** A host name or `*.` before one; undefined stays undefined. */
export function validHostOrWildcard(args: Arguments, host: string | undefined): string | undefined {
  validHost(args, host?.replace(/^\*\./, ''));
  return host;
}
