import type { Arguments } from '../../errors';
import { PRIVATE_DHCP_OPTIONS } from '../../facts';
import type { DHCPOptions as KubeDhcpOptions } from '../../imports';
import { ipv4Address } from './ip-arguments';

/** An option of DHCP that is free for use within a site. */
export interface DhcpPrivateOption {
  /** Number of the option, 224 to 254. */
  readonly code: number;

  /** Value of the option. */
  readonly value: string;
}

/** What KubeVirt tells the guest by DHCP, beside its address. */
export interface DhcpOptions {
  /**
   * File to boot over the network (option 67).
   *
   * Sets `dhcpOptions.bootFileName`.
   *
   * @default - none
   */
  readonly bootFileName?: string;

  /**
   * Name of the TFTP server (option 66).
   *
   * Sets `dhcpOptions.tftpServerName`.
   *
   * @default - none
   */
  readonly tftpServerName?: string;

  /**
   * IPv4 addresses of time servers (option 42). Clocks that run apart are a common reason for a cluster of
   * databases to fail over without need.
   *
   * Sets `dhcpOptions.ntpServers`.
   *
   * @default - none
   */
  readonly ntpServers?: string[];

  /**
   * Options for use within a site.
   *
   * Sets `dhcpOptions.privateOptions`.
   *
   * @default - none
   */
  readonly privateOptions?: DhcpPrivateOption[];
}

/** Checks the options and renders them; undefined stays undefined. */
export function renderDhcpOptions(args: Arguments, argument: string, options: DhcpOptions | undefined): KubeDhcpOptions | undefined {
  if (options === undefined) {
    return undefined;
  }
  return {
    bootFileName: options.bootFileName,
    tftpServerName: options.tftpServerName,
    ntpServers: options.ntpServers?.map((server, index) => ipv4Address(args, `${argument}.ntpServers[${index}]`, server)),
    privateOptions: options.privateOptions?.map(({ code, value }, index) => ({
      option: args.integer(`${argument}.privateOptions[${index}].code`, code, PRIVATE_DHCP_OPTIONS),
      value,
    })),
  };
}
