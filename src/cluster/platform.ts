/**
 * How the cluster's hosts were installed: it decides who can replace or fence a broken node.
 */
export enum Platform {
  /** Bare metal installed by the OpenShift installer (IPI): Machine API and BMC power control through Metal3. */
  BARE_METAL_IPI = 'bare-metal-ipi',
  /** Bare metal that was installed by hand (UPI, agent-based without BMC): no Machine API. */
  BARE_METAL_UPI = 'bare-metal-upi',
  /** Amazon Web Services with the Machine API. */
  AWS = 'aws',
  /** Microsoft Azure with the Machine API. */
  AZURE = 'azure',
  /** Google Cloud with the Machine API. */
  GCP = 'gcp',
  /** IBM Cloud with the Machine API. */
  IBM_CLOUD = 'ibm-cloud',
  /** Nutanix with the Machine API. */
  NUTANIX = 'nutanix',
  /** OpenStack with the Machine API. */
  OPENSTACK = 'openstack',
  /** VMware vSphere with the Machine API. */
  VSPHERE = 'vsphere',
  /** No integration with the provider of the hosts: no Machine API. */
  NONE = 'none',
}
