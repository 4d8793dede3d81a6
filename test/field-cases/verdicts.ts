/**
 * The right answer to each input, by file name without `.yaml`: every finding, as `<severity> <rule> <Kind>/<name> <path>`.
 *
 * `~` and a text at the end: the finding says this as well. An empty list: silent.
 */
export type Verdicts = Readonly<Record<string, readonly string[]>>;

/** What a pool that is not the point of its input gets. */
const POOL_ASIDE = 'warning pool-scale-in-deletes-disks VirtualMachinePool/shop spec.scaleInStrategy.proactive.statePreservation';

/** What a watchdog that is not the point of its input gets. */
const watchdogAside = (name: string) => `warning watchdog-not-armed VirtualMachine/${name} spec.template.spec.domain.devices.watchdog`;

export const VERDICTS: Verdicts = {
  'b02-passthrough-cookie': [
    'warning route-annotation-without-effect Route/shop metadata.annotations["haproxy.router.openshift.io/disable_cookies"]',
  ],
  'b02b-passthrough-roundrobin': [
    'warning route-affinity-missing-on-passthrough Route/shop metadata.annotations["haproxy.router.openshift.io/balance"]',
    'warning route-annotation-without-effect Route/shop metadata.annotations["haproxy.router.openshift.io/disable_cookies"]',
  ],
  'b02c-passthrough-balance-typo': [
    'error route-annotation-unreadable Route/shop metadata.annotations["haproxy.router.openshift.io/balance"]',
    'warning route-affinity-missing-on-passthrough Route/shop metadata.annotations["haproxy.router.openshift.io/balance"]',
    'warning route-annotation-without-effect Route/shop metadata.annotations["haproxy.router.openshift.io/disable_cookies"]',
  ],
  'b03-rwo-dv-livemigrate': ['error live-migrate-blocked VirtualMachine/web spec.dataVolumeTemplates[0].spec.storage.accessModes'],
  'b03b-rwx-dv-livemigrate-ok': [],
  'b04-cloudinit-cdrom-ok': [],
  'b05-cloudinit-long': [
    'error cloud-init-too-long VirtualMachine/web spec.template.spec.volumes[1].cloudInitNoCloud.userData ~ secretRef',
  ],
  'b05b-cloudinit-base64-short-ok': [],
  'b05c-cloudinit-base64-long': [
    'error cloud-init-too-long VirtualMachine/web spec.template.spec.volumes[1].cloudInitNoCloud.userDataBase64 ~ secretRef',
  ],
  'b06-instancetype-limits': [
    'error instancetype-conflict VirtualMachine/build spec.template.spec.domain.resources.limits.cpu',
    'error instancetype-conflict VirtualMachine/build spec.template.spec.domain.resources.limits.memory',
  ],
  'b06b-instancetype-sockets': [
    'error instancetype-conflict VirtualMachine/build spec.template.spec.domain.cpu.sockets',
    'error instancetype-conflict VirtualMachine/build spec.template.spec.domain.cpu.cores',
    'error instancetype-conflict VirtualMachine/build spec.template.spec.domain.resources.requests.memory',
  ],
  'b06c-instancetype-hugepages-ok': [],
  // Since 1.3 at the latest KubeVirt gives the pod a CPU limit too, where a quota of the namespace has limits.cpu:
  // `doesVMIRequireAutoCPULimits` in pkg/virt-controller/services/template.go.
  'b06d-quota-needs-limits': [],
  'b07-nodeselector-hostname': [
    'warning migration-target-missing VirtualMachine/web spec.template.spec.nodeSelector["kubernetes.io/hostname"]',
  ],
  'b07c-nodeselector-default-eviction': [
    'warning migration-target-missing VirtualMachine/web spec.template.spec.nodeSelector["kubernetes.io/hostname"]',
  ],
  'b08-hard-anti-affinity': [
    'warning hard-anti-affinity-needs-spare-node VirtualMachine/k1 spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]',
  ],
  'b08b-spread-donotschedule': [],
  'b09-efi-no-smm': ['error secure-boot-without-smm VirtualMachine/web spec.template.spec.domain.features.smm'],
  'b10-integer-cpu-ok': [],
  'b11-dedicated-mem-unequal': ['error dedicated-cpus-inconsistent VirtualMachine/web spec.template.spec.domain.resources.requests.memory'],
  'b12-hotplug-virtio': [],
  'b13-headless-dns-ok': [],
  'b13b-headless-no-subdomain': ['warning subdomain-missing VirtualMachine/web spec.template.spec.subdomain'],
  'b13d-headless-with-port': [],
  'b14-ssh-nodeport-ok': ['info sensitive-port-on-nodes Service/web-ssh spec.type'],
  'b14c-ssh-publish-with-http-readiness': ['info sensitive-port-on-nodes Service/web-ssh spec.type'],
  'b15-mhc-strategy-in-labels': [
    'warning bare-metal-machine-deletion MachineHealthCheck/workers metadata.annotations["machine.openshift.io/remediation-strategy"]',
  ],
  'b15c-mhc-no-quotes': [
    'error field-type-wrong MachineHealthCheck/workers spec.unhealthyConditions[0].status',
    'warning node-failure-undetected MachineHealthCheck/workers spec.unhealthyConditions',
  ],
  'b15e-capi-mhc': [],
  'b16c-manifest-without-apiversion': ['error type-meta-missing NodeHealthCheck/control-plane apiVersion'],
  'b16d-nhc-template-not-there': [],
  'b18-pdb-max-unavailable': ['error disruption-budget-not-absolute PodDisruptionBudget/shop spec.maxUnavailable', POOL_ASIDE],
  'b18b-pdb-min-available-ok': [POOL_ASIDE],
  'b19b-bridge-no-annotation': ['error live-migrate-blocked VirtualMachine/web spec.template.spec.domain.devices.interfaces[0].bridge'],
  'b20-persistent-efi-ok': [],
  'b21-eviction-external': ['warning external-eviction-unanswered VirtualMachine/web spec.template.spec.evictionStrategy'],
  'b21b-eviction-livemigration': ['error vm-field-value-unknown VirtualMachine/web spec.template.spec.evictionStrategy ~ LiveMigrate'],
  'b22-gpu-livemigrate': ['error live-migrate-blocked VirtualMachine/web spec.template.spec.domain.devices.gpus[0]'],
  'b22b-gpu-default-eviction': [
    'warning default-live-migrate-blocked VirtualMachine/web spec.template.spec.domain.devices.gpus[0] ~ LiveMigrateIfPossible',
  ],
  'b22c-gpu-cr-eviction': [
    'error live-migrate-blocked VirtualMachine/web spec.template.spec.domain.devices.gpus[0] ~ LiveMigrateIfPossible',
  ],
  'b22e-rwo-openshift-default': [
    'warning default-live-migrate-blocked VirtualMachine/web spec.dataVolumeTemplates[0].spec.storage.accessModes ~ ReadWriteMany',
  ],
  'b24-running-and-strategy': ['error run-strategy-not-exactly-one VirtualMachine/web spec.running'],
  'b25-mac-duplicate': ['error mac-address-duplicate VirtualMachine/vm2 spec.template.spec.domain.devices.interfaces[1].macAddress'],
  'b25c-mac-duplicate-ns': ['error mac-address-duplicate VirtualMachine/vm2 spec.template.spec.domain.devices.interfaces[1].macAddress'],
  'b29-dv-templates-in-template': [
    'warning field-unknown VirtualMachine/web spec.template.spec.dataVolumeTemplates ~ spec.dataVolumeTemplates?',
  ],
  'b30-registry-url-scheme': [
    'error registry-source-invalid VirtualMachine/web spec.dataVolumeTemplates[0].spec.source.registry.url ~ docker://',
  ],
  'b31-label-on-vm-only': ['error label-not-on-template VirtualMachine/web spec.template.metadata.labels'],
  'b32-service-other-namespace': ['warning selected-in-other-namespace Service/web metadata.namespace'],
  'b33-route-port-80': ['error route-port-missing Route/web spec.port.targetPort'],
  'b34-eviction-on-vm-spec': ['warning field-unknown VirtualMachine/web spec.evictionStrategy ~ spec.template.spec.evictionStrategy?'],
  'b35-probe-in-domain': [
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.readinessProbe ~ spec.template.spec.readinessProbe?',
  ],
  'b36-wrong-types': [
    'error field-type-wrong VirtualMachine/web spec.template.spec.domain.memory',
    'error field-type-wrong VirtualMachine/web spec.template.spec.domain.cpu.cores',
    'error memory-not-requested VirtualMachine/web spec.template.spec.domain.memory.guest',
  ],
  'b37-watchdog-manual': [
    'warning watchdog-not-restarted VirtualMachine/web spec.template.spec.domain.devices.watchdog.i6300esb.action',
    watchdogAside('web'),
  ],
  'b38-liveness-before-boot': [
    'warning liveness-kills-boot VirtualMachine/web spec.template.spec.livenessProbe.initialDelaySeconds ~ packages',
  ],
  'b39-disk-volume-typo': ['error disk-without-volume VirtualMachine/web spec.template.spec.domain.devices.disks[0].name ~ root'],
  // Its 63rd character is a dash, and KubeVirt cuts there.
  'b40-hostname-label-too-long': [
    'error vm-name-too-long VirtualMachine/very-long-name-of-a-virtual-machine-that-somebody-has-imported-from-vsphere-01 metadata.name',
  ],
  'b42-networkpolicy-deny-all': ['warning network-policy-shuts-out-traffic NetworkPolicy/deny-all spec.ingress'],
  'b43-pdb-min-equals-size': ['error disruption-budget-blocks-drain PodDisruptionBudget/a spec.minAvailable'],
  'b45-hotplug-disk-without-volume': ['error live-migrate-blocked VirtualMachine/web spec.template.spec.volumes[1].dataVolume.name'],
  'b48-mhc-sync-wave': [
    'error field-type-wrong MachineHealthCheck/workers metadata.annotations["argocd.argoproj.io/sync-wave"]',
    'error field-type-wrong MachineHealthCheck/workers metadata.labels["app"]',
  ],
  'b49-two-health-checks-same-name': [
    'error machine-health-check-disables-node-health-checks NodeHealthCheck/workers kind',
    'warning bare-metal-machine-deletion MachineHealthCheck/workers metadata.annotations["machine.openshift.io/remediation-strategy"]',
    'info node-selector-takes-compact-control-plane NodeHealthCheck/workers spec.selector',
  ],
  'b50-nhc-two-workers': ['error min-healthy-never-met NodeHealthCheck/workers spec.minHealthy'],
  'b51-exec-probe-no-agent': ['warning guest-agent-missing VirtualMachine/web spec.template.spec.readinessProbe.guestAgentPing'],
  'b55-sriov-e1000': ['info container-disk-not-pinned VirtualMachine/vnf spec.template.spec.volumes[0].containerDisk.image'],
  'b58-route-kind-defaulted-ok': [],
  'b62-unknown-field-suggestions': [
    'error field-newer-than-cluster VirtualMachine/web spec.template.spec.serviceAccountName',
    'warning field-unknown VirtualMachine/web spec.selector ~ a VirtualMachinePool',
    'warning field-unknown VirtualMachine/web spec.dataVolumeTemplates[0].spec.resources ~ spec.dataVolumeTemplates[0].spec.pvc.resources',
    'warning field-unknown VirtualMachine/web spec.dataVolumeTemplates[0].spec.accessModes ~ spec.dataVolumeTemplates[0].spec.pvc.accessModes',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.hostname ~ spec.template.spec.hostname?',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.disks ~ spec.template.spec.domain.devices.disks',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.networkInterfaceMultiqueue ~ spec.template.spec.domain.devices.networkInterfaceMultiqueue?',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.disks[0].bus ~ spec.template.spec.domain.devices.disks[0].disk.bus?',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.disks[0].volumeName ~ spec.template.spec.volumes[0].name',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.interfaces[0].networkName',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.interfaces[0].ip ~ has such a field here',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.networks ~ spec.template.spec.networks',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.resources ~ spec.template.spec.domain.resources?',
    'warning field-unknown VirtualMachine/web spec.template.spec.domain.devices.watchdog.action ~ spec.template.spec.domain.devices.watchdog.i6300esb.action?',
    'warning field-unknown VirtualMachine/web spec.template.spec.restartPolicy',
    'warning field-unknown VirtualMachine/web spec.template.spec.containers',
    watchdogAside('web'),
  ],
  'b63-watchdog-without-device': [watchdogAside('web')],
  'b64-watchdog-suggested-diag288': [
    'error watchdog-architecture VirtualMachine/web spec.template.spec.domain.devices.watchdog.diag288 ~ i6300esb',
    watchdogAside('web'),
  ],
  'b66-route-balance-no-cookie-ok': [],
  'b70-vm-anti-affinity-self-namespace': [],
  'b73-vm-label-subdomain': ['warning subdomain-service-unsuitable VirtualMachine/dns spec.template.spec.subdomain'],
  'b74-virtctl-expose-id-1.5': ['error launcher-label-newer-than-cluster Service/web spec.selector["vmi.kubevirt.io/id"]'],
  'b74-virtctl-expose-id-1.8': [],
  'b74b-virtctl-expose-id-blocked-1.5': [
    'error launcher-label-newer-than-cluster Service/web spec.selector["vmi.kubevirt.io/id"]',
    'error probe-port-not-forwarded VirtualMachine/web spec.template.spec.readinessProbe.httpGet.port',
  ],
  'b74b-virtctl-expose-id-blocked-1.8': [
    'error probe-port-not-forwarded VirtualMachine/web spec.template.spec.readinessProbe.httpGet.port',
    'error service-port-not-forwarded Service/web spec.ports[0].targetPort',
  ],
  'b16-nhc-wrong-group': [
    'error remediation-template-unknown NodeHealthCheck/workers spec.remediationTemplate.apiVersion ~ self-node-remediation.medik8s.io/v1alpha1',
  ],
  'b17-snr-toleration-seconds': [
    'error agent-toleration-invalid SelfNodeRemediationConfig/self-node-remediation-config spec.customDsTolerations[0].tolerationSeconds',
  ],
  'b15b-mhc-two-roles': ['error selector-contradictory MachineHealthCheck/srep spec.selector.matchExpressions[1]'],
  'b69-nhc-selector-nothing': [
    'warning node-label-value-unknown NodeHealthCheck/workers spec.selector.matchLabels["node-role.kubernetes.io/worker"]',
    'error selector-invalid NodeHealthCheck/workers2 spec.selector.matchExpressions[0].values',
    'info node-selector-takes-compact-control-plane NodeHealthCheck/workers spec.selector',
    'info node-selector-takes-compact-control-plane NodeHealthCheck/workers2 spec.selector',
  ],
  'b01-fields-under-template-metadata': [
    'error metadata-field-unknown VirtualMachine/desk spec.template.metadata.evictionStrategy ~ spec.template.spec',
    'error metadata-field-unknown VirtualMachine/desk spec.template.metadata.terminationGracePeriodSeconds ~ spec.template.spec',
    'error metadata-field-unknown VirtualMachine/desk spec.template.metadata.domain ~ spec.template.spec',
    'error metadata-field-unknown VirtualMachine/desk spec.template.metadata.volumes ~ spec.template.spec',
    'error metadata-field-unknown VirtualMachine/desk spec.template.metadata.spec ~ spec.template.spec',
  ],
  'b01b-label-beside-labels': ['error metadata-field-unknown VirtualMachine/desk spec.template.metadata.app ~ labels'],
  'b28-no-name': ['error object-name-missing VirtualMachine/ metadata.name'],
  'b41-upper-case-name': [
    'error object-name-invalid VirtualMachine/Web_01 metadata.name',
    'error vm-name-invalid VirtualMachine/Web_01 spec.template.spec.domain.devices.disks[0].name',
  ],
  'b44-access-secret-name-long': [
    'error launcher-part-name-invalid VirtualMachine/web spec.template.spec.accessCredentials[0].sshPublicKey.source.secret.secretName',
  ],
  'b47-label-values': [
    'error field-type-wrong VirtualMachine/web metadata.labels["hot"]',
    'error label-invalid VirtualMachine/web metadata.labels["tier"]',
    'error field-type-wrong VirtualMachine/web metadata.annotations["argocd.argoproj.io/sync-wave"]',
    'error field-type-wrong VirtualMachine/web spec.template.metadata.labels["hot"]',
    'error label-invalid VirtualMachine/web spec.template.metadata.labels["tier"]',
    'error label-invalid VirtualMachine/web spec.template.metadata.labels["owner"]',
    'error field-type-wrong VirtualMachine/web spec.template.metadata.annotations["descheduler.alpha.kubernetes.io/evict"]',
  ],
  'b47c-namespace-invalid': ['error namespace-invalid VirtualMachine/web metadata.namespace'],
  'b56-object-twice': ['error object-declared-twice VirtualMachine/web metadata.name ~ VirtualMachine shop/web'],
  'b76-vmirs': [
    'error replica-set-selector-mismatch VirtualMachineInstanceReplicaSet/web spec.selector',
    'error vm-field-value-unknown VirtualMachineInstanceReplicaSet/web spec.template.spec.evictionStrategy',
    'warning field-unknown VirtualMachineInstanceReplicaSet/web spec.template.spec.readinesProbe ~ readinessProbe?',
    'error disk-without-volume VirtualMachineInstanceReplicaSet/web spec.template.spec.domain.devices.disks[0].name',
    'error memory-not-requested VirtualMachineInstanceReplicaSet/web spec.template.spec.domain.memory.guest',
    'info container-disk-not-pinned VirtualMachineInstanceReplicaSet/web spec.template.spec.volumes[0].containerDisk.image',
    'error vm-field-value-unknown VirtualMachineInstance/web spec.evictionStrategy',
    'error disk-without-volume VirtualMachineInstance/web spec.domain.devices.disks[0].name',
    'error memory-not-requested VirtualMachineInstance/web spec.domain.memory.guest',
    'info container-disk-not-pinned VirtualMachineInstance/web spec.volumes[0].containerDisk.image',
  ],
};
