import { App, Chart, Size } from 'cdk8s';
import { ClusterProfile, Disk, NetworkInterface, VirtualMachine } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';

const VM = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    runStrategy: 'Always',
    dataVolumeTemplates: [
      { metadata: { name: 'web-root' }, spec: { source: { blank: {} }, storage: { resources: { requests: { storage: '30Gi' } } } } },
    ],
    template: {
      spec: {
        evictionStrategy: 'LiveMigrate',
        domain: { memory: { guest: '4Gi' }, devices: { disks: [{ name: 'root' }], interfaces: [{ name: 'default', masquerade: {} }] } },
        networks: [{ name: 'default', pod: {} }],
        volumes: [{ name: 'root', dataVolume: { name: 'web-root' } }],
      },
    },
  },
};

const STORAGE_CLASS = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  provisioner: 'example.com/disks',
  metadata: { name: 'fast', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
};

function storageProfile(...accessModes: string[]) {
  const claimPropertySets = [{ accessModes, volumeMode: 'Block' }];
  return {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'StorageProfile',
    metadata: { name: 'fast' },
    spec: {},
    status: { claimPropertySets },
  };
}

function texts(documents: object[], ...objects: object[]): string[] {
  return evaluateManifests(documents, ClusterProfile.kubevirt('1.8', { objects })).map(({ text }) => text);
}

test('a StorageProfile that the cluster has says that a VM cannot migrate', () => {
  expect(texts([VM])).toEqual([]);
  expect(texts([VM], STORAGE_CLASS, storageProfile('ReadWriteMany'))).toEqual([]);
  expect(texts([VM], STORAGE_CLASS, storageProfile('ReadWriteOnce'))).toEqual([
    'spec.dataVolumeTemplates[0].spec.storage.accessModes is not set: the volume "root" has ReadWriteOnce only by the StorageProfile of the class ' +
      '"fast", and both nodes of a migration need to write it (DisksNotLiveMigratable), so evictionStrategy LiveMigrate blocks every drain of its ' +
      'node for ever. Use accessModes: [ReadWriteMany] with a storage class that provides it, preferably with volumeMode: Block. (fails at run: live-migrate-blocked)',
  ]);
});

test('what the manifests declare counts more than what the cluster has', () => {
  expect(texts([VM, STORAGE_CLASS, storageProfile('ReadWriteMany')], storageProfile('ReadWriteOnce'))).toEqual([]);
});

test('nothing is found in what the cluster has, in lists and with nulls too', () => {
  const broken = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt' },
    spec: { configuration: { migrations: null }, typo: 1 },
  };
  const list = { apiVersion: 'v1', kind: 'List', items: [broken] };
  expect(texts([broken])).not.toEqual([]);
  expect(texts([VM], list)).toEqual([]);
});

test('a KubeVirt object that the cluster has says which feature gates are on, and what a drain does', () => {
  const silent = { ...VM, spec: { ...VM.spec, template: { spec: { ...VM.spec.template.spec, evictionStrategy: undefined } } } };
  const kubevirt = (evictionStrategy: string) => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt' },
    spec: { configuration: { evictionStrategy } },
  });
  const blocked = (strategy: string) =>
    texts([silent], kubevirt(strategy), STORAGE_CLASS, storageProfile('ReadWriteOnce')).filter((text) =>
      text.includes('live-migrate-blocked'),
    );
  expect(blocked('LiveMigrate')).toHaveLength(1);
  expect(blocked('None')).toEqual([]);
});

test('an app asks its profile whether a VM can migrate', () => {
  const app = new App();
  ClusterProfile.kubevirt('1.8', { objects: [STORAGE_CLASS, storageProfile('ReadWriteOnce')] }).applyTo(app);
  const vm = new VirtualMachine(new Chart(app, 'shop'), 'web', {
    memory: Size.gibibytes(4),
    interfaces: [NetworkInterface.masquerade()],
    disks: [Disk.blank('data', { size: Size.gibibytes(10) })],
  });
  expect(vm.liveMigratability().blockers.map(({ reason }) => reason)).toEqual(['DisksNotLiveMigratable']);
});
