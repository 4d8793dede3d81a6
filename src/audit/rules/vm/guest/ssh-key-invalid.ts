import { authorizedKeysOf, KubevirtSource } from '../../../../admission';
import { entryPath, holdsPublicKey } from '../../../../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const REMEDY = 'Write the whole line of the file that ends with .pub, such as "ssh-ed25519 AAAAC3… name".';

export const sshKeyInvalid: Rule<VirtualMachineView> = {
  id: 'ssh-key-invalid',
  title: 'SSH keys for a guest are public keys',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'sshd passes over a line that is no key, without a word: nobody gets in, and the guest has to be set up anew to be looked into.',
  remediation: 'Write the whole line of the public key: its type, its text, a comment.',
  references: [KubevirtSource.ACCESS_CREDENTIALS, 'https://man.openbsd.org/sshd.8#AUTHORIZED_KEYS_FILE_FORMAT'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const keys = authorizedKeysOf(vm);
  const secrets = keySecretsOf(vm, graph);
  if (keys.length === 0 && secrets.length === 0) {
    return NOT_APPLICABLE;
  }
  const inline = keys.flatMap(({ path, value, key, number }): Violation[] => {
    const message = 'it is no public SSH key, and sshd passes over it without a word';
    const shown = `a text whose key number ${number} has ${key.length} characters`;
    return holdsPublicKey(key) ? [] : [{ manifest: vm.manifest, path, value, shown, message, remedy: REMEDY }];
  });
  return [...inline, ...secrets.flatMap(faultsOfSecret)];
}

/** The Secrets of the graph from which a VM gets its keys. */
function keySecretsOf(vm: VirtualMachineView, graph: ManifestGraph): Manifest[] {
  return objectsOf(vm.spec.accessCredentials).flatMap(({ sshPublicKey }) => {
    const name = isObject(sshPublicKey) ? sshPublicKey.source?.secret?.secretName : undefined;
    const secret = typeof name === 'string' ? graph.find('', 'Secret', vm.namespace, name) : undefined;
    return secret === undefined ? [] : [secret];
  });
}

/** Each entry of such a Secret is a file of keys, one a line. */
function faultsOfSecret(secret: Manifest): Violation[] {
  return ['data', 'stringData'].flatMap((field) =>
    Object.entries(isObject(secret[field]) ? secret[field] : {}).flatMap(([name, value]) => {
      const text = typeof value !== 'string' ? '' : field === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value;
      const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
      if (lines.length === 0 || lines.some((line) => /[{}$]/.test(line) || holdsPublicKey(line))) {
        return [];
      }
      const message = 'none of its lines is a public SSH key, and sshd passes over them without a word';
      return [{ manifest: secret, path: entryPath(field, name), value, message, remedy: REMEDY }];
    }),
  );
}
