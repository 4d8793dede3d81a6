import { ownValue } from '../facts';
import { objectsOf } from '../graph';

/** A node, as far as terms of selectors look at it. */
export interface LabelledNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether a node matches a term of a node affinity: one without requirements matches none. */
export function matchesNodeTerm({ matchExpressions, matchFields }: Readonly<Record<string, any>>, { name, labels }: LabelledNode): boolean {
  const expressions = objectsOf(matchExpressions);
  const fields = objectsOf(matchFields);
  return (
    expressions.length + fields.length > 0 &&
    expressions.every((expression) => matchesRequirement(expression, ownValue(labels, String(expression.key)))) &&
    fields.every((field) => field.key === 'metadata.name' && matchesRequirement(field, name))
  );
}

function matchesRequirement({ operator, values }: Readonly<Record<string, any>>, value: string | undefined): boolean {
  const listed: unknown[] = Array.isArray(values) ? values : [];
  switch (operator) {
    case 'In':
      return value !== undefined && listed.includes(value);
    case 'NotIn':
      return value === undefined || !listed.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(listed[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(listed[0]);
    default:
      return false;
  }
}
