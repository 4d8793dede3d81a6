import Ajv, { type ValidateFunction } from 'ajv';
import { JsonPatch, Lazy, Testing } from 'cdk8s';
import type { Schema } from '../../scripts/import/schema';
import * as imports from '../../src/imports';
import { describeWithCrds, schemaOf } from './crds';

const SPEC: imports.VirtualMachineSpec = {
  runStrategy: 'Always',
  template: {
    metadata: { labels: { app: 'web' } },
    spec: {
      domain: {
        cpu: { cores: 2 },
        memory: { guest: imports.Quantity.fromString('4Gi') },
        resources: { requests: { cpu: imports.Quantity.fromNumber(2) } },
        devices: {
          disks: [{ name: 'root', disk: { bus: 'virtio' } }],
          interfaces: [{ name: 'default', masquerade: {} }],
        },
      },
      networks: [{ name: 'default', pod: {} }],
      readinessProbe: { httpGet: { port: imports.IntOrString.fromNumber(8080), path: '/health' } },
      livenessProbe: { tcpSocket: { port: imports.IntOrString.fromString('ssh') } },
      volumes: [{ name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:latest' } }],
    },
  },
};

const MANIFEST = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web' },
  spec: {
    runStrategy: 'Always',
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        domain: {
          cpu: { cores: 2 },
          memory: { guest: '4Gi' },
          resources: { requests: { cpu: 2 } },
          devices: {
            disks: [{ name: 'root', disk: { bus: 'virtio' } }],
            interfaces: [{ name: 'default', masquerade: {} }],
          },
        },
        networks: [{ name: 'default', pod: {} }],
        readinessProbe: { httpGet: { port: 8080, path: '/health' } },
        livenessProbe: { tcpSocket: { port: 'ssh' } },
        volumes: [{ name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:latest' } }],
      },
    },
  },
};

it('synthesizes a VirtualMachine to plain JSON', () => {
  const chart = Testing.chart();
  new imports.KubeVirtualMachine(chart, 'web', { metadata: { name: 'web' }, spec: SPEC });
  expect(Testing.synth(chart)).toEqual([MANIFEST]);
});

it('gives the manifest without a construct', () => {
  expect(imports.KubeVirtualMachine.manifest({ metadata: { name: 'web' }, spec: SPEC })).toEqual(MANIFEST);
});

it('synthesizes values that are produced late', () => {
  const chart = Testing.chart();
  new imports.KubeVirtualMachine(chart, 'web', { spec: Lazy.any({ produce: () => SPEC }) });
  expect(Testing.synth(chart)[0].spec).toEqual(MANIFEST.spec);
});

it('keeps JSON patches to fields that it does not know', () => {
  const chart = Testing.chart();
  const vm = new imports.KubeVirtualMachine(chart, 'web', { metadata: { name: 'web' }, spec: SPEC });
  vm.addJsonPatch(JsonPatch.add('/spec/template/spec/fromTheFuture', { on: true }));
  expect(Testing.synth(chart)[0].spec.template.spec.fromTheFuture).toEqual({ on: true });
});

it('writes kinds of other projects', () => {
  const chart = Testing.chart();
  new imports.KubeRoute(chart, 'route', {
    spec: { to: { kind: 'Service', name: 'web' }, port: { targetPort: imports.IntOrString.fromString('http') } },
  });
  new imports.KubeSelfNodeRemediationConfig(chart, 'config');
  expect(Testing.synth(chart)).toEqual([
    {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: expect.any(String) },
      spec: { to: { kind: 'Service', name: 'web' }, port: { targetPort: 'http' } },
    },
    { apiVersion: 'self-node-remediation.medik8s.io/v1alpha1', kind: 'SelfNodeRemediationConfig', metadata: { name: expect.any(String) } },
  ]);
});

describeWithCrds('synthesized VirtualMachine against the strict CRD', () => {
  let check: ValidateFunction;

  beforeAll(() => {
    const ajv = new Ajv({ strict: false, validateFormats: false, code: { optimize: false } });
    check = ajv.compile(strict(schemaOf('kubevirt-v1.9', 'VirtualMachine')));
  });

  it('is valid', () => {
    const chart = Testing.chart();
    new imports.KubeVirtualMachine(chart, 'web', { metadata: { name: 'web' }, spec: SPEC });
    check(Testing.synth(chart)[0]);
    expect(check.errors).toBeNull();
  });

  it('is invalid with a field too many', () => {
    check({ ...MANIFEST, spec: { ...MANIFEST.spec, runStrategie: 'Always' } });
    expect(check.errors?.map((error) => error.params)).toEqual([{ additionalProperty: 'runStrategie' }]);
  });
});

/** The schema with unknown fields forbidden, and int-or-string as JSON Schema says it. */
function strict(schema: Schema): object {
  const { type, properties, items, additionalProperties, ...rest } = schema;
  if (schema['x-kubernetes-int-or-string']) {
    return { type: ['integer', 'string'] };
  }
  const closed = properties !== undefined && !schema['x-kubernetes-preserve-unknown-fields'];
  return {
    ...rest,
    ...(type ? { type } : {}),
    ...(items ? { items: strict(items) } : {}),
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, strict(child)])) } : {}),
    ...(closed ? { additionalProperties: false } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: strict(additionalProperties) } : {}),
  };
}
