import { ownValue } from '../facts';
import { isObject, objectsOf } from './manifest';

export type Labels = Readonly<Record<string, string>>;

/** Whether a plain label map (a Service selector) selects the labels; an empty map selects nothing here. */
export function matchLabels(selector: unknown, labels: Labels): boolean {
  const entries = Object.entries(isObject(selector) ? selector : {});
  return entries.length > 0 && entries.every(([key, value]) => labels[key] === value);
}

/** Whether a LabelSelector selects the labels; an empty selector selects everything. */
export function matchLabelSelector(selector: unknown, labels: Labels): boolean {
  return labelMatcher(selector)(labels);
}

/** A LabelSelector that is taken apart once, to be held against many labels. */
export function labelMatcher(selector: unknown): (labels: Labels) => boolean {
  if (!isObject(selector)) {
    return () => false;
  }
  const wanted = Object.entries(isObject(selector.matchLabels) ? selector.matchLabels : {});
  const expressions = objectsOf(selector.matchExpressions);
  return (labels) =>
    wanted.every(([key, value]) => labels[key] === value) && expressions.every((expression) => matchExpression(expression, labels));
}

/** Whether a LabelSelector is absent or has neither labels nor expressions. */
export function isEmptySelector(selector: unknown): boolean {
  if (!isObject(selector)) {
    return true;
  }
  return (
    Object.keys(isObject(selector.matchLabels) ? selector.matchLabels : {}).length === 0 &&
    objectsOf(selector.matchExpressions).length === 0
  );
}

function matchExpression(expression: Record<string, any>, labels: Labels): boolean {
  const value = ownValue(labels, String(expression.key));
  const values: unknown[] = Array.isArray(expression.values) ? expression.values : [];
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
