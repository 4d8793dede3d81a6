import { ClusterProfile } from 'cdk8s-kubevirt';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { evaluateManifests } from '../../src/audit';
import { fieldPathText, parseFieldPath, patched, valueAt } from '../../src/facts';
import type { Manifest } from '../../src/graph';

const VM = (spec: string, more = '') => `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: web, namespace: shop}
spec:
  runStrategy: Always
  ${more}
  template:
    spec: ${spec}
`;
const DEVICES = (devices: string) => VM(`{domain: {memory: {guest: 4Gi}, devices: {${devices}}}}`);
const ROUTE = (spec: string, annotations = '{}') =>
  `apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: web, namespace: shop, annotations: ${annotations}}\nspec: {to: {kind: Service, name: web}, ${spec}}\n`;
const DATA_VOLUME = (spec: string) => `apiVersion: cdi.kubevirt.io/v1beta1\nkind: DataVolume\nmetadata: {name: d}\nspec: ${spec}\n`;
const IN_VM = 'spec.template.spec';
const POD_NETWORK = 'networks: [{name: default, pod: {}}]';

/** What a rule offers: where, what stands there afterwards, and whether that is certain. */
const CERTAIN: readonly (readonly [rule: string, text: string, path: string, value: unknown])[] = [
  ['route-host-upper-case', ROUTE('host: Web.Example.com'), 'spec.host', 'web.example.com'],
  [
    'registry-source-invalid',
    DATA_VOLUME('{source: {registry: {url: quay.io/disks/fedora:42}}, storage: {resources: {requests: {storage: 30Gi}}}}'),
    'spec.source.registry.url',
    'docker://quay.io/disks/fedora:42',
  ],
  [
    'registry-source-invalid',
    DATA_VOLUME('{source: {registry: {imageStream: fedora, pullMethod: pod}}, storage: {resources: {requests: {storage: 30Gi}}}}'),
    'spec.source.registry.pullMethod',
    'node',
  ],
  ['disk-bus-unsupported', DEVICES('disks: [{name: a, cdrom: {bus: virtio}}]'), `${IN_VM}.domain.devices.disks[0].cdrom.bus`, 'sata'],
  [
    'disk-bus-unsupported',
    VM('{architecture: arm64, domain: {memory: {guest: 4Gi}, devices: {disks: [{name: a, cdrom: {bus: virtio}}]}}}'),
    `${IN_VM}.domain.devices.disks[0].cdrom.bus`,
    'scsi',
  ],
  [
    'pci-address-invalid',
    DEVICES('disks: [{name: a, disk: {bus: virtio, pciAddress: "82:10.0"}}]'),
    `${IN_VM}.domain.devices.disks[0].disk.pciAddress`,
    '0000:82:10.0',
  ],
  [
    'interface-port-invalid',
    VM(`{domain: {devices: {interfaces: [{name: default, masquerade: {}, ports: [{port: 80, protocol: tcp}]}]}}, ${POD_NETWORK}}`),
    `${IN_VM}.domain.devices.interfaces[0].ports[0].protocol`,
    'TCP',
  ],
  [
    'data-volume-access-modes-invalid',
    DATA_VOLUME('{source: {blank: {}}, storage: {accessModes: [readWriteMany], resources: {requests: {storage: 30Gi}}}}'),
    'spec.storage.accessModes[0]',
    'ReadWriteMany',
  ],
  [
    'agent-toleration-invalid',
    'apiVersion: self-node-remediation.medik8s.io/v1alpha1\nkind: SelfNodeRemediationConfig\nmetadata: {name: self-node-remediation-config}\nspec: {customDsTolerations: [{key: a, operator: exists}]}\n',
    'spec.customDsTolerations[0].operator',
    'Exists',
  ],
  [
    'container-disk-path-invalid',
    VM('{domain: {devices: {}}, volumes: [{name: a, containerDisk: {image: a, path: disk/a.img}}]}'),
    `${IN_VM}.volumes[0].containerDisk.path`,
    '/disk/a.img',
  ],
  [
    'probe-port-invalid',
    VM('{domain: {devices: {}}, readinessProbe: {tcpSocket: {port: "8080"}}}'),
    `${IN_VM}.readinessProbe.tcpSocket.port`,
    8080,
  ],
  ['field-type-wrong', VM('{domain: {devices: {autoattachPodInterface: "True"}}}'), `${IN_VM}.domain.devices.autoattachPodInterface`, true],
  ['field-type-wrong', VM('{domain: {cpu: {cores: "4"}, devices: {}}}'), `${IN_VM}.domain.cpu.cores`, 4],
  ['field-type-wrong', VM('{domain: {memory: {guest: 4 gib}, devices: {}}}'), `${IN_VM}.domain.memory.guest`, '4Gi'],
  ['field-type-wrong', VM('{domain: {resources: {requests: {cpu: 0.5}}, devices: {}}}'), `${IN_VM}.domain.resources.requests.cpu`, '500m'],
  [
    'field-type-wrong',
    DATA_VOLUME('{source: {blank: {}}, storage: {accessModes: ReadWriteMany, resources: {requests: {storage: 30Gi}}}}'),
    'spec.storage.accessModes',
    ['ReadWriteMany'],
  ],
  [
    'field-type-wrong',
    DEVICES('disks: {name: a, disk: {bus: virtio}}'),
    `${IN_VM}.domain.devices.disks`,
    [{ name: 'a', disk: { bus: 'virtio' } }],
  ],
  ['field-unknown', DEVICES('disks: [{name: a, disk: {Bus: virtio}}]'), `${IN_VM}.domain.devices.disks[0].disk.bus`, 'virtio'],
  [
    'field-unknown',
    VM('{domain: {devices: {}}, volumes: [{name: a, registryDisk: {image: a}}]}'),
    `${IN_VM}.volumes[0].containerDisk`,
    { image: 'a' },
  ],
  [
    'snapshot-duration-invalid',
    'apiVersion: snapshot.kubevirt.io/v1beta1\nkind: VirtualMachineSnapshot\nmetadata: {name: s}\nspec: {failureDeadline: 5 m, source: {apiGroup: kubevirt.io, kind: VirtualMachine, name: web}}\n',
    'spec.failureDeadline',
    '5m',
  ],
  [
    'api-version-not-served',
    'apiVersion: instancetype.kubevirt.io/v1alpha2\nkind: VirtualMachineInstancetype\nmetadata: {name: a}\nspec: {cpu: {guest: 1}, memory: {guest: 1Gi}}\n',
    'apiVersion',
    'instancetype.kubevirt.io/v1beta1',
  ],
];

