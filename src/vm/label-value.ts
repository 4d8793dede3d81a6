import { Names } from 'cdk8s';
import type { Resource } from 'cdk8s-plus-27';
import { hasFormat, LABEL_VALUE_IN_USE } from '../facts';

/** The name of a resource where it can be the value of a label, else a value made from the construct path. */
export function labelValue(resource: Resource): string {
  return hasFormat(resource.name, LABEL_VALUE_IN_USE) ? resource.name : Names.toLabelValue(resource);
}
