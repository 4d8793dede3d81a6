import type { FieldPath } from '../facts';
import { isObject, itemsOf } from '../graph';
import { isTemplate, type ParameterValues, processTemplate, type TemplateFault } from './template';

/** An object, and the way to it in its document. */
export interface UnfoldedObject {
  readonly value: unknown;
  readonly path: FieldPath;
}

export interface Unfolded {
  readonly objects: readonly UnfoldedObject[];
  readonly faults: readonly TemplateFault[];
  readonly parameters: readonly string[];
}

/**
 * The objects in a document: the items of lists, and what templates become.
 *
 * @param given values of parameters of templates
 * @param isDump whether what the cluster adds to objects is asked for, their status above all
 */
export function unfold(document: unknown, given: ParameterValues, isDump = false): Unfolded {
  const objects: UnfoldedObject[] = [];
  const faults: TemplateFault[] = [];
  const parameters: string[] = [];
  const visit = (value: unknown, path: FieldPath): void => {
    const items = isObject(value) ? itemsOf(value) : undefined;
    if (items !== undefined) {
      items.forEach((item, index) => {
        visit(item, [...path, 'items', index]);
      });
    } else if (isObject(value) && isTemplate(value)) {
      const processed = processTemplate(value, given);
      processed.objects.forEach((object, index) => {
        visit(object, [...path, 'objects', index]);
      });
      faults.push(...processed.faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
      parameters.push(...processed.parameters);
    } else if (value !== null && (isDump || !isMadeByKubevirt(value))) {
      objects.push({ value: isDump ? value : asWritten(value), path });
    }
  };
  visit(document, []);
  return { objects, faults, parameters };
}

/** What the API server adds to an object says nothing of what its author wrote; a node has no author, and is told by its status. */
function asWritten(value: unknown): unknown {
  if (!isObject(value) || isNode(value) || (value.status === undefined && value.metadata?.managedFields === undefined)) {
    return value;
  }
  const { status: _, ...object } = value;
  if (!isObject(object.metadata)) {
    return object;
  }
  const { managedFields: __, ...metadata } = object.metadata;
  return { ...object, metadata };
}

function isNode({ apiVersion, kind }: Record<string, unknown>): boolean {
  return apiVersion === 'v1' && kind === 'Node';
}

const KUBEVIRT_GROUPS = /^(pool\.)?kubevirt\.io\//;

/** Whether an object of a dump was made for a VM or a pool, which is in the dump too: nobody writes it, and nobody can mend it. */
function isMadeByKubevirt(value: unknown): boolean {
  const owners: unknown = isObject(value) ? value.metadata?.ownerReferences : undefined;
  return (
    Array.isArray(owners) &&
    ['VirtualMachine', 'VirtualMachineInstance'].includes((value as Record<string, any>).kind) &&
    owners.some((owner) => isObject(owner) && owner.controller === true && KUBEVIRT_GROUPS.test(String(owner.apiVersion)))
  );
}
