import type { DnsOption, DnsPolicy } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { dnsLabel } from './dns-label';
import type { VmFields } from './vm-fields';

/** Nameservers and search domains that the guest gets with its address. */
export interface VirtualMachineDnsConfig {
  /**
   * Addresses of nameservers, at most three.
   * @default - those of the policy
   */
  readonly nameservers?: string[];
  /**
   * Search domains, at most six.
   * @default - those of the policy
   */
  readonly searches?: string[];
  /**
   * Options of the resolver, such as `ndots`.
   * @default - those of the policy
   */
  readonly options?: DnsOption[];
}

/** What a VM is called, and how it finds others. */
export interface IdentityOptions {
  /**
   * Host name of the guest. In a pool all VMs would have the same one.
   *
   * Sets `spec.template.spec.hostname`.
   *
   * @default - the name of the VM up to the first dot
   */
  readonly hostname?: string;

  /**
   * Subdomain of the guest. With a headless Service of this name in front of the VM, the guest is found as
   * `<hostname>.<subdomain>.<namespace>.svc`. A `VmSubdomain` makes the Service and sets this field.
   *
   * Sets `spec.template.spec.subdomain`.
   *
   * @default - none
   */
  readonly subdomain?: string;

  /**
   * Where the guest's nameservers come from.
   *
   * Sets `spec.template.spec.dnsPolicy`.
   *
   * @default DnsPolicy.CLUSTER_FIRST
   */
  readonly dnsPolicy?: DnsPolicy;

  /**
   * Nameservers and search domains beside those of the policy. DnsPolicy.NONE needs at least one nameserver.
   *
   * Sets `spec.template.spec.dnsConfig`.
   *
   * @default - none
   */
  readonly dnsConfig?: VirtualMachineDnsConfig;
}

export function renderIdentity(args: Arguments, options: IdentityOptions): VmFields {
  const { hostname, subdomain, dnsPolicy, dnsConfig } = options;
  return {
    instance: {
      hostname: hostname === undefined ? undefined : dnsLabel(args, 'hostname', hostname),
      subdomain: subdomain === undefined ? undefined : dnsLabel(args, 'subdomain', subdomain),
      dnsPolicy,
      dnsConfig: dnsConfig && { ...dnsConfig },
    },
  };
}
