import type { CheckedSource } from './admission-check';

/** What the webhooks of CDI 1.66 refuse. Which CDI a cluster has does not follow from its KubeVirt: the checks are the same since 1.61, but for the checksum. */
export const DATA_VOLUMES: readonly CheckedSource[] = [
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/datavolume-validate.go',
    checks: [
      { function: 'Admit', refuses: 'a name of more than 253 characters', rules: ['object-name-invalid'] },
      { function: 'Admit', refuses: 'a change of the spec', state: 'the DataVolume as it was' },
      { function: 'Admit', refuses: 'a DataVolume whose claim exists and belongs to somebody else', state: 'the claims of the namespace' },
      {
        function: 'validateDataVolumeSpec',
        refuses: 'a DataVolume with neither pvc nor storage, and one with both',
        rules: ['data-volume-storage-not-exactly-one'],
      },
      { function: 'validateStorageSize', refuses: 'a missing size, unless it is cloned with storage', rules: ['data-volume-size-missing'] },
      { function: 'validateStorageSize', refuses: 'a size of 0 or less, and one below 1Mi', rules: ['data-volume-size-too-small'] },
      {
        function: 'validateStorageClassName',
        refuses: 'a storage class with a name of more than 253 characters',
        rules: ['storage-class-name-invalid'],
      },
      {
        function: 'validateDataVolumeSpec',
        refuses: 'a pvc with no access mode, with several, or with one that does not exist; storage with one that does not exist',
        rules: ['data-volume-access-modes-invalid'],
      },
      {
        function: 'validateExternalPopulation',
        refuses: 'a source or sourceRef beside a data source of the claim',
        rules: ['data-volume-source-not-exactly-one'],
      },
      {
        function: 'validateExternalPopulation',
        refuses: 'a dataSource and a dataSourceRef that differ',
        rules: ['data-volume-population-invalid'],
      },
      {
        function: 'validateDataSource',
        refuses: 'a dataSource without name, kind, or the group of another kind than a claim',
        rules: ['data-volume-population-invalid'],
      },
      {
        function: 'validateDataSourceRef',
        refuses: 'a dataSourceRef without name, kind, or the group of another kind than a claim, and one with a namespace',
        rules: ['data-volume-population-invalid'],
      },
      {
        function: 'validateDataVolumeSpec',
        refuses: 'a DataVolume with neither source nor sourceRef nor data source, and one with source and sourceRef',
        rules: ['data-volume-source-not-exactly-one'],
      },
      {
        function: 'validateSourceRef',
        refuses: 'a sourceRef without kind or name, or to another kind than DataSource',
        rules: ['data-volume-source-ref-invalid'],
      },
      {
        function: 'validateDataVolumeSpec',
        refuses: 'a claim or a snapshot to clone without name or namespace',
        rules: ['data-volume-source-invalid'],
      },
    ],
  },
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/util.go',
    checks: [
      { function: 'validateNumberOfSources', refuses: 'no kind of source, and several', rules: ['data-volume-source-not-exactly-one'] },
      { function: 'validateContentType', refuses: 'another content type than kubevirt and archive', rules: ['field-value-not-allowed'] },
      { function: 'validateBlankSource', refuses: 'a blank archive', rules: ['data-volume-content-type-unsupported'] },
      { function: 'validateRegistrySource', refuses: 'an archive out of a registry', rules: ['data-volume-content-type-unsupported'] },
      {
        function: 'validateDataVolumeSourceRegistry',
        refuses:
          'both or neither of url and imageStream, other schemes, an unknown pull method, an empty ImageStream or one that the pod pulls',
        rules: ['registry-source-invalid'],
      },
      {
        function: 'validateImageIOSource',
        refuses: 'an imageio source without secretRef, diskId or certConfigMap',
        rules: ['data-volume-source-invalid'],
      },
      {
        function: 'validateVDDKSource',
        refuses: 'a vddk source without secretRef, uuid, backingFile or thumbprint',
        rules: ['data-volume-source-invalid'],
      },
      {
        function: 'validateSourceURL',
        refuses: 'an address that is empty, that Go cannot read, or with another scheme than http, https and gs',
        rules: ['data-volume-source-invalid'],
      },
      {
        function: 'validateChecksum',
        refuses: 'a checksum with another algorithm, length or digit',
        rules: ['data-volume-checksum-invalid'],
      },
    ],
  },
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/dataimportcron-validate.go',
    checks: [
      { function: 'Admit', refuses: 'a name of more than 63 characters', rules: ['object-name-invalid'] },
      { function: 'Admit', refuses: 'a change of the spec', state: 'the DataImportCron as it was' },
      {
        function: 'validateDataImportCronSpec',
        refuses: 'another source than a registry or a claim, and fields that an import which is repeated does not have',
        rules: ['data-import-cron-invalid'],
      },
      {
        function: 'validateDataVolumeSpec',
        refuses: 'a template that would be refused as a DataVolume',
        rules: ['data-volume-size-missing', 'data-volume-size-too-small', 'data-volume-source-invalid', 'registry-source-invalid'],
      },
      {
        function: 'validateDataImportCronSpec',
        refuses:
          'a schedule that is none, a number of imports below 0, an unknown garbage collection, a name of a DataSource of 0 or more than 63 characters',
        rules: ['data-import-cron-invalid'],
      },
    ],
  },
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/populators-validate.go',
    checks: [
      { function: 'Admit', refuses: 'a name of more than 63 characters', rules: ['object-name-invalid'] },
      { function: 'Admit', refuses: 'a change of the spec', state: 'the source as it was' },
      { function: 'validateContentType', refuses: 'another content type than kubevirt and archive', rules: ['volume-source-invalid'] },
      { function: 'validateNumberOfSources', refuses: 'no source, and several', rules: ['volume-source-invalid'] },
      {
        function: 'validateVolumeImportSourceSpec',
        refuses: 'an import in several stages without a claim',
        rules: ['volume-source-invalid'],
      },
      {
        function: 'validateVolumeImportSourceSpec',
        refuses: 'a source that would be refused in a DataVolume',
        rules: [
          'data-volume-source-invalid',
          'data-volume-checksum-invalid',
          'data-volume-content-type-unsupported',
          'registry-source-invalid',
        ],
      },
    ],
  },
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/cdi-validate.go',
    checks: [{ function: 'Admit', refuses: 'the removal of CDI while there are DataVolumes', state: 'the DataVolumes of the cluster' }],
  },
  {
    component: 'CDI',
    file: 'pkg/apiserver/webhooks/transfer-validate.go',
    checks: [
      { function: 'Admit', refuses: 'a transfer to an object that exists', state: 'the objects of the target' },
      { function: 'Admit', refuses: 'a change of the spec of an ObjectTransfer', state: 'the ObjectTransfer as it was' },
      { function: 'Admit', refuses: 'a transfer without a target, and of another kind than DataVolume and PersistentVolumeClaim' },
    ],
  },
];
