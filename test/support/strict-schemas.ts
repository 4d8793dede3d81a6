import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { apiGroup, type Manifest } from '../../src/graph';
import { type Schema, strictSchema } from './crd-schema';
import { NAMED_OBJECT_META } from './object-meta';
import { schemaValidator } from './schema-validator';

/** The KubeVirt releases whose CRDs the checks know. */
export type Release = '1.5' | '1.8' | '1.9';

/** All of them, oldest first. */
export const releases: readonly Release[] = ['1.5', '1.8', '1.9'];

/** Where the CRDs are: folders `kubevirt-v1.5`, `openshift`, `medik8s`, … with one file `<plural>.<group>.yaml` a CRD. */
export const crdFolder = process.env.CDK8S_KUBEVIRT_CRDS ?? resolve(__dirname, '../../../shared/crds');

const SHARED_FOLDERS = ['openshift', 'medik8s', 'ecosystem'];

type Validator = (manifest: object) => string[];
const validators = new Map<string, Validator>();

/** Whether the CRDs are on this machine. */
export function crdsAvailable(): boolean {
  return releases.every((release) => existsSync(join(crdFolder, `kubevirt-v${release}`)));
}

/**
 * What the strict schema of a release says against a manifest; empty: nothing.
 *
 * Kinds that Kubernetes itself brings (Service, Secret, PodDisruptionBudget, …) have no CRD: only their metadata is
 * checked here. A kind of any other group without a CRD is an error, so that a misspelt kind does not pass.
 */
export function strictErrors(manifest: Manifest, release: Release): string[] {
  const { apiVersion, kind, metadata } = manifest;
  const key = `${release} ${apiVersion} ${kind} ${channelOf(manifest)}`;
  const validator = validators.get(key) ?? validatorOf(manifest, release);
  validators.set(key, validator);
  return validator(manifest).map((error) => `${kind} ${metadata?.name} in ${release}: ${error}`);
}

function validatorOf(manifest: Manifest, release: Release): Validator {
  const crd = readCrd(manifest, release);
  if (crd === undefined) {
    return isBuiltIn(apiGroup(manifest)) ? schemaValidator(METADATA_ONLY) : () => [`no CRD for ${manifest.apiVersion} ${manifest.kind}`];
  }
  const version = crd.spec.versions.find(({ name }: Schema) => manifest.apiVersion === `${crd.spec.group}/${name}`);
  if (version === undefined) {
    return () => [`no version ${manifest.apiVersion} of ${manifest.kind}`];
  }
  return schemaValidator(objectSchema(version.schema.openAPIV3Schema, manifest));
}

const METADATA_ONLY: Schema = { required: ['metadata'], properties: { metadata: NAMED_OBJECT_META } };

/** The schema of a whole object as an author writes it: named, and without `status`. */
function objectSchema(crdSchema: Schema, { apiVersion, kind }: Manifest): Schema {
  const strict = strictSchema(crdSchema);
  const { status, ...properties } = strict.properties;
  const header = { apiVersion: { const: apiVersion }, kind: { const: kind }, metadata: NAMED_OBJECT_META };
  const required = [...(strict.required ?? []), ...Object.keys(header)].filter((field) => field !== 'status');
  return { ...strict, properties: { ...properties, ...header }, required: [...new Set(required)], additionalProperties: false };
}

function readCrd(manifest: Manifest, release: Release): Schema | undefined {
  const file = `${plural(manifest.kind)}.${apiGroup(manifest)}${channelOf(manifest)}.yaml`;
  const path = [`kubevirt-v${release}`, ...SHARED_FOLDERS].map((folder) => join(crdFolder, folder, file)).find(existsSync);
  return path === undefined ? undefined : (load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Schema);
}

/** Routes that say so are for clusters with the experimental channel of the Gateway API. */
function channelOf({ metadata }: Manifest): string {
  return metadata?.annotations?.['cdk8s-kubevirt/gateway-channel'] === 'experimental' ? '.experimental' : '';
}

function plural(kind: string): string {
  return `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');
}

/** Groups that the Kubernetes API server serves by itself have no dot or end in `.k8s.io`. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}
