/*
 * Parameters of fence agents. The operator writes a parameter on the command line as it stands in the template, `--api-token`;
 * the agents' own names for input, such as `api_token` or `passwd`, differ in nothing but how they are spelled.
 *
 * Source: the table of options in https://github.com/ClusterLabs/fence-agents/blob/main/lib/fencing.py.py, and the options that each
 * agent in https://github.com/ClusterLabs/fence-agents/tree/main/agents adds to it
 */

/** Parameters that are passwords, keys and tokens. Those that end in `-script` or `-file` say where one is. */
const CREDENTIALS: ReadonlySet<string> = new Set([
  // Of most agents; `passwd` is its name in input.
  'p',
  'password',
  'passwd',
  // Of agents for SNMP: the community is all that versions 1 and 2c ask for.
  'community',
  'snmp-priv-passwd',
  // fence_aliyun, fence_aws, fence_aws_vpc_net
  'access-key',
  'secret-key',
  // fence_ecloud, fence_ibm_vpc
  'apikey',
  // fence_hetzner_cloud
  'api-token',
  // fence_ibm_powervs
  'token',
  // fence_ipmilan
  'hexadecimal-kg',
]);

/** Parameters without which an agent verifies the host that it talks to: any certificate, an old protocol, or no TLS. */
const UNVERIFIED: ReadonlySet<string> = new Set([
  // Of most agents that know TLS.
  'ssl-insecure',
  // fence_compute, fence_evacuate
  'insecure',
  // fence_docker, fence_zvmip
  'disable-ssl',
  // fence_cisco_ucs, fence_ilo, fence_rhevm, fence_vmware_soap and others
  'notls',
]);

/** Whether a parameter is a password, a key or a token. */
export function isFenceCredential(parameter: string): boolean {
  return CREDENTIALS.has(bare(parameter));
}

/** Whether a parameter keeps an agent from verifying the host that it talks to. */
export function isFenceUnverified(parameter: string): boolean {
  return UNVERIFIED.has(bare(parameter));
}

function bare(parameter: string): string {
  return parameter.replace(/^--?/, '').replaceAll('_', '-');
}
