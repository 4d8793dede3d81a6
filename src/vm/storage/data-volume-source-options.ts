import type { Architecture } from '../../cluster';

/** How an image is fetched from a web server. */
export interface HttpSourceOptions {
  /**
   * Name of a ConfigMap with the certificate authority of the server, in the namespace of the volume.
   *
   * Sets `source.http.certConfigMap`.
   *
   * @default - the authorities that CDI's importer trusts
   */
  readonly certConfigMapName?: string;

  /**
   * Name of a Secret with `accessKeyId` and `secretKey`, the user and the password of the server.
   *
   * Sets `source.http.secretRef`.
   *
   * @default - no log-in
   */
  readonly secretName?: string;

  /**
   * Headers of the request, `Name: value` each. What is secret belongs into `headerSecretNames`.
   *
   * Sets `source.http.extraHeaders`.
   *
   * @default - none
   */
  readonly headers?: string[];

  /**
   * Names of Secrets whose values are headers of the request, `Name: value` each.
   *
   * Sets `source.http.secretExtraHeaders`.
   *
   * @default - none
   */
  readonly headerSecretNames?: string[];

  /**
   * Checksum of the file, `sha256:` and its digits (md5, sha1 and sha512 as well): the import fails on another content.
   * From KubeVirt 1.8 on, and in a `DataVolume` of its own only: the template of a volume in a VM has no such field.
   *
   * Sets `source.http.checksum`.
   *
   * @default - the content is not checked
   */
  readonly checksum?: string;
}

/** Who pulls a container image with a disk in it. */
export enum RegistryPullMethod {
  /** CDI's importer: with its own log-in and certificates. */
  POD = 'pod',
  /** The container runtime of a node: with the node's log-ins and mirrors. */
  NODE = 'node',
}

/** How a container image with a disk in it is pulled. */
export interface RegistrySourceOptions {
  /**
   * Who pulls the image.
   *
   * Sets `source.registry.pullMethod`.
   *
   * @default RegistryPullMethod.POD
   */
  readonly pullMethod?: RegistryPullMethod;

  /**
   * Name of a ConfigMap with the certificate authority of the registry, in the namespace of the volume.
   *
   * Sets `source.registry.certConfigMap`.
   *
   * @default - the authorities that CDI's importer trusts
   */
  readonly certConfigMapName?: string;

  /**
   * Name of a Secret with `accessKeyId` and `secretKey`, the user and the password of the registry.
   *
   * Sets `source.registry.secretRef`.
   *
   * @default - no log-in
   */
  readonly secretName?: string;

  /**
   * Architecture to take of an image that exists for several. From KubeVirt 1.8 on.
   *
   * Sets `source.registry.platform.architecture`.
   *
   * @default - the one of the node that pulls
   */
  readonly architecture?: Architecture;
}

/** How an object is fetched from an object store. */
export interface S3SourceOptions {
  /**
   * Name of a Secret with `accessKeyId` and `secretKey`.
   *
   * Sets `source.s3.secretRef`.
   *
   * @default - no log-in
   */
  readonly secretName?: string;

  /**
   * Name of a ConfigMap with the certificate authority of the store, in the namespace of the volume.
   *
   * Sets `source.s3.certConfigMap`.
   *
   * @default - the authorities that CDI's importer trusts
   */
  readonly certConfigMapName?: string;
}

/** How an object is fetched from Google Cloud Storage. */
export interface GcsSourceOptions {
  /**
   * Name of a Secret with the key of a service account.
   *
   * Sets `source.gcs.secretRef`.
   *
   * @default - no log-in
   */
  readonly secretName?: string;
}

/** How a disk is fetched from oVirt or Red Hat Virtualization. */
export interface ImageIoSourceOptions {
  /**
   * Id of the disk there.
   *
   * Sets `source.imageio.diskId`.
   */
  readonly diskId: string;

  /**
   * Name of a Secret with `accessKeyId` and `secretKey`, a user and a password of the engine.
   *
   * Sets `source.imageio.secretRef`.
   */
  readonly secretName: string;

  /**
   * Name of a ConfigMap with the certificate authority of the engine.
   *
   * Sets `source.imageio.certConfigMap`.
   */
  readonly certConfigMapName: string;
}

/** How a disk is fetched from VMware vSphere. */
export interface VddkSourceOptions {
  /**
   * Id of the VM there.
   *
   * Sets `source.vddk.uuid`.
   */
  readonly uuid: string;

  /**
   * The disk of the VM, e.g. `[store] web/web.vmdk`.
   *
   * Sets `source.vddk.backingFile`.
   */
  readonly backingFile: string;

  /**
   * Fingerprint of the certificate of vCenter or of the host.
   *
   * Sets `source.vddk.thumbprint`.
   */
  readonly thumbprint: string;

  /**
   * Name of a Secret with `accessKeyId` and `secretKey`, the user and the password.
   *
   * Sets `source.vddk.secretRef`.
   */
  readonly secretName: string;

  /**
   * Container image with VMware's VDDK libraries.
   *
   * Sets `source.vddk.initImageURL`.
   *
   * @default - the image that the ConfigMap `v2v-vmware` of the cluster names
   */
  readonly initImage?: string;
}

/** Where an object to clone is. */
export interface CloneSourceOptions {
  /**
   * Namespace of the object. To clone from another one takes a Role there that allows it.
   *
   * @default - the namespace of the volume
   */
  readonly namespace?: string;
}
