import { CONTROL_PLANE_NODE_LABELS, UNIVERSAL_NODE_LABELS, WORKER_NODE_LABEL } from '../facts';
import { expressionsOf, type Requirement } from './machine-selector';

/** Whether a selector leaves out the nodes of the control plane. */
export function excludesControlPlane(selector: unknown): boolean {
  return expressionsOf(selector).some(({ key, operator }) => isControlPlaneLabel(key) && operator === 'DoesNotExist');
}

/** Whether a selector takes nodes for being of the control plane. */
export function asksForControlPlane(selector: unknown): boolean {
  return expressionsOf(selector).some((requirement) => isControlPlaneLabel(requirement.key) && isPositive(requirement));
}

/** Whether a selector asks for the label of workers, which control plane nodes of compact clusters have too. */
export function asksForWorkers(selector: unknown): boolean {
  return expressionsOf(selector).some((requirement) => requirement.key === WORKER_NODE_LABEL && isPositive(requirement));
}

/** Whether a selector is sure to take no more nodes than there are workers. */
export function takesWorkersOnly(selector: unknown): boolean {
  return excludesControlPlane(selector) || (asksForWorkers(selector) && !asksForControlPlane(selector));
}

/** Whether a selector speaks of nothing but labels that all nodes have. */
export function asksForAnyNode(selector: unknown): boolean {
  const expressions = expressionsOf(selector);
  return (
    expressions.length > 0 && expressions.every((requirement) => UNIVERSAL_NODE_LABELS.includes(requirement.key) && isPositive(requirement))
  );
}

function isControlPlaneLabel(key: unknown): boolean {
  return CONTROL_PLANE_NODE_LABELS.some((label) => label === key);
}

function isPositive({ operator }: Requirement): boolean {
  return operator === 'Exists' || operator === 'In';
}
