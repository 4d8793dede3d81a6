import { isSecretPlace, parseFieldPath } from '../facts';

/** Options that hold secrets, or what often contains one: all that is below them. */
const SECRET_OPTIONS: ReadonlySet<string | number> = new Set([
  'commands',
  'config',
  'content',
  'expression',
  'headers',
  'parameters',
  'passwordHash',
  'sharedParameters',
  'text',
]);

/** Options that are objects: a text in place of one is the secret that belongs into it. */
const HOLDERS: ReadonlySet<string | number> = new Set(['annotations', 'cloudInit', 'files', 'otherModules', 'secret', 'settings']);

/** The parts of a TLS configuration are told from other keys by where they stand: among the options, which callers do not name. */
const TLS_PARTS: ReadonlySet<string | number> = new Set(['key', 'certificate', 'caCertificate', 'destinationCaCertificate']);

/** Whether what is passed for an argument is not to be shown. */
export function isSecretArgument(argument: string): boolean {
  const path = parseFieldPath(argument);
  const [last] = path.filter((name) => typeof name === 'string').slice(-1);
  return (
    path.some((name) => SECRET_OPTIONS.has(name)) ||
    HOLDERS.has(last) ||
    (TLS_PARTS.has(last) && (path.length === 1 || path[0] === 'options')) ||
    isSecretPlace(path)
  );
}
