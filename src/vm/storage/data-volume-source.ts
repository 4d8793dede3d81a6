import type { Arguments } from '../../errors';
import { REGISTRY_URL } from '../../facts';
import type { DataVolumeSpec } from '../../imports';
import {
  type CloneSourceOptions,
  type GcsSourceOptions,
  type HttpSourceOptions,
  type ImageIoSourceOptions,
  RegistryPullMethod,
  type RegistrySourceOptions,
  type S3SourceOptions,
  type VddkSourceOptions,
} from './data-volume-source-options';

const HTTP_URL = /^https?:\/\/[^\s/]+/;

/** The volume that a source fills. */
export interface SourceContext {
  readonly args: Arguments;
  /** Path of the argument that the source belongs to, e.g. `disks[0].source`. */
  readonly argument: string;
  /** Namespace of the volume; undefined where it is left to whoever applies the manifests. */
  readonly namespace?: string;
  /** Whether the volume is a template in a VM. */
  readonly inTemplate: boolean;
}

/** The fields of a DataVolume that say what it is filled with. */
export type RenderedSource = Pick<DataVolumeSpec, 'source' | 'sourceRef'>;

/**
 * What a volume is filled with when it is created.
 *
 * Checkpoints for a warm migration are what migration tools write: they are in `imports.KubeDataVolume`.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/doc/datavolumes.md
 */
export class DataVolumeSource {
  /** Nothing: an empty disk. */
  public static blank(): DataVolumeSource {
    return new DataVolumeSource(() => ({ source: { blank: {} } }));
  }

  /** What a user uploads with `virtctl image-upload`. The volume waits for it. */
  public static upload(): DataVolumeSource {
    return new DataVolumeSource(() => ({ source: { upload: {} } }));
  }

  /**
   * A disk image on a web server: raw or qcow2, also compressed with gzip or xz; or an ISO file.
   *
   * @param url address of the image, `http://` or `https://`
   * @param options log-in, certificates, headers and checksum
   */
  public static http(url: string, options: HttpSourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const { certConfigMapName: certConfigMap, secretName: secretRef, headers, headerSecretNames } = options;
      const rule = 'an import starts from an http:// or https:// URL';
      const checked = checkedUrl(context, url, HTTP_URL, rule, 'Pass the URL of the disk image.');
      const checksum = checkedChecksum(context, options.checksum);
      const http = { url: checked, certConfigMap, secretRef, extraHeaders: headers, secretExtraHeaders: headerSecretNames };
      return { source: { http: checksum === undefined ? http : { ...http, checksum } } };
    });
  }

  /**
   * A disk in a container image, in the folder `/disk` of it.
   *
   * @param url address of the image, e.g. `docker://quay.io/containerdisks/fedora:43`
   * @param options who pulls it, log-in and certificates
   */
  public static registry(url: string, options: RegistrySourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const { pullMethod, certConfigMapName: certConfigMap, secretName: secretRef, architecture } = options;
      const rule = 'an image is addressed by a docker:// or oci-archive:// URL';
      const checked = checkedUrl(context, url, REGISTRY_URL.pattern, rule, 'Put docker:// before the name of the image.');
      const platform = architecture === undefined ? undefined : { architecture };
      return { source: { registry: { url: checked, pullMethod, certConfigMap, secretRef, platform } } };
    });
  }

  /**
   * A disk in the container image of an OpenShift ImageStream, in the namespace of the volume. The node pulls it.
   *
   * @param imageStreamName name of the ImageStream
   */
  public static imageStream(imageStreamName: string): DataVolumeSource {
    return new DataVolumeSource((context) => ({
      source: { registry: { imageStream: named(context, 'imageStreamName', imageStreamName), pullMethod: RegistryPullMethod.NODE } },
    }));
  }

  /**
   * An object in an S3 store.
   *
   * @param url address of the object, `https://<store>/<bucket>/<object>`
   * @param options log-in and certificates
   */
  public static s3(url: string, options: S3SourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const rule = 'CDI takes an http:// or https:// URL of the object';
      const checked = checkedUrl(context, url, /^https?:\/\/[^\s/]+\/\S+/, rule, 'Pass https://<store>/<bucket>/<object>.');
      return { source: { s3: { url: checked, secretRef: options.secretName, certConfigMap: options.certConfigMapName } } };
    });
  }

  /**
   * An object in Google Cloud Storage.
   *
   * @param url address of the object, `gs://<bucket>/<object>` or its https:// address
   * @param options log-in
   */
  public static gcs(url: string, options: GcsSourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const rule = 'CDI takes a gs://, http:// or https:// URL of the object';
      const checked = checkedUrl(context, url, /^(gs|https?):\/\/[^\s/]+\/\S+/, rule, 'Pass gs://<bucket>/<object>.');
      return { source: { gcs: { url: checked, secretRef: options.secretName } } };
    });
  }

  /**
   * A disk of oVirt or Red Hat Virtualization.
   *
   * @param url address of the API of the engine
   * @param options disk, log-in and certificates
   */
  public static imageIo(url: string, options: ImageIoSourceOptions): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const { diskId, secretName: secretRef, certConfigMapName: certConfigMap } = options;
      return { source: { imageio: { url: serviceUrl(context, url, 'oVirt'), diskId, secretRef, certConfigMap } } };
    });
  }

  /**
   * A disk of VMware vSphere.
   *
   * @param url address of vCenter or of the host
   * @param options disk, log-in and certificate
   */
  public static vddk(url: string, options: VddkSourceOptions): DataVolumeSource {
    return new DataVolumeSource((context) => {
      const { uuid, backingFile, thumbprint, secretName: secretRef, initImage: initImageURL } = options;
      return { source: { vddk: { url: serviceUrl(context, url, 'vSphere'), uuid, backingFile, thumbprint, secretRef, initImageURL } } };
    });
  }

  /**
   * A copy of a PersistentVolumeClaim, also of a DataVolume: its claim has its name. The claim must not be in use.
   *
   * @param claimName name of the claim
   * @param options namespace of the claim
   */
  public static persistentVolumeClaim(claimName: string, options: CloneSourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => ({
      source: { pvc: { name: named(context, 'claimName', claimName), namespace: sourceNamespace(context, options) } },
    }));
  }

  /**
   * A volume out of a VolumeSnapshot: one copied state for many volumes, whatever becomes of the original.
   *
   * @param snapshotName name of the VolumeSnapshot
   * @param options namespace of the snapshot
   */
  public static snapshot(snapshotName: string, options: CloneSourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => ({
      source: { snapshot: { name: named(context, 'snapshotName', snapshotName), namespace: sourceNamespace(context, options) } },
    }));
  }

  /**
   * What a DataSource points to when the volume is created, e.g. one of the boot images that OpenShift Virtualization keeps
   * up to date.
   *
   * @param dataSourceName name of the DataSource
   * @param options namespace of the DataSource
   */
  public static dataSource(dataSourceName: string, options: CloneSourceOptions = {}): DataVolumeSource {
    return new DataVolumeSource((context) => ({
      sourceRef: { kind: 'DataSource', name: named(context, 'dataSourceName', dataSourceName), namespace: options.namespace },
    }));
  }

  private constructor(private readonly source: (context: SourceContext) => RenderedSource) {}

  /** @internal */
  public _render(context: SourceContext): RenderedSource {
    return this.source(context);
  }
}

