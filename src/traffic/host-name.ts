import type { Arguments } from '../errors';
import { HOST } from '../facts';

const RULE = `a host has ${HOST.words}`;

/** A host name; undefined stays undefined. */
export function validHost(args: Arguments, host: string | undefined): string | undefined {
  return args.matching('host', host, HOST.pattern, RULE, 'Pass a name such as "shop.apps.example.com".', 'host-invalid');
}

/** A host name or `*.` before one; undefined stays undefined. */
export function validHostOrWildcard(args: Arguments, host: string | undefined): string | undefined {
  validHost(args, host?.replace(/^\*\./, ''));
  return host;
}