const UNCERTAIN: typeof CERTAIN = [
  [
    'affinity-invalid',
    VM(
      '{domain: {devices: {}}, affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 500, podAffinityTerm: {topologyKey: a}}]}}}',
    ),
    `${IN_VM}.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight`,
    100,
  ],
  [
    'route-annotation-unreadable',
    ROUTE('host: a.b', '{haproxy.router.openshift.io/disable_cookies: "True "}'),
    'metadata.annotations["haproxy.router.openshift.io/disable_cookies"]',
    'True',
  ],
  [
    'data-volume-template-unused',
    VM(
      '{domain: {devices: {}}, volumes: [{name: a, emptyDisk: {capacity: 1Gi}}]}',
      'dataVolumeTemplates: [{metadata: {name: data}, spec: {source: {blank: {}}, storage: {resources: {requests: {storage: 1Gi}}}}}]',
    ),
    `${IN_VM}.volumes[1]`,
    { name: 'data', dataVolume: { name: 'data' } },
  ],
  ['field-unknown', DEVICES('disks: [{name: a, disk: {buss: virtio}}]'), `${IN_VM}.domain.devices.disks[0].disk.bus`, 'virtio'],
  ['field-unknown', VM('{domain: {devices: {}}}', 'terminationGracePeriodSeconds: 90'), `${IN_VM}.terminationGracePeriodSeconds`, 90],
  ['lun-bus-unsupported', DEVICES('disks: [{name: a, lun: {bus: sata}}]'), `${IN_VM}.domain.devices.disks[0].lun.bus`, 'scsi'],
  [
    'disk-bus-unsupported',
    DEVICES('disks: [{name: a, dedicatedIOThread: true, disk: {bus: sata}}]'),
    `${IN_VM}.domain.devices.disks[0].disk.bus`,
    'virtio',
  ],
  [
    'route-annotation-unknown',
    ROUTE('host: a.b', '{haproxy.router.openshift.io/timout: 5s}'),
    'metadata.annotations["haproxy.router.openshift.io/timeout"]',
    '5s',
  ],
  [
    'topology-spread-invalid',
    VM('{domain: {devices: {}}, topologySpreadConstraints: [{maxSkew: 0, topologyKey: a, whenUnsatisfiable: ScheduleAnyway}]}'),
    `${IN_VM}.topologySpreadConstraints[0].maxSkew`,
    1,
  ],
  [
    'liveness-not-restarted',
    VM('{domain: {devices: {}}, livenessProbe: {tcpSocket: {port: 80}}}').replace('Always', 'Once'),
    'spec.runStrategy',
    'Always',
  ],
];

