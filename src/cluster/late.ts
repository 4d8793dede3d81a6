import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { decideLate } from './cdk8s-internals';

/** What kind of object it is, and the name and the namespace that go with the kind. */
export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * An API object whose kind, or the version of it, depends on what the cluster is.
 *
 * @param identity what it is; asked each time
 * @param props `metadata` goes before the name and the namespace of the identity; `spec` may be lazy
 */
export function lateObject(
  scope: Construct,
  id: string,
  identity: () => ObjectIdentity,
  props: { readonly metadata?: ApiObjectMetadata; readonly spec: unknown },
): ApiObject {
  const { metadata } = props;
  const type = { apiVersion: () => identity().apiVersion, kind: () => identity().kind };
  const object = new ApiObject(scope, id, decideLate({ apiVersion: '', kind: '', ...props }, type));
  const generated = { name: object.name, namespace: object.metadata.namespace };
  const name = () => metadata?.name ?? identity().name ?? generated.name;
  const namespace = () => metadata?.namespace ?? identity().namespace ?? generated.namespace;
  decideLate(object.metadata, { name, namespace });
  return decideLate(object, { ...type, apiGroup: () => identity().apiVersion.split('/')[0], name });
}
