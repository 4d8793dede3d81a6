import { MACHINE_ROLE_LABEL, MACHINE_TYPE_LABEL } from '../facts';
import { matchLabelSelector } from './label-selector';
import { isObject, objectsOf } from './manifest';

/** A selector expression. */
export type Requirement = Record<string, any>;

const CONTROL_PLANE_MACHINE = { [MACHINE_ROLE_LABEL]: 'master', [MACHINE_TYPE_LABEL]: 'master' };

/** What a selector demands, labels and expressions alike, in an order that does not depend on how it is written. */
export function requirementsOf(selector: unknown): string[] {
  return expressionsOf(selector)
    .map(({ key, operator, values }) => JSON.stringify([key, operator, Array.isArray(values) ? [...values].sort() : []]))
    .sort();
}

/** Whether a selector selects workers by their role or type, and so no more Machines than the cluster has workers. */
export function selectsWorkersOnly(selector: unknown): boolean {
  return expressionsOf(selector).some(
    ({ key, operator, values }) => isRoleOrType(key) && operator === 'In' && Array.isArray(values) && values.join() === 'worker',
  );
}

/**
 * Whether a selector is certain to select the Machines of the control plane: it names them, or it speaks of
 * nothing but role and type and does not exclude them. Other labels are not known from manifests.
 */
export function selectsControlPlane(selector: unknown): boolean {
  const expressions = expressionsOf(selector);
  const known = expressions.filter(({ key }) => isRoleOrType(key));
  const certain = known.length === expressions.length || known.some(namesControlPlane);
  return known.length > 0 && certain && matchLabelSelector({ matchExpressions: known }, CONTROL_PLANE_MACHINE);
}

/** Whether it selects Machines of the control plane and no others, as far as roles and types tell. */
export function selectsControlPlaneOnly(selector: unknown): boolean {
  return selectsControlPlane(selector) && expressionsOf(selector).some((one) => namesControlPlane(one) && one.values.join() === 'master');
}

function namesControlPlane({ operator, values }: Requirement): boolean {
  return operator === 'In' && Array.isArray(values) && values.includes('master');
}

function isRoleOrType(key: unknown): boolean {
  return key === MACHINE_ROLE_LABEL || key === MACHINE_TYPE_LABEL;
}

/** The selector's expressions, with each label written as one. */
export function expressionsOf(selector: unknown): Requirement[] {
  const { matchLabels, matchExpressions } = isObject(selector) ? selector : {};
  const labels = Object.entries(isObject(matchLabels) ? matchLabels : {});
  return [...labels.map(([key, value]) => ({ key, operator: 'In', values: [value] })), ...objectsOf(matchExpressions)];
}
