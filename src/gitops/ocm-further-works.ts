import { ApiObject, type ApiObjectMetadata, type ApiObjectProps } from 'cdk8s';
import type { Resource } from 'cdk8s-plus-27';

/** Adds the works behind the first one of a delivery, with its name and a number: `shop-2`, `shop-3`. */
export function addFurtherWorks(
  first: Resource,
  header: ApiObjectProps,
  metadata: ApiObjectMetadata | undefined,
  specs: readonly object[],
): void {
  specs.forEach((spec, index) => {
    const number = index + 2;
    new ApiObject(first, `Resource${number}`, { ...header, metadata: { ...metadata, name: `${first.name}-${number}` }, spec });
  });
}
