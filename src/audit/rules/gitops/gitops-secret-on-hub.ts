import { GitOpsSource } from '../../../admission';
import { OCM_POLICY_GROUP } from '../../../facts';
import { displayName, isObject, type Manifest, objectsOf, worksIn } from '../../../graph';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

/** Something on the hub that carries objects of clusters within itself. */
interface Carrier {
  readonly manifest: Manifest;
  readonly objects: readonly CarriedObject[];
}

interface CarriedObject {
  readonly object: Record<string, any>;
  readonly path: string;
}

export const gitopsSecretOnHub: Rule<Carrier> = {
  id: 'gitops-secret-on-hub',
  title: 'Works and policies of Open Cluster Management carry no Secrets',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'A Secret within a work or a policy is a field of that object like others: whoever may read works or policies on the hub reads it, and ' +
    'encryption of Secrets in etcd does not cover it. Roles are often wider there than for Secrets.',
  remediation:
    'Leave it out, and have it made in the cluster: by an operator for external secrets, or by a policy with a template that takes it from there.',
  references: [GitOpsSource.OCM_WORKS],
  subjects: (graph) => [
    ...worksIn(graph).map(({ manifest, delivered }) => ({ manifest, objects: delivered })),
    ...graph.ofKind(OCM_POLICY_GROUP, 'Policy').map((manifest) => ({ manifest, objects: objectsInPolicy(manifest) })),
  ],
  evaluate,
};

function objectsInPolicy({ spec }: Manifest): CarriedObject[] {
  return objectsOf(spec?.['policy-templates']).flatMap(({ objectDefinition }, outer) =>
    objectsOf(objectDefinition?.spec?.['object-templates']).flatMap(({ objectDefinition: object }, inner) => {
      const path = `spec["policy-templates"][${outer}].objectDefinition.spec["object-templates"][${inner}].objectDefinition`;
      return isObject(object) ? [{ object, path }] : [];
    }),
  );
}

function evaluate({ manifest, objects }: Carrier): Outcome {
  return objects
    .filter(({ object }) => object.kind === 'Secret' && object.apiVersion === 'v1' && [object.data, object.stringData].some(isReadable))
    .map(({ object, path }) => ({
      manifest,
      path: `${path}.kind`,
      value: object.kind,
      message: `whoever may read this object on the hub reads ${displayName(object as unknown as Manifest)}`,
      remedy: 'Leave it out, and have it made in the cluster.',
    }));
}

/** Whether something is there that is no template: that says only where a value comes from. */
function isReadable(data: unknown): boolean {
  return isObject(data) && Object.values(data).some((value) => typeof value === 'string' && value !== '' && !value.includes('{{'));
}
