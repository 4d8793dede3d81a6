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

/** How far the volumes of a provisioner reach as a rule; undefined: as far as the cluster does, or nobody knows. */
export function reachOf(provisioner: unknown): VolumeReach | undefined {
  if (ON_A_HOST.some((known) => known === provisioner)) {
    return VolumeReach.HOST;
  }
  return IN_A_ZONE.some((known) => known === provisioner) ? VolumeReach.ZONE : undefined;
}
