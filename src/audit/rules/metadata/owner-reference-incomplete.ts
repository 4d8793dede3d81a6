import { OBJECT_META_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isStoredKind } from '../../../facts';
import { apiGroup, isObject, type Manifest, objectsOf } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = ['apiVersion', 'kind', 'name', 'uid'];

/** Owner references are set by controllers; an exported object has them. */
export const ownerReferenceIncomplete: Rule<Manifest> = {
  id: 'owner-reference-incomplete',
  title: 'An owner reference names its owner in full, and one owner at most is the controller',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server refuses an object with an owner reference that lacks a part, and one with two controllers.',
  remediation: 'Leave owner references to the controllers that set them.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/', OBJECT_META_VALIDATION],
  mentions: ['ownerReferences'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    const owners = objectsOf(isObject(manifest.metadata) ? manifest.metadata.ownerReferences : undefined);
    if (owners.length === 0 || !isStoredKind(apiGroup(manifest), manifest.kind)) {
      return NOT_APPLICABLE;
    }
    return [...owners.flatMap((owner, index) => missingParts(manifest, owner, index)), ...secondController(manifest, owners)];
  },
};

function missingParts(manifest: Manifest, owner: Record<string, any>, index: number): Violation[] {
  return FIELDS.filter((field) => owner[field] === undefined || owner[field] === '').map((field) => ({
    manifest,
    path: `metadata.ownerReferences[${index}].${field}`,
    value: owner[field],
    message: 'the API server refuses a reference to an owner that it does not name in full',
    remedy: 'Remove the reference: the controller that makes the object sets it.',
    fix: removal(`metadata.ownerReferences[${index}]`),
  }));
}

function secondController(manifest: Manifest, owners: readonly Record<string, any>[]): Violation[] {
  const [, second] = [...owners.keys()].filter((index) => owners[index].controller === true);
  const message = 'the API server refuses an object with two controllers';
  const path = `metadata.ownerReferences[${second}].controller`;
  return second === undefined ? [] : [{ manifest, path, value: true, message, remedy: 'Remove one of the references.' }];
}
