import { BACKEND_TLS_POLICY } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { GATEWAY_GROUP } from '../../../../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const backendTlsPolicyAltNameInvalid: Rule<Manifest> = {
  id: 'backend-tls-policy-alt-name-invalid',
  title: 'A subject alternative name in a BackendTLSPolicy has the field of its type, and not the other one',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The type Hostname goes with hostname and the type URI with uri. The API server rejects a name without its field, and one with the other field.',
  remediation: 'Set the field of the type, and remove the other one.',
  references: [BACKEND_TLS_POLICY],
  mentions: ['subjectAltNames'],
  subjects: (graph: ManifestGraph) => graph.ofKind(GATEWAY_GROUP, 'BackendTLSPolicy'),
  evaluate,
};

const FIELDS: readonly (readonly [type: string, field: string])[] = [
  ['Hostname', 'hostname'],
  ['URI', 'uri'],
];

function evaluate(manifest: Manifest): Outcome {
  const validation = manifest.spec?.validation;
  const names = objectsOf(isObject(validation) ? validation.subjectAltNames : undefined);
  return names.length === 0
    ? NOT_APPLICABLE
    : names.flatMap((name, index) => violations(manifest, `spec.validation.subjectAltNames[${index}]`, name));
}

function violations(manifest: Manifest, path: string, name: Record<string, any>): Violation[] {
  return FIELDS.flatMap(([type, field]): Violation[] => {
    const value = name[field];
    if (name.type === type && value === undefined) {
      return [
        { manifest, path: `${path}.${field}`, value, message: `the API server rejects the type ${type} without it`, remedy: 'Set it.' },
      ];
    }
    const message = `the type is ${name.type}, and the API server rejects the field of another type`;
    return name.type !== type && value
      ? [{ manifest, path: `${path}.${field}`, value, message, remedy: 'Remove it, or change the type.' }]
      : [];
  });
}
