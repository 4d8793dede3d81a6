import {
  INSTANCE_METADATA_DEFAULTS,
  MACHINE_DEFAULTS,
  type MutatingDefault,
  TEMPLATE_METADATA_DEFAULTS,
  withDefaults,
} from '../../src/admission';
import type { ClusterProfile } from '../../src/cluster';
import { canonicalQuantity, MACHINE_OMITTED, MACHINE_QUANTITIES, MACHINE_QUANTITY_MAPS, parseFieldPath } from '../../src/facts';
import { fieldValues, isObject, type Manifest } from '../../src/graph';

/** What a cluster has that writes into the objects of others. */
export interface Surroundings {
  readonly cluster: ClusterProfile;
  /** Whether kubemacpool is there, as in OpenShift Virtualization. */
  readonly hasMacPool?: boolean;
}

/** Thrown for what a webhook refuses. */
export class Refusal extends Error {}

type Fields = Record<string, any>;

/**
 * Defaults of CustomResourceDefinitions, which the API server writes into each object.
 *
 * @see https://github.com/openshift/api/blob/master/route/v1/zz_generated.crd-manifests/routes.crd.yaml
 * @see https://github.com/openshift/api/blob/master/machine/v1beta1/zz_generated.crd-manifests
 * @see https://github.com/kubernetes-sigs/gateway-api/tree/main/config/crd
 */
const SCHEMA_DEFAULTS: Readonly<Record<string, readonly MutatingDefault[]>> = {
  Route: [
    { field: 'spec.to.kind', value: () => 'Service' },
    { field: 'spec.to.weight', value: () => 100 },
    { field: 'spec.alternateBackends[].kind', value: () => 'Service' },
    { field: 'spec.alternateBackends[].weight', value: () => 100 },
    { field: 'spec.wildcardPolicy', value: () => 'None' },
  ],
  MachineHealthCheck: [
    { field: 'spec.maxUnhealthy', value: () => '100%' },
    { field: 'spec.nodeStartupTimeout', value: () => '10m' },
  ],
  FenceAgentsRemediationTemplate: [
    { field: 'spec.template.spec.retryinterval', value: () => '5s' },
    { field: 'spec.template.spec.timeout', value: () => '60s' },
  ],
  ...Object.fromEntries(['HTTPRoute', 'TCPRoute'].map((kind) => [kind, gatewayDefaults(kind === 'HTTPRoute')])),
};

function gatewayDefaults(hasMatches: boolean): MutatingDefault[] {
  const isMissing = (value: unknown) => value === undefined;
  const rules: MutatingDefault[] = [
    { field: 'spec.parentRefs[].group', value: () => 'gateway.networking.k8s.io' },
    { field: 'spec.parentRefs[].kind', value: () => 'Gateway' },
    { field: 'spec.rules[].backendRefs[].group', isUnset: isMissing, value: () => '' },
    { field: 'spec.rules[].backendRefs[].kind', value: () => 'Service' },
    { field: 'spec.rules[].backendRefs[].weight', value: () => 1 },
  ];
  return hasMatches ? [...rules, { field: 'spec.rules[].matches', value: () => [{ path: { type: 'PathPrefix', value: '/' } }] }] : rules;
}

/**
 * What the API server fills in for kinds of Kubernetes itself. Tools that compare by themselves fill it in too: they read both sides into
 * Go's types.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/v1/defaults.go
 */
export const BUILT_IN_DEFAULTS: Readonly<Record<string, readonly MutatingDefault[]>> = {
  Service: [
    { field: 'spec.sessionAffinity', value: () => 'None' },
    { field: 'spec.internalTrafficPolicy', value: () => 'Cluster' },
    { field: 'spec.ports[].protocol', value: () => 'TCP' },
  ],
  CronJob: [
    { field: 'spec.concurrencyPolicy', value: () => 'Allow' },
    { field: 'spec.suspend', isUnset: (value) => value === undefined, value: () => false },
    { field: 'spec.jobTemplate.spec.template.spec.restartPolicy', value: () => 'Always' },
  ],
};

/** An object as the cluster stores it after somebody has applied it for the first time, and controllers have seen it. */
export function created(manifest: Manifest, surroundings: Surroundings): Manifest {
  return controlled(admitted(manifest, undefined, surroundings), surroundings);
}

/** An object as the cluster would store it after somebody has applied it once more: what a dry run answers. */
export function updated(manifest: Manifest, live: Manifest, surroundings: Surroundings): Manifest {
  return admitted(manifest, live, surroundings);
}

