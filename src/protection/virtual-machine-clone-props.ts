import type { ResourceProps } from 'cdk8s-plus-27';
import type { CloneSource } from './clone-source';
import type { CloneVolumeNamePolicy } from './clone-volume-name-policy';

/** What is cloned, and what becomes different. */
export interface VirtualMachineCloneProps extends ResourceProps {
  /**
   * What the clone is made of.
   *
   * Sets `spec.source`.
   */
  readonly source: CloneSource;

  /**
   * Name of the new VM.
   *
   * Sets `spec.target`.
   *
   * @default - a random name, by KubeVirt
   */
  readonly targetName?: string;

  /**
   * Labels of the VM that the clone gets as well: keys, with `*` at the end for all that begin so, and with `!` in front
   * for those that it does not get.
   *
   * Sets `spec.labelFilters`.
   *
   * @default - all
   */
  readonly labelFilters?: string[];

  /**
   * Annotations of the VM that the clone gets as well, written as `labelFilters`.
   *
   * Sets `spec.annotationFilters`.
   *
   * @default - all
   */
  readonly annotationFilters?: string[];

  /**
   * Labels of the pod that the clone gets as well, written as `labelFilters`. Leave out those by which a Service selects
   * the VM, or the clone gets its traffic.
   *
   * Sets `spec.template.labelFilters`.
   *
   * @default - all
   */
  readonly podLabelFilters?: string[];

  /**
   * Annotations of the pod that the clone gets as well, written as `labelFilters`.
   *
   * Sets `spec.template.annotationFilters`.
   *
   * @default - all
   */
  readonly podAnnotationFilters?: string[];

  /**
   * MAC addresses of the clone by name of the interface. Two VMs with one address on one network lose packets.
   *
   * Sets `spec.newMacAddresses`.
   *
   * @default - interfaces that are not listed get random ones
   */
  readonly newMacAddresses?: { readonly [interfaceName: string]: string };

  /**
   * Serial number that the guest reads in its firmware.
   *
   * Sets `spec.newSMBiosSerial`.
   *
   * @default - a random one, by KubeVirt
   */
  readonly newSmBiosSerial?: string;

  /**
   * The names of the claims of the clone. Since KubeVirt 1.8.
   *
   * Sets `spec.volumeNamePolicy`.
   *
   * @default - CloneVolumeNamePolicy.RANDOMIZE_NAMES, by KubeVirt
   */
  readonly volumeNamePolicy?: CloneVolumeNamePolicy;

  /**
   * JSON patches of the clone, one operation in each string. Since KubeVirt 1.8.
   *
   * Sets `spec.patches`.
   *
   * @default - none
   */
  readonly patches?: string[];
}
