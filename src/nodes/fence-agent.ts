import { Arguments } from '../errors';

/** How to talk to a BMC by IPMI. */
export interface IpmiLanOptions {
  /**
   * Whether to speak IPMI 2.0, which encrypts. Almost every BMC of today refuses the older protocol.
   *
   * Sets the parameter `--lanplus`.
   *
   * @default true
   */
  readonly lanplus?: boolean;

  /**
   * Number of the cipher suite, when the BMC does not agree with the default one: 0 to 17.
   *
   * Sets the parameter `--cipher`.
   *
   * @default - that of ipmitool
   */
  readonly cipher?: number;
}

/** How to talk to a BMC by Redfish. */
export interface RedfishOptions {
  /**
   * Path of the computer system on the BMC, such as `/redfish/v1/Systems/1`. `{{.NodeName}}` stands for the name of the
   * node.
   *
   * Sets the parameter `--systems-uri`.
   *
   * @default - the agent asks the BMC
   */
  readonly systemsUri?: string;

  /**
   * Whether to verify the certificate of the BMC. Most BMCs come with one that nobody has signed. Without it whoever answers at
   * the address gets the password, and is believed when they say that the host is off: its VMs may then run twice.
   *
   * Sets the parameter `--ssl-insecure` when it is false.
   *
   * @default true
   */
  readonly verifyCertificate?: boolean;
}

/**
 * The program that powers a host off and on.
 *
 * @see https://github.com/ClusterLabs/fence-agents
 */
export class FenceAgent {
  /**
   * IPMI over LAN, also for iLO and iDRAC: `fence_ipmilan`.
   *
   * @param options how to talk to the BMC
   * @throws when the cipher is no integer (`integer-required`) or not known (`out-of-range`)
   */
  public static ipmiLan(options: IpmiLanOptions = {}): FenceAgent {
    const cipher = new Arguments('FenceAgent.ipmiLan').integer('cipher', options.cipher, { min: 0, max: 17 });
    return new FenceAgent('fence_ipmilan', {
      ...(options.lanplus === false ? {} : { '--lanplus': '' }),
      ...(cipher === undefined ? {} : { '--cipher': String(cipher) }),
    });
  }

  /**
   * Redfish over HTTPS: `fence_redfish`.
   *
   * @param options how to talk to the BMC
   */
  public static redfish(options: RedfishOptions = {}): FenceAgent {
    const { systemsUri, verifyCertificate } = options;
    return new FenceAgent('fence_redfish', {
      ...(systemsUri === undefined ? {} : { '--systems-uri': systemsUri }),
      ...(verifyCertificate === false ? { '--ssl-insecure': '' } : {}),
    });
  }

  /**
   * Any other agent of the operator's image, such as `fence_aws` or `fence_vmware_rest`.
   *
   * @param agentName name of the program
   * @throws when the name does not begin with `fence_` (`fence-agent-invalid`)
   */
  public static other(agentName: string): FenceAgent {
    const rule = 'the names of fence agents are fence_ with lower case letters, digits and _';
    const remedy = "Pass the name of the program, such as 'fence_aws'.";
    const args = new Arguments('FenceAgent.other');
    args.matching('agentName', agentName, /^fence_[a-z0-9_]+$/, rule, remedy, 'fence-agent-invalid');
    return new FenceAgent(agentName, {});
  }

  private constructor(
    /** Name of the program. */
    public readonly agentName: string,
    private readonly parameters: Record<string, string>,
  ) {}

  /** @internal */
  public _toParameters(): Record<string, string> {
    return { ...this.parameters };
  }
}
