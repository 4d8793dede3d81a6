import { Names } from 'cdk8s';
import type { Resource } from 'cdk8s-plus-27';

/** What the value of a label looks like. */
export const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** The name of a resource where it can be the value of a label, else a value made from the construct path. */
export function labelValue(resource: Resource): string {
  return LABEL_VALUE.test(resource.name) ? resource.name : Names.toLabelValue(resource);
}
