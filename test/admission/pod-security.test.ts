import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';

const RULES = ['launcher-violates-pod-security', 'namespace-refuses-launchers', 'namespace-needs-seccomp-profile'];

function namespace(labels: Record<string, string>) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } };
}

function machine(name: string, fields: object = {}) {
  const template = { spec: { domain: { devices: {}, memory: { guest: '1Gi' } }, ...fields } };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: 'shop' },
    spec: { runStrategy: 'Always', template },
  };
}

/** Rule, object and path of what is found. */
function found(cluster: ClusterProfile, ...manifests: object[]): string[] {
  return evaluateManifests(manifests, cluster)
    .filter(({ rule }) => RULES.includes(rule.id))
    .map(({ rule, manifest, manifestPath }) => `${rule.id} ${manifest.kind} ${manifest.metadata?.name} ${manifestPath}`);
}

const RESTRICTED = namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' });

test('of a Namespace that the cluster has already, each VM in it is told', () => {
  const cluster = ClusterProfile.kubevirt('1.9', { objects: [RESTRICTED] });
  expect(found(cluster, machine('web'), machine('db'))).toEqual([
    'namespace-needs-seccomp-profile VirtualMachine web metadata.namespace',
    'namespace-needs-seccomp-profile VirtualMachine db metadata.namespace',
  ]);
});

test('a KubeVirt object that the cluster has already says which profile pods have', () => {
  const seccompConfiguration = { virtualMachineInstanceProfile: { customProfile: { runtimeDefaultProfile: true } } };
  const kubevirt = (configuration: object) => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt' },
    spec: { configuration },
  });
  const on = (configuration: object) => ClusterProfile.kubevirt('1.9', { objects: [kubevirt(configuration)] });
  expect(found(on({ seccompConfiguration }), RESTRICTED, machine('web'))).toEqual([]);
  expect(found(on({}), RESTRICTED, machine('web'))).toEqual([
    'namespace-refuses-launchers Namespace shop metadata.labels["pod-security.kubernetes.io/enforce"]',
  ]);
});

/** What a VM may have without that its pod is more than restricted. */
test('devices, side containers, file systems and dedicated CPUs are admitted at every level', () => {
  const fields = {
    accessCredentials: [],
    domain: {
      cpu: { cores: 2, dedicatedCpuPlacement: true, isolateEmulatorThread: true },
      devices: {
        downwardMetrics: {},
        filesystems: [{ name: 'share', virtiofs: {} }],
        gpus: [{ name: 'gpu', deviceName: 'nvidia.com/GA102' }],
        interfaces: [
          { name: 'default', masquerade: {} },
          { name: 'fast', sriov: {} },
        ],
      },
      memory: { guest: '1Gi' },
    },
    networks: [
      { name: 'default', pod: {} },
      { name: 'fast', multus: { networkName: 'fast' } },
    ],
    volumes: [
      { name: 'share', persistentVolumeClaim: { claimName: 'share' } },
      { name: 'root', containerDisk: { image: 'registry.example.com/web:1' } },
    ],
  };
  const cluster = ClusterProfile.openshift('4.22');
  expect(found(cluster, RESTRICTED, machine('web', fields))).toEqual([]);
  expect(found(cluster, RESTRICTED, machine('web', { volumes: [{ name: 'root', hostDisk: { path: '/data/a', type: 'Disk' } }] }))).toEqual([
    'launcher-violates-pod-security VirtualMachine web spec.template.spec.volumes[0].hostDisk',
  ]);
});

test.each(['x', 5, null, [], {}, { metadata: 5 }, { metadata: { name: 'shop', labels: [] } }, { metadata: { name: 'shop', labels: 5 } }])(
  'a Namespace such as %j is nothing to judge by',
  (odd) => {
    const document = typeof odd === 'object' && odd !== null ? { apiVersion: 'v1', kind: 'Namespace', ...odd } : odd;
    expect(found(ClusterProfile.kubevirt('1.9'), document as object, machine('web'))).toEqual([]);
  },
);
