import type { Bounds } from './bounds';

/**
 * How many connections a server behind the OpenShift router may have at a time. HAProxy keeps 32 bits of the number: 0 is no
 * limit to it, and what is out of these bounds becomes another number.
 *
 * Source: `srv_parse_maxconn` in HAProxy's src/server.c, which reads it with `atol` into an unsigned int.
 */
export const SERVER_CONNECTIONS: Bounds = { min: 1, max: 2 ** 32 - 1 };
