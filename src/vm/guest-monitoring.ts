/**
 * How soon a guest that hangs is found out: the sensitivities of VM Monitoring in vSphere HA, by their names there.
 *
 * @see https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.vsphere.avail.doc/GUID-62B80D7A-C764-40CB-AE59-752DA6AD78E7.html
 */
export enum GuestMonitoring {
  /** After 30 seconds. */
  HIGH = 'high',
  /** After 60 seconds. */
  MEDIUM = 'medium',
  /** After 120 seconds. */
  LOW = 'low',
}
