import type { ISecret } from 'cdk8s-plus-27';
import { Arguments } from '../../errors';
import { markReadable } from '../../graph';
import { type CloudConfigFragment, checkCloudConfig, mergeCloudConfig } from './cloud-config';
import { checkGuestData, checkUnicode } from './guest-data';
import { type GuestSettings, renderGuestSettings } from './guest-settings';
import type { NetworkData } from './network-data';
import { yamlText } from './yaml-text';

/** The kind of disk on which cloud-init finds its data. */
export enum CloudInitDataSource {
  /** What cloud images expect, with network data in the format of cloud-init. */
  NO_CLOUD = 'cloudInitNoCloud',

  /** The format of OpenStack, for images that do not read the other one. Network data has the format of OpenStack, too. */
  CONFIG_DRIVE = 'cloudInitConfigDrive',
}

/** What goes with the user data of cloud-init. */
export interface CloudInitOptions {
  /**
   * Network configuration of the guest.
   *
   * Sets `networkData` or `networkDataSecretRef` of the volume.
   *
   * @default - the guest asks for an address by DHCP on its first interface
   */
  readonly networkData?: NetworkData;

  /**
   * The kind of disk on which cloud-init finds its data.
   *
   * Sets `spec.template.spec.volumes[].cloudInitNoCloud` or `cloudInitConfigDrive`.
   *
   * @default CloudInitDataSource.NO_CLOUD
   */
  readonly dataSource?: CloudInitDataSource;

  /**
   * Whether user and network data go into Secrets however short they are: what stands in the VM is read by everybody who may
   * look at VMs, and Kubernetes' role `view` lets nobody read Secrets. Say it when the data holds a password, a hash of one, a
   * private key or a token.
   *
   * Sets `secretRef` and `networkDataSecretRef` of the volume, and makes the Secrets. What is in a Secret that exists already
   * stays there.
   *
   * @default false - only data of more than 2,048 bytes
   * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
   */
  readonly inSecret?: boolean;
}

/** Where the user data comes from: one of the three. */
interface UserDataSource {
  readonly config?: { [module: string]: any };
  readonly text?: string;
  readonly secret?: ISecret;
}

/**
 * First-boot set-up of the guest, handed over on a small disk.
 *
 * User or network data of more than 2,048 bytes, the most that KubeVirt takes inline, goes into a Secret by itself; with
 * `inSecret` shorter data does, too.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/startup_scripts/
 * @see https://docs.cloud-init.io/en/latest/reference/modules.html
 */
export class CloudInit {
  /**
   * User data from options for what most guests need. What high availability needs in the guest, such as arming the
   * watchdog, is merged into it.
   *
   * It is written so that readers of YAML 1.1, such as the one of cloud-init, and of YAML 1.2 read the same, whatever
   * characters are in it: contents of files in blocks as they are, or with escapes where that is not certain.
   *
   * @param settings host name, users, packages, files, commands
   * @param options network configuration, kind of disk
   * @throws when a setting has a value that cloud-init does not take, or that no cloud-config can carry
   */
  public static fromSettings(settings: GuestSettings, options: CloudInitOptions = {}): CloudInit {
    const config = renderGuestSettings('CloudInit.fromSettings', settings);
    checkGuestData(new Arguments('CloudInit.fromSettings'), 'settings', settings);
    return new CloudInit('CloudInit.fromSettings', { config }, options);
  }

  /**
   * User data in the format of cloud-config, as data. What high availability needs in the guest, such as arming the
   * watchdog, is merged into it.
   *
   * @param config modules of cloud-config, e.g. `{ packages: ['nginx'] }`
   * @param options network configuration, kind of disk
   * @throws when `packages`, `write_files` or `runcmd` is not a list, or what no cloud-config can carry is among the data
   */
  public static fromCloudConfig(config: { [module: string]: any }, options: CloudInitOptions = {}): CloudInit {
    checkCloudConfig(config);
    checkGuestData(new Arguments('CloudInit.fromCloudConfig'), 'config', config);
    return new CloudInit('CloudInit.fromCloudConfig', { config }, options);
  }

  /**
   * User data as text, handed over as it is: a script, or a cloud-config that was written elsewhere. Nothing is merged
   * into it, so that arming a watchdog and installing the guest agent are left to it.
   *
   * @param userData the text
   * @param options network configuration, kind of disk
   * @throws when the text has half of a surrogate pair (`guest-text-invalid`)
   */
  public static fromUserData(userData: string, options: CloudInitOptions = {}): CloudInit {
    checkUnicode(new Arguments('CloudInit.fromUserData'), 'userData', userData);
    return new CloudInit('CloudInit.fromUserData', { text: userData }, options);
  }

  /**
   * User data from a Secret that exists already, under its key `userdata`. Nothing is merged into it, so that arming
   * a watchdog and installing the guest agent are left to it.
   *
   * Sets `secretRef` of the volume.
   *
   * @param secret the Secret, e.g. `Secret.fromSecretName(this, 'UserData', 'web-userdata')`
   * @param options network configuration, kind of disk
   */
  public static fromSecret(secret: ISecret, options: CloudInitOptions = {}): CloudInit {
    return new CloudInit('CloudInit.fromSecret', { secret }, options);
  }

  /** The kind of disk on which cloud-init finds its data. */
  public readonly dataSource: CloudInitDataSource;

  private constructor(
    factory: string,
    private readonly userData: UserDataSource,
    private readonly options: CloudInitOptions,
  ) {
    this.dataSource = options.dataSource ?? CloudInitDataSource.NO_CLOUD;
    checkNetworkData(factory, this.dataSource, options.networkData);
  }

  /**
   * Network configuration, if there is one.
   *
   * @internal
   */
  public get _networkData(): NetworkData | undefined {
    return this.options.networkData;
  }

  /**
   * Whether the data goes into Secrets however short it is.
   *
   * @internal
   */
  public get _inSecret(): boolean {
    return this.options.inSecret ?? false;
  }

  /**
   * Name of the Secret with the user data, when that is where it comes from.
   *
   * @internal
   */
  public get _secretName(): string | undefined {
    return this.userData.secret?.name;
  }

  /**
   * The user data with fragments of cloud-config merged in; undefined when it is in a Secret of the user's.
   *
   * @internal
   */
  public _userData(fragments: readonly CloudConfigFragment[]): string | undefined {
    const { config, text } = this.userData;
    return config === undefined ? text : markReadable(`#cloud-config\n${yamlText(mergeCloudConfig(config, fragments))}`);
  }
}

/** A config drive carries OpenStack's format only: cloud-init would take the other one for a broken file. */
function checkNetworkData(factory: string, dataSource: CloudInitDataSource, networkData: NetworkData | undefined): void {
  if (dataSource === CloudInitDataSource.CONFIG_DRIVE && networkData?._isVersion2) {
    new Arguments(factory).refuse(
      'network-data-format',
      'options.networkData',
      'NetworkData.fromEthernets',
      "a config drive takes OpenStack's format only",
      'Use CloudInitDataSource.NO_CLOUD, or NetworkData.fromText with the JSON of OpenStack.',
    );
  }
}
