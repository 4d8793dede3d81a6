import { KubevirtSource } from '../../../../admission';
import { entryPath, HYPER_CONVERGED_GROUP, HyperConvergedAnnotation, KUBEVIRT_GROUP, parsedJson } from '../../../../facts';
import { isObject, type Manifest, objectsOf } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const FIELD = 'disableTLS';
const POINTER = `/spec/configuration/migrations/${FIELD}`;
const PATCHES = HyperConvergedAnnotation.PATCHES;

export const migrationTlsDisabled: Rule<Manifest> = {
  id: 'migration-tls-disabled',
  title: 'Live migrations are encrypted',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A migration sends the memory of a guest from node to node, with every password and key in it. With disableTLS it goes over the network in the clear, and a receiving node takes it from anybody.',
  remediation: 'Remove disableTLS: TLS costs bandwidth, which parallelMigrationsPerCluster and a network for migrations make up for.',
  references: [KubevirtSource.API_TYPES, KubevirtSource.MIGRATION_PROXY, KubevirtSource.HYPER_CONVERGED_PATCHES],
  mentions: [FIELD, PATCHES],
  subjects: (graph) => [...graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt'), ...graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged')],
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  if (manifest.kind === 'HyperConverged') {
    return ofHyperConverged(manifest);
  }
  const migrations: unknown = manifest.spec?.configuration?.migrations;
  if (!isObject(migrations)) {
    return NOT_APPLICABLE;
  }
  const path = `spec.configuration.migrations.${FIELD}`;
  return migrations[FIELD] === true ? [{ ...violation(manifest, path, true), fix: removal(path) }] : [];
}

/** A HyperConverged object has no such field, and an annotation with a JSON patch for KubeVirt's object. */
function ofHyperConverged(manifest: Manifest): Outcome {
  const value: unknown = manifest.metadata?.annotations?.[PATCHES];
  if (typeof value !== 'string') {
    return NOT_APPLICABLE;
  }
  return objectsOf(parsedJson(value)).some(disablesTls)
    ? [{ ...violation(manifest, entryPath('metadata.annotations', PATCHES), value), shown: `a patch of ${POINTER}` }]
    : [];
}

/** A patch may write the field, or an object that holds it. */
function disablesTls({ op, path, value }: Record<string, any>): boolean {
  if ((op !== 'add' && op !== 'replace') || !`${POINTER}/`.startsWith(`${path}/`)) {
    return false;
  }
  const keys = POINTER.slice(path.length).split('/').slice(1);
  return keys.reduce((inner: unknown, key) => (isObject(inner) ? inner[key] : undefined), value) === true;
}

function violation(manifest: Manifest, path: string, value: unknown): Violation {
  return {
    manifest,
    path,
    value,
    message: 'the memory of every guest that migrates goes over the network in the clear, with the passwords and keys in it',
    remedy: `Remove ${FIELD}; a network of its own for migrations gives them bandwidth.`,
  };
}
