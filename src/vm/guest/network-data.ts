import type { ISecret } from 'cdk8s-plus-27';
import { Arguments } from '../../errors';
import { markReadable } from '../../graph';
import { checkGuestData, checkUnicode } from './guest-data';
import { type GuestEthernet, renderEthernet } from './guest-ethernet';
import { yamlText } from './yaml-text';

/**
 * Network configuration of a guest, beside DHCP on its first interface: static addresses on secondary networks.
 *
 * The interface on the pod network keeps DHCP: its address changes with each pod, and KubeVirt answers with the right one.
 *
 * @see https://docs.cloud-init.io/en/latest/reference/network-config-format-v2.html
 */
export class NetworkData {
  /**
   * Interfaces of the guest in version 2 of cloud-init's format. It replaces DHCP on the first interface, which has to
   * be listed as well.
   *
   * @param ethernets the interfaces
   * @throws when an address or a name is malformed, or two interfaces have one name
   */
  public static fromEthernets(ethernets: GuestEthernet[]): NetworkData {
    const rendered: Record<string, unknown> = {};
    checkGuestData(new Arguments('NetworkData.fromEthernets'), 'ethernets', ethernets);
    ethernets.forEach((ethernet, index) => {
      rendered[ethernet.name] = renderEthernet('NetworkData.fromEthernets', `ethernets[${index}]`, ethernet, rendered);
    });
    return new NetworkData(markReadable(yamlText({ version: 2, ethernets: rendered })), undefined, true);
  }

  /**
   * Text as it is: version 1 or 2 of cloud-init's format for `NO_CLOUD`, OpenStack's `network_data.json` for `CONFIG_DRIVE`.
   *
   * @param text the text
   * @throws when the text has half of a surrogate pair (`guest-text-invalid`)
   */
  public static fromText(text: string): NetworkData {
    checkUnicode(new Arguments('NetworkData.fromText'), 'text', text);
    return new NetworkData(text, undefined, false);
  }

  /**
   * Text from a Secret that exists already, under its key `networkdata`.
   *
   * @param secret the Secret
   */
  public static fromSecret(secret: ISecret): NetworkData {
    return new NetworkData(undefined, secret, false);
  }

  private constructor(
    /** @internal */
    public readonly _text: string | undefined,
    private readonly secret: ISecret | undefined,
    /** @internal */
    public readonly _isVersion2: boolean,
  ) {}

  /** @internal */
  public get _secretName(): string | undefined {
    return this.secret?.name;
  }
}
