/** How far a volume reaches: a VM that has it cannot run elsewhere. */
export enum VolumeReach {
  HOST = 'host',
  ZONE = 'zone',
}

/**
 * Provisioners whose volumes are on one host.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#local
 * @see https://github.com/kubevirt/hostpath-provisioner
 * @see https://github.com/topolvm/topolvm
 */
const ON_A_HOST = [
  'kubernetes.io/no-provisioner',
  'kubevirt.io.hostpath-provisioner',
  'topolvm.io',
  'topolvm.cybozu.com',
  'rancher.io/local-path',
  'local.csi.openebs.io',
];

/**
 * Provisioners whose volumes are in one zone, unless their class asks for more.
 *
 * @see https://kubernetes.io/docs/setup/best-practices/multiple-zones/#storage-access-for-zones
 */
const IN_A_ZONE = [
  'ebs.csi.aws.com',
  'kubernetes.io/aws-ebs',
  'pd.csi.storage.gke.io',
  'kubernetes.io/gce-pd',
  'disk.csi.azure.com',
  'kubernetes.io/azure-disk',
  'cinder.csi.openstack.org',
  'kubernetes.io/cinder',
  'vpc.block.csi.ibm.io',
];

/**
 * Parameters of storage classes by which a volume is in several zones, with the ends of their values.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/regional-pd
 */
export const SEVERAL_ZONES: Readonly<Record<string, RegExp>> = {
  skuName: /_ZRS$/i,
  skuname: /_ZRS$/i,
  storageAccountType: /_ZRS$/i,
  storageaccounttype: /_ZRS$/i,
  'replication-type': /^regional-pd$/,
};

/** How far the volumes of a provisioner reach as a rule; undefined: as far as the cluster does, or nobody knows. */
export function reachOf(provisioner: unknown, parameters?: unknown): VolumeReach | undefined {
  if (ON_A_HOST.some((known) => known === provisioner)) {
    return VolumeReach.HOST;
  }
  const isZonal = IN_A_ZONE.some((known) => known === provisioner) && !isInSeveralZones(parameters);
  return isZonal ? VolumeReach.ZONE : undefined;
}

function isInSeveralZones(parameters: unknown): boolean {
  const given: Readonly<Record<string, unknown>> = typeof parameters === 'object' && parameters !== null ? { ...parameters } : {};
  return Object.entries(SEVERAL_ZONES).some(([name, value]) => value.test(String(given[name])));
}
