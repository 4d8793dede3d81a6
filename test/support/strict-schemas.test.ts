import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/graph';
import { releases, strictErrors } from './strict-schemas';
import { parseManifests } from './synthesize';
import { describeWithCrds } from './with-crds';

const GOOD_VM = readFileSync(join(__dirname, 'good-vm.yaml'), 'utf8');

function vm(change: (manifest: any) => void = () => undefined): Manifest {
  const [manifest] = parseManifests(GOOD_VM);
  change(manifest);
  return manifest;
}

function route(spec: object): Manifest {
  const to = { kind: 'Service', name: 'web' };
  return { apiVersion: 'route.openshift.io/v1', kind: 'Route', metadata: { name: 'web' }, spec: { to, ...spec } };
}

describeWithCrds('strict schemas', () => {
  test.each(releases)('accept a good VM in %s', (release) => {
    expect(strictErrors(vm(), release)).toEqual([]);
  });

  test('leave the manifest as it is', () => {
    const manifest = vm();
    strictErrors(manifest, '1.9');
    expect(manifest).toEqual(vm());
  });

  test.each(releases)('refuse a typo in a nested field in %s', (release) => {
    const manifest = vm((it) => {
      it.spec.template.spec.readinessProbe.initialDelaySecond = 10;
    });
    expect(strictErrors(manifest, release)).toEqual([
      `VirtualMachine web in ${release}: /spec/template/spec/readinessProbe must NOT have additional properties: initialDelaySecond`,
    ]);
  });

  test('refuse a missing field that is required', () => {
    const manifest = vm((it) => {
      delete it.spec.template.spec.domain.devices.disks[0].name;
    });
    expect(strictErrors(manifest, '1.8')).toEqual([
      "VirtualMachine web in 1.8: /spec/template/spec/domain/devices/disks/0 must have required property 'name'",
    ]);
  });

  test('refuse a wrong type', () => {
    const manifest = vm((it) => {
      it.spec.template.spec.domain.cpu.cores = '2';
    });
    expect(strictErrors(manifest, '1.8')).toEqual(['VirtualMachine web in 1.8: /spec/template/spec/domain/cpu/cores must be integer']);
  });

  test('refuse a quantity that Kubernetes cannot read', () => {
    const manifest = vm((it) => {
      it.spec.template.spec.domain.memory.guest = '4 GB';
    });
    expect(strictErrors(manifest, '1.8').join()).toContain('/spec/template/spec/domain/memory/guest must match pattern');
  });

  test('refuse an object in place of an int-or-string', () => {
    const manifest = vm((it) => {
      it.spec.template.spec.readinessProbe.httpGet.port = { value: 8080 };
    });
    expect(strictErrors(manifest, '1.8')).toEqual([
      'VirtualMachine web in 1.8: /spec/template/spec/readinessProbe/httpGet/port must be integer,string',
    ]);
  });

  test('refuse misspelt metadata, at the top and in a template', () => {
    const manifest = vm((it) => {
      it.metadata.lables = {};
      it.spec.template.metadata.label = {};
    });
    expect(strictErrors(manifest, '1.8')).toEqual([
      'VirtualMachine web in 1.8: /metadata must NOT have additional properties: lables',
      'VirtualMachine web in 1.8: /spec/template/metadata must NOT have additional properties: label',
    ]);
  });

  test('refuse two items with one key in a list of the type map', () => {
    const condition = { type: 'Ready', status: 'False', duration: '300s' };
    const manifest: Manifest = {
      apiVersion: 'remediation.medik8s.io/v1alpha1',
      kind: 'NodeHealthCheck',
      metadata: { name: 'workers' },
      spec: { selector: {}, unhealthyConditions: [condition, condition] },
    };
    expect(strictErrors(manifest, '1.8')).toContain('NodeHealthCheck workers in 1.8: /spec/unhealthyConditions must have unique keys');
  });

  test('refuse a field that came in a later release', () => {
    const manifest = vm((it) => {
      it.spec.template.spec.domain.devices.video = { type: 'virtio' };
    });
    expect(strictErrors(manifest, '1.5')).not.toEqual([]);
    expect(strictErrors(manifest, '1.9')).toEqual([]);
  });

  test('apply defaults before conditions: a Route needs neither host nor wildcardPolicy', () => {
    expect(strictErrors(route({}), '1.8')).toEqual([]);
    expect(strictErrors(route({ port: { targetPort: 'http' } }), '1.8')).toEqual([]);
    expect(strictErrors(route({ wildcardPolicy: 'Subdomain' }), '1.8')).not.toEqual([]);
    expect(strictErrors(route({ path: '/', tls: { termination: 'passthrough' } }), '1.8')).not.toEqual([]);
  });

  test('refuse a status, an unknown version and an unknown kind', () => {
    const { apiVersion, kind, metadata, spec } = vm() as any;
    expect(strictErrors({ ...vm(), status: {} }, '1.8')).toEqual([
      'VirtualMachine web in 1.8: / must NOT have additional properties: status',
    ]);
    expect(strictErrors({ apiVersion: 'kubevirt.io/v9', kind, metadata, spec }, '1.8')).toEqual([
      'VirtualMachine web in 1.8: no version kubevirt.io/v9 of VirtualMachine',
    ]);
    expect(strictErrors({ apiVersion, kind: 'VirtualMachin', metadata, spec }, '1.8')).toEqual([
      'VirtualMachin web in 1.8: no CRD for kubevirt.io/v1 VirtualMachin',
    ]);
  });

  test('check the metadata of kinds without a CRD', () => {
    const service = (metadata: object): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata, spec: {} });
    expect(strictErrors(service({ name: 'web' }), '1.8')).toEqual([]);
    expect(strictErrors(service({ name: 'Web' }), '1.8').join()).toContain('/metadata/name must match pattern');
    expect(strictErrors(service({ name: 'web', annotations: { count: 1 } }), '1.8')).toEqual([
      'Service web in 1.8: /metadata/annotations/count must be string',
    ]);
  });
});