function checkedUrl({ args, argument }: SourceContext, url: string, pattern: RegExp, rule: string, remedy: string): string {
  args.matching(`${argument}.url`, url, pattern, rule, remedy, 'disk-url-invalid');
  return url;
}

function serviceUrl(context: SourceContext, url: string, platform: string): string {
  const rule = `${platform} is addressed by an http:// or https:// URL`;
  return checkedUrl(context, url, HTTP_URL, rule, 'Pass its URL.');
}

function checkedChecksum({ args, argument, inTemplate }: SourceContext, checksum: string | undefined): string | undefined {
  const rule = 'a checksum is md5:, sha1:, sha256: or sha512: and hexadecimal digits';
  const pattern = /^(md5:[0-9a-f]{32}|sha1:[0-9a-f]{40}|sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/i;
  args.matching(`${argument}.checksum`, checksum, pattern, rule, 'Pass e.g. sha256: and its 64 digits.', 'checksum-invalid');
  if (checksum !== undefined && inTemplate) {
    const reason = 'the API server drops it from a volume that is a template in a VM, and nothing is checked';
    const remedy = 'Make it a DataVolume of its own, and pass that to Disk.fromDataVolume.';
    args.refuse('checksum-in-template', `${argument}.checksum`, JSON.stringify(checksum), reason, remedy);
  }
  return checksum;
}

function named({ args, argument }: SourceContext, option: string, name: string): string {
  return args.objectName(`${argument}.${option}`, name);
}

function sourceNamespace({ args, argument, namespace }: SourceContext, options: CloneSourceOptions): string {
  const known = options.namespace ?? namespace;
  if (known === undefined) {
    const rule = 'CDI clones from a namespace that is named, and neither the chart nor the volume has one';
    return args.refuse(
      'source-namespace-missing',
      `${argument}.namespace`,
      undefined,
      rule,
      'Give the chart a namespace, or pass one here.',
    );
  }
  return known;
}
