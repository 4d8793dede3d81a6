import type { Manifest } from '../../src/graph';
import type { Schema } from '../support/crd-schema';
import { CLUSTERS, definitionsOf } from './served';
import type { Cause } from './verdict';

/** An expression of a schema that API servers ask objects. */
export interface CelRule {
  /** Kind, place, and what is said of an object that breaks it. */
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  readonly message: string;
}

/** The expressions of the CustomResourceDefinitions of all clusters, as far as authors write the field: not those of status. */
export function celRules(): CelRule[] {
  const rules = new Map<string, CelRule>();
  for (const { spec } of CLUSTERS.flatMap(definitionsOf)) {
    for (const { schema } of spec.versions) {
      collect(rules, spec.names.kind, schema.openAPIV3Schema, '');
    }
  }
  return [...rules.values()].filter(({ place }) => place !== 'status' && !place.startsWith('status.'));
}

/** Whether an object was refused because of an expression. */
export function isBrokenBy({ kind, place, message }: CelRule, manifest: Manifest, { field, message: said }: Cause): boolean {
  return manifest.kind === kind && field.replace(/\[[^\]]*\]/g, '') === place && said.includes(message);
}

/** @param place the path of the schema without marks for entries, as the API server says it without indices */
function collect(rules: Map<string, CelRule>, kind: string, schema: Schema, place: string): void {
  for (const { rule, message } of schema['x-kubernetes-validations'] ?? []) {
    const text = message ?? `failed rule: ${rule}`;
    const id = `${kind} ${place}: ${text}`;
    rules.set(id, { id, kind, place, message: text });
  }
  for (const [name, property] of Object.entries<Schema>(schema.properties ?? {})) {
    collect(rules, kind, property, place === '' ? name : `${place}.${name}`);
  }
  for (const entries of [schema.items, schema.additionalProperties]) {
    if (typeof entries === 'object' && entries !== null) {
      collect(rules, kind, entries, place);
    }
  }
}
