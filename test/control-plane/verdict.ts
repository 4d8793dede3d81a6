import type { Manifest } from '../../src/graph';
import type { Answer } from './part';

/** One of the things that are wrong with an object. */
export interface Cause {
  readonly reason?: string;
  readonly field: string;
  readonly message: string;
}

/** The field of what is wrong with an object as a whole. */
export const WHOLE_OBJECT = '';

/** What the API server says to a manifest. */
export type Verdict =
  | { readonly says: 'accepted'; readonly warnings?: readonly string[] }
  | { readonly says: 'refused'; readonly message: string; readonly fields: readonly string[]; readonly causes: readonly Cause[] }
  /** It serves no such kind: another one has to be asked. */
  | { readonly says: 'not served' };

export const ACCEPTED: Verdict = { says: 'accepted' };

/** A strict decoder names unknown and repeated fields in the sentence, by their paths. */
const UNDECODED = /(?:unknown|duplicate) field "([^"]+)"/g;
/** What is of another type than Go's: the path is that of Go's struct, which begins with the name of its type. */
const GO_FIELD = /Go struct field \w+\.([\w.]+) of type/;

/** Where the place should be: of what is wrong with the whole object, and also of what is said beside a fault that has its place. */
const NO_FIELD = '<nil>';
/** That some rules were not asked, and that alternatives do not hold. */
const SAID_BESIDE = /some validation rules were not checked| must (not )?validate /;

/** The verdict of an answer to a request that would create an object. */
export function verdictOf({ status, body }: Answer): Verdict {
  // Whatever exists already has passed all that is asked of a new one.
  if (status < 300 || status === 409) {
    return ACCEPTED;
  }
  const message: string = body?.message ?? String(body);
  const causes: Cause[] = (body?.details?.causes ?? []).filter(isAboutField).map(placed);
  const fields = [
    ...causes.map(({ field }) => field),
    ...[...message.matchAll(UNDECODED)].map(([, field]) => field),
    ...(GO_FIELD.exec(message)?.slice(1) ?? []),
  ];
  return { says: 'refused', message, fields, causes };
}

function isAboutField({ field, message }: Partial<Cause>): boolean {
  return field !== undefined && !(field === NO_FIELD && SAID_BESIDE.test(String(message)));
}

function placed(cause: Cause): Cause {
  return cause.field === NO_FIELD ? { ...cause, field: WHOLE_OBJECT } : cause;
}

/** `Kind namespace/name`. */
export function nameOf({ kind, metadata }: Manifest): string {
  const { namespace, name, generateName } = metadata ?? {};
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? `${generateName}*`}`;
}