function admitted(manifest: Manifest, live: Manifest | undefined, surroundings: Surroundings): Manifest {
  const context = { architecture: 'amd64', cluster: surroundings.cluster, configuration: {} };
  const table = [...(SCHEMA_DEFAULTS[manifest.kind] ?? []), ...(BUILT_IN_DEFAULTS[manifest.kind] ?? [])];
  const object = withDefaults(manifest, table, context);
  switch (manifest.kind) {
    case 'VirtualMachine':
      return admittedMachine(object, live, surroundings);
    case 'DataVolume':
      return admittedDataVolume(object, live);
    case 'FenceAgentsRemediationTemplate':
    case 'SelfNodeRemediationTemplate':
      return annotated(object, { 'remediation.medik8s.io/multiple-templates-support': 'true' });
    case 'Service':
      return withoutEmptyLists(live === undefined ? withAddress(object) : object);
    case 'HorizontalPodAutoscaler':
      return withTexts(object);
    default:
      return object as Manifest;
  }
}

/**
 * KubeVirt's webhook: it reads the VM into Go's types, fills in what is missing, and writes spec and metadata anew.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/vm-mutator.go
 */
function admittedMachine(object: Fields, live: Manifest | undefined, { cluster, hasMacPool }: Surroundings): Manifest {
  const context = { architecture: object.spec.template.spec.architecture ?? 'amd64', cluster, configuration: {} };
  const rewritten = goRoundTrip(object, cluster);
  for (const matcher of ['instancetype', 'preference']) {
    infer(rewritten.spec[matcher], matcher);
  }
  rewritten.spec.template.spec = withDefaults(rewritten.spec.template.spec, MACHINE_DEFAULTS, context);
  const { firmware } = rewritten.spec.template.spec.domain;
  if (live === undefined) {
    rewritten.spec.template.spec.domain.firmware = { uuid: 'drawn by KubeVirt', serial: 'drawn by KubeVirt', ...firmware };
  }
  const whole = live === undefined ? withDefaults(rewritten, TEMPLATE_METADATA_DEFAULTS, context) : rewritten;
  return (hasMacPool ? withAddresses(whole, live) : whole) as Manifest;
}

/** @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/instancetype/infer/handler.go */
function infer(matcher: Fields | undefined, name: string): void {
  if (matcher?.inferFromVolume) {
    if (matcher.name) {
      throw new Refusal(`Name already set, should be cleared when inferring the ${name}`);
    }
    delete matcher.inferFromVolume;
    Object.assign(matcher, { name: `${name}-of-the-volume`, kind: `virtualmachinecluster${name}` });
  }
}

/** Quantities in one form, no fields that are empty, and structures that Go has always. */
function goRoundTrip(object: Fields, cluster: ClusterProfile): Fields {
  const copy = structuredClone(object);
  for (const steps of MACHINE_QUANTITIES) {
    replaceEach(copy.spec, steps, canonicalQuantity);
  }
  for (const { value } of MACHINE_QUANTITY_MAPS.flatMap((steps) => fieldValues(copy.spec, steps))) {
    for (const [name, quantity] of Object.entries(value as Fields)) {
      (value as Fields)[name] = canonicalQuantity(quantity);
    }
  }
  for (const steps of MACHINE_OMITTED) {
    replaceEach(copy.spec, steps, (value) => (isZeroOfGo(value) ? undefined : value));
  }
  copy.spec.template.metadata ??= {};
  copy.spec.template.spec.domain.resources ??= {};
  if (!cluster.atLeast('1.8')) {
    copy.spec.template.metadata.creationTimestamp = null;
    for (const template of copy.spec.dataVolumeTemplates ?? []) {
      template.metadata.creationTimestamp = null;
    }
  }
  return copy;
}

function isZeroOfGo(value: unknown): boolean {
  return value === 0 || value === false || value === '' || (value instanceof Object && Object.keys(value).length === 0);
}

function replaceEach(root: Fields, steps: readonly string[], replace: (value: unknown) => unknown): void {
  for (const { path, value } of fieldValues(root, steps)) {
    const keys = parseFieldPath(path);
    const parent = keys.slice(0, -1).reduce<any>((object, key) => object[key], root);
    const replaced = replace(value);
    replaced === undefined ? delete parent[keys[keys.length - 1]] : Object.assign(parent, { [keys[keys.length - 1]]: replaced });
  }
}

