import { Yaml } from 'cdk8s';

/** What goes with the user data of cloud-init. */
export interface CloudInitOptions {
  /**
   * Network configuration of the guest, version 1 or 2 of cloud-init's format, as YAML text.
   *
   * Sets `cloudInitNoCloud.networkData`.
   *
   * @default - cloud-init asks for an address by DHCP on the first interface
   */
  readonly networkData?: string;
}

/**
 * First-boot set-up of the guest, handed over on a small NoCloud disk.
 *
 * User or network data of more than 2,048 bytes, the most that KubeVirt takes inline, goes into a Secret by itself.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/startup_scripts/
 * @see https://docs.cloud-init.io/en/latest/reference/modules.html
 */
export class CloudInit {
  /**
   * User data in the format of cloud-config, as data. What high availability needs in the guest, such as arming the
   * watchdog, is merged into it.
   *
   * @param config modules of cloud-config, e.g. `{ packages: ['qemu-guest-agent'] }`
   * @param options network configuration
   */
  public static fromCloudConfig(config: { [module: string]: any }, options: CloudInitOptions = {}): CloudInit {
    return new CloudInit(options, config, undefined);
  }

  /**
   * User data as text, handed over as it is: a script, or a cloud-config that was written elsewhere. Nothing is merged
   * into it, so that arming a watchdog is left to it.
   *
   * @param userData the text
   * @param options network configuration
   */
  public static fromUserData(userData: string, options: CloudInitOptions = {}): CloudInit {
    return new CloudInit(options, undefined, userData);
  }

  private constructor(
    private readonly options: CloudInitOptions,
    private readonly config: { [module: string]: any } | undefined,
    private readonly text: string | undefined,
  ) {}

  /**
   * Network configuration, if there is one.
   *
   * @internal
   */
  public get _networkData(): string | undefined {
    return this.options.networkData;
  }

  /**
   * The user data with fragments of cloud-config merged in: their lists come after those of the user.
   *
   * @internal
   */
  public _userData(fragments: readonly CloudConfigFragment[]): string {
    if (this.config === undefined) {
      return this.text ?? '';
    }
    const merged = { ...this.config };
    for (const fragment of fragments) {
      merged.write_files = [...(merged.write_files ?? []), ...fragment.writeFiles];
      merged.runcmd = [...(merged.runcmd ?? []), ...fragment.runCommands];
    }
    return `#cloud-config\n${Yaml.stringify(merged)}`;
  }
}

/** What a device needs in the guest, as parts of a cloud-config. */
export interface CloudConfigFragment {
  readonly writeFiles: readonly { readonly path: string; readonly content: string }[];
  readonly runCommands: readonly string[][];
}