/** What nobody can know: which of two units, which of several names, which of two meanings. */
const UNKNOWN: readonly (readonly [rule: string, text: string])[] = [
  ['field-type-wrong', VM('{domain: {memory: {guest: 4g}, devices: {}}}')],
  [
    'field-type-wrong',
    DATA_VOLUME('{source: {blank: {}}, storage: {accessModes: "ReadWriteMany, ReadOnlyMany", resources: {requests: {storage: 30Gi}}}}'),
  ],
  ['field-type-wrong', VM('{domain: {cpu: {cores: "four"}, devices: {}}}')],
  [
    'registry-source-invalid',
    DATA_VOLUME('{source: {registry: {url: "https://quay.io/a"}}, storage: {resources: {requests: {storage: 30Gi}}}}'),
  ],
  ['disk-bus-unsupported', DEVICES('disks: [{name: a, dedicatedIOThread: true, cdrom: {bus: sata}}]')],
  ['toleration-invalid', VM('{domain: {devices: {}}, tolerations: [{operator: Equal}]}')],
];

function offered(rule: string, text: string) {
  const manifests = loadAll(text, null, { schema: CORE_SCHEMA }) as Manifest[];
  const cluster = text.includes('route.openshift.io') ? ClusterProfile.openshift('4.20') : ClusterProfile.kubevirt('1.8');
  const [finding] = evaluateManifests(manifests, cluster).filter((found) => found.rule.id === rule);
  return { manifest: manifests[0], finding };
}

describe.each([
  ['certain', true, CERTAIN],
  ['needs a decision', false, UNCERTAIN],
] as const)('%s', (_, safe, cases) => {
  test.each(cases)('%s: %#', (rule, text, path, value) => {
    const { manifest, finding } = offered(rule, text);
    const mended = patched(manifest, finding?.fix?.operations ?? []);
    expect([fieldPathText(parseFieldPath(path)), valueAt(mended, parseFieldPath(path)), finding?.fix?.safe]).toEqual([path, value, safe]);
  });
});

test.each(UNKNOWN)('nobody knows: %s %#', (rule, text) => {
  const { finding } = offered(rule, text);
  expect(finding?.rule.id).toBe(rule);
  expect(finding.fix).toBeUndefined();
});

test('of two entries that are the same the second goes, of two that differ none', () => {
  const spread = '{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway}';
  const twice = (second: string) => VM(`{domain: {devices: {}}, topologySpreadConstraints: [${spread}, ${second}]}`);
  expect(offered('list-entry-repeated', twice(spread)).finding?.fix).toEqual({
    operations: [{ op: 'remove', path: '/spec/template/spec/topologySpreadConstraints/1' }],
    safe: true,
  });
  expect(offered('list-entry-repeated', twice(spread.replace('1', '2'))).finding?.fix).toBeUndefined();
});
