import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules, NOT_APPLICABLE } from '../../src/audit';
import { VM_RULES } from '../../src/audit/rules/vm';
import { type Manifest, ManifestGraph } from '../../src/graph';

const CLUSTER = ClusterProfile.openshift('4.22', { workers: 3 });

function toleration(taint: string): object {
  return { key: `node.kubernetes.io/${taint}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 };
}

/** A VM with a bit of everything that the rules look at. */
function highlyAvailableMachine(): Manifest {
  const labelSelector = { matchLabels: { app: 'web' } };
  const podAffinityTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector };
  const storage = { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop', annotations: { 'cdk8s-kubevirt/high-availability': 'true' } },
    spec: {
      runStrategy: 'Always',
      dataVolumeTemplates: [{ metadata: { name: 'web-root' }, spec: { source: { blank: {} }, storage } }],
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          evictionStrategy: 'LiveMigrate',
          terminationGracePeriodSeconds: 180,
          hostname: 'web',
          dnsPolicy: 'None',
          dnsConfig: { nameservers: ['10.0.0.10'], searches: ['shop.internal'] },
          domain: {
            cpu: { sockets: 2, maxSockets: 4 },
            memory: { guest: '2Gi', hugepages: { pageSize: '2Mi' } },
            resources: { requests: { memory: '2Gi' }, limits: { memory: '3Gi' } },
            machine: { type: 'q35' },
            features: { smm: { enabled: true } },
            firmware: { serial: 'web-1', bootloader: { efi: {} } },
            devices: {
              watchdog: { name: 'watchdog', i6300esb: { action: 'poweroff' } },
              disks: [{ name: 'root', bootOrder: 1, serial: 'root', disk: { bus: 'virtio' } }, { name: 'init' }],
              interfaces: [{ name: 'default', masquerade: {}, macAddress: '02:1a:4a:16:01:51', ports: [{ name: 'http', port: 80 }] }],
            },
          },
          networks: [{ name: 'default', pod: {} }],
          volumes: [
            { name: 'root', dataVolume: { name: 'web-root' } },
            { name: 'init', cloudInitNoCloud: { userData: '#cloud-config\n# RuntimeWatchdogSec=30\npackages: [qemu-guest-agent]\n' } },
          ],
          readinessProbe: { httpGet: { port: 'http' } },
          livenessProbe: { guestAgentPing: {}, initialDelaySeconds: 120 },
          accessCredentials: [{ sshPublicKey: { source: { secret: { secretName: 'keys' } }, propagationMethod: { noCloud: {} } } }],
          tolerations: [toleration('not-ready'), toleration('unreachable')],
          affinity: {
            podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] },
          },
          topologySpreadConstraints: [
            { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
          ],
        },
      },
    },
  };
}

function findings(...manifests: Manifest[]) {
  return evaluateRules(VM_RULES, { graph: new ManifestGraph(manifests), cluster: CLUSTER });
}

/** Every object and list inside a value, with the keys of what it holds. */
function places(value: unknown): { readonly holder: any; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...places(inner)]);
}

test('a highly available VM has no finding', () => {
  expect(findings(highlyAvailableMachine())).toEqual([]);
});

test('of a VM with nothing but memory the rules about all VMs ask something', () => {
  const spec = { runStrategy: 'Always', template: { spec: { domain: { memory: { guest: '2Gi' }, devices: {} } } } };
  const graph = new ManifestGraph([{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec }]);
  const context = { graph, cluster: CLUSTER };
  const applying = VM_RULES.filter((rule) =>
    [...rule.subjects(graph)].some((subject) => rule.evaluate(subject, context) !== NOT_APPLICABLE),
  );
  expect(applying.map((rule) => rule.id)).toEqual([
    'vm-field-value-unknown',
    'memory-not-requested',
    'default-live-migrate-blocked',
    'run-strategy-not-exactly-one',
    'migration-target-missing',
  ]);
});

test.each([null, 5, true, 'x', '', [], [null], ['x'], [[]], {}, { x: 1 }])('no rule fails on %j in the place of any field', (odd) => {
  const count = places(highlyAvailableMachine().spec).length;
  for (let position = 0; position < count; position++) {
    const vm = highlyAvailableMachine();
    const { holder, key } = places(vm.spec)[position];
    holder[key] = odd;
    expect(findings(vm).filter(({ rule }) => rule.id === 'rule-failed')).toEqual([]);
  }
});