/** @see https://github.com/k8snetworkplumbingwg/kubemacpool/blob/main/pkg/pool-manager/virtualmachine_pool.go */
function withAddresses(object: Fields, live: Manifest | undefined): Fields {
  const known = new Map<string, string>(
    (live?.spec.template.spec.domain.devices.interfaces ?? []).map((entry: Fields) => [entry.name, entry.macAddress]),
  );
  const copy = annotated(object, { 'kubemacpool.io/transaction-timestamp': live === undefined ? 'first' : oldTimestamp(live) });
  for (const [index, entry] of (copy.spec.template.spec.domain.devices?.interfaces ?? []).entries()) {
    entry.macAddress ??= known.get(entry.name) ?? `02:00:00:00:00:0${index}`;
  }
  return copy;
}

/** A dry run leaves no trace, and a VM that is not changed keeps its time. */
function oldTimestamp(live: Manifest): string {
  return live.metadata?.annotations?.['kubemacpool.io/transaction-timestamp'] as string;
}

/** @see https://github.com/kubevirt/containerized-data-importer/blob/v1.65.0/pkg/apiserver/webhooks/datavolume-mutate.go */
function admittedDataVolume(object: Fields, live: Manifest | undefined): Manifest {
  if (live !== undefined && JSON.stringify(object.spec) !== JSON.stringify(live.spec)) {
    throw new Refusal('Cannot update DataVolume Spec');
  }
  const isClone = object.spec.source?.pvc !== undefined || object.spec.sourceRef !== undefined;
  return isClone ? annotated(object, { 'cdi.kubevirt.io/storage.clone.token': 'signed by CDI' }) : (object as Manifest);
}

function annotated(object: Fields, annotations: Readonly<Record<string, string>>): Manifest {
  const { metadata } = object;
  return { ...object, metadata: { ...metadata, annotations: { ...metadata?.annotations, ...annotations } } } as Manifest;
}

function withAddress(object: Fields): Manifest {
  const address = { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' };
  return { ...object, spec: { ...address, ...object.spec } } as unknown as Manifest;
}

function withoutEmptyLists(object: Fields): Manifest {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  return { ...object, spec: Object.fromEntries(Object.entries(object.spec).filter(([, value]) => !isEmpty(value))) } as unknown as Manifest;
}

/** Quantities that are numbers are texts in Go's types. */
function withTexts(object: Fields): Manifest {
  const metrics = object.spec.metrics?.map((metric: Fields) => ({ ...metric, resource: metric.resource && textOf(metric.resource) }));
  return { ...object, spec: { ...object.spec, metrics } } as unknown as Manifest;
}

function textOf(resource: Fields): Fields {
  const { averageValue } = resource.target;
  return { ...resource, target: { ...resource.target, ...(averageValue === undefined ? {} : { averageValue: String(averageValue) }) } };
}

/** What controllers, and the API server itself, write into an object that is there. */
function controlled(object: Manifest, { cluster }: Surroundings): Manifest {
  const metadata = { ...object.metadata, uid: 'drawn', resourceVersion: '2', generation: 1, creationTimestamp: '2026-11-27T08:00:00Z' };
  const seen = { ...object, metadata, status: { observedGeneration: 1 } };
  if (object.kind === 'VirtualMachine') {
    const versions = { 'kubevirt.io/latest-observed-api-version': 'v1', 'kubevirt.io/storage-observed-api-version': 'v1' };
    const { metadata: machine, ...rest } = annotated(seen, versions);
    return { ...rest, metadata: { ...machine, finalizers: ['kubevirt.io/virtualMachineControllerFinalize'] } } as Manifest;
  }
  if (object.kind === 'DataVolume') {
    const storage = { 'cdi.kubevirt.io/storage.usePopulator': 'true', 'cdi.kubevirt.io/storage.prePopulated': String(metadata.name) };
    return annotated(seen, storage);
  }
  if (object.kind === 'VirtualMachineInstance') {
    return withDefaults(seen, INSTANCE_METADATA_DEFAULTS, { architecture: 'amd64', cluster, configuration: {} }) as unknown as Manifest;
  }
  if (object.kind === 'Route' && object.spec.host === undefined) {
    const host = `${metadata.name}-${object.metadata?.namespace}.apps.example.com`;
    return annotated({ ...seen, spec: { ...object.spec, host } }, { 'openshift.io/host.generated': 'true' });
  }
  return isObject(seen) ? seen : object;
}
