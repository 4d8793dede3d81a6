import type { Manifest } from '../../src/graph';

function toleration(taint: string): object {
  return { key: `node.kubernetes.io/${taint}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 };
}

/** A VM with a bit of everything that the rules look at. */
export function highlyAvailableMachine(): Manifest {
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
