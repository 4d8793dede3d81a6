import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests, Severity } from '../../src/audit';

const OLDER = ClusterProfile.kubevirt('1.8');

function machine(network: object) {
  const devices = { interfaces: [{ name: 'default', masquerade: {} }] };
  const template = { spec: { domain: { devices, memory: { guest: '2Gi' } }, networks: [{ name: 'default', ...network }] } };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { runStrategy: 'Always', template },
  };
}

function errorsIn(...manifests: object[]) {
  return evaluateManifests(manifests, OLDER).filter(({ severity }) => severity === Severity.ERROR);
}

test('a field that the cluster drops is an error for that alone', () => {
  const policy = {
    apiVersion: 'migrations.kubevirt.io/v1alpha1',
    kind: 'MigrationPolicy',
    metadata: { name: 'fast' },
    spec: { selectors: { namespaceSelector: { team: 'shop' } }, maxDowntimeMs: 2147483647 },
  };
  const errors = errorsIn(machine({ pod: {}, resourceClaim: { claimName: 'fast' } }), policy);
  expect(errors.map(({ rule, manifestPath }) => `${rule.id} ${manifestPath}`)).toEqual([
    'field-newer-than-cluster spec.template.spec.networks[0].resourceClaim',
    'field-newer-than-cluster spec.maxDowntimeMs',
  ]);
});

test('what is missing once a field is dropped is told of the manifest as it is written, in lists too', () => {
  const vm = machine({ resourceClaim: { claimName: 'fast' } });
  const list = { apiVersion: 'v1', kind: 'List', items: [vm] };
  const [error] = errorsIn(list).filter(({ rule }) => rule.id === 'network-source-not-exactly-one');
  expect(error).toMatchObject({ manifestPath: 'spec.template.spec.networks[0]', manifest: vm, document: list });
  expect(error.value).toBe(vm.spec.template.spec.networks[0]);
});

test('what the cluster drops is not judged where nobody is told that it is dropped either', () => {
  const vm = machine({ resourceClaim: { claimName: 'fast' } });
  const off = { rules: new Set(['field-newer-than-cluster']) };
  const errors = evaluateManifests([vm], OLDER, { off }).filter(({ severity }) => severity === Severity.ERROR);
  expect(errors.map(({ rule }) => rule.id)).toEqual(['masquerade-without-pod-network', 'network-source-not-exactly-one']);
});
