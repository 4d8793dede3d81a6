import type { FieldPath } from './field-path';
import { isSecretName } from './secret-names';

/** Fields that hold a secret, or what often contains one, in whichever object they stand: all that is below them. */
export const SECRET_FIELDS: ReadonlySet<string> = new Set([
  // What the guest reads at its first boot.
  'userData',
  'userDataBase64',
  'networkData',
  'networkDataBase64',
  // Fence agents take the password of a BMC by many names.
  'sharedparameters',
  'nodeparameters',
  // CDI: headers, and names of Secrets with headers, which are easily taken for one another.
  'extraHeaders',
  'secretExtraHeaders',
  // Programs are given passwords as arguments, in probes, hooks and containers.
  'command',
  'args',
  // Patches put any value into any field.
  'patches',
  'kubevirt.kubevirt.io/jsonpatch',
  'containerizeddataimporter.kubevirt.io/jsonpatch',
  'networkaddonsconfigs.kubevirt.io/jsonpatch',
  'ssp.kubevirt.io/jsonpatch',
  'kernelArgs',
  'providerSpec',
  'volumeAttributes',
  'kubevirt.io/ignitiondata',
  'hooks.kubevirt.io/hookSidecars',
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/** Fields that hold a secret within others only, however far below. */
export const SECRET_FIELDS_WITHIN: ReadonlyMap<string, readonly string[]> = new Map([
  ['env', ['value']],
  ['headers', ['value']],
  ['httpHeaders', ['value']],
  ['privateOptions', ['value']],
  ['queryParams', ['value']],
  ['requestHeaderModifier', ['value']],
  ['responseHeaderModifier', ['value']],
  ['sev', ['session', 'dhCert']],
  ['tls', ['key', 'certificate', 'caCertificate', 'destinationCACertificate']],
]);

const FENCE_PARAMETERS: ReadonlySet<string | number> = new Set(['sharedparameters', 'nodeparameters']);
/** A parameter that is no secret, though the others may be: what is wrong with it is its value. */
const FENCE_ACTION: ReadonlySet<string | number> = new Set(['action', '--action']);

/** Kinds of which all data are secret: those of a ConfigMap may be the answers of sysprep, or user data. */
const KINDS_OF_DATA: readonly unknown[] = ['Secret', 'ConfigMap'];
const DATA: ReadonlySet<string | number> = new Set(['data', 'binaryData', 'stringData']);

/**
 * Whether plain values at a path, or below it, are not to be shown, whatever they are.
 *
 * @param root the object that the path begins in: its kind says what its data are, and so do those of objects within it
 */
export function isSecretPlace(path: FieldPath, root?: { readonly kind?: unknown }): boolean {
  if (path.some((key, index) => FENCE_ACTION.has(key) && FENCE_PARAMETERS.has(path[index - 1]))) {
    return false;
  }
  return path.some((key, index) => isSecretField(String(key), path.slice(0, index))) || isNamedSecret(path) || isOfData(path, root);
}

function isSecretField(name: string, above: FieldPath): boolean {
  return SECRET_FIELDS.has(name) || above.some((field) => SECRET_FIELDS_WITHIN.get(String(field))?.includes(name));
}

/** The name of the field that a plain value stands in, or a list of plain values. */
function isNamedSecret(path: FieldPath): boolean {
  const names = path.filter((key) => typeof key === 'string');
  return names.length > 0 && isSecretName(String(names[names.length - 1]));
}

function isOfData(path: FieldPath, root: unknown): boolean {
  let object: any = root;
  for (const key of path) {
    if (DATA.has(key) && KINDS_OF_DATA.includes(object?.kind)) {
      return true;
    }
    object = object?.[key];
  }
  return false;
}
