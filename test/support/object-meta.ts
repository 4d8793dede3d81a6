import type { Schema } from './crd-schema';

const QUALIFIED_NAME = '^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';
const LABEL_VALUE = '^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$';
const DNS_SUBDOMAIN = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';

/**
 * The fields of ObjectMeta that an author sets, in the API server's syntax.
 *
 * CRDs leave `metadata` open and the API server checks it with its own code, so a misspelt `lables` would
 * pass a schema made of the CRD alone.
 */
export const OBJECT_META: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: DNS_SUBDOMAIN, maxLength: 253 },
    generateName: { type: 'string', maxLength: 253 },
    namespace: { type: 'string', pattern: DNS_SUBDOMAIN, maxLength: 63 },
    labels: { type: 'object', propertyNames: { pattern: QUALIFIED_NAME }, additionalProperties: { type: 'string', pattern: LABEL_VALUE } },
    annotations: { type: 'object', propertyNames: { pattern: QUALIFIED_NAME }, additionalProperties: { type: 'string' } },
    finalizers: { type: 'array', items: { type: 'string' } },
    ownerReferences: { type: 'array', items: { type: 'object' } },
  },
};

/** ObjectMeta of an object of its own, which needs a name. */
export const NAMED_OBJECT_META: Schema = { ...OBJECT_META, anyOf: [{ required: ['name'] }, { required: ['generateName'] }] };
