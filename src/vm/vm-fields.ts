import type { Architecture } from '../cluster';
import type { Arguments } from '../errors';
import { withoutUndefined } from '../graph';
import type { Devices, DomainSpec, VirtualMachineInstanceSpec, VirtualMachineSpec } from '../imports';

/** Fields that one aspect of a VM sets, by the place in the manifest where they stand. */
export interface VmFields {
  /** Fields of `spec`. */
  readonly vm?: Omit<VirtualMachineSpec, 'template'>;
  /** Fields of `spec.template.spec`. */
  readonly instance?: Omit<VirtualMachineInstanceSpec, 'domain'>;
  /** Fields of `spec.template.spec.domain`. */
  readonly domain?: Omit<DomainSpec, 'devices'>;
  /** Fields of `spec.template.spec.domain.devices`. */
  readonly devices?: Devices;
}

/**
 * Checks the options of one aspect and renders them. No two aspects set the same field. The architecture of the guest may be
 * that of the cluster, which is known once manifests are rendered: what depends on it is lazy.
 */
export type Aspect<Props> = (args: Arguments, props: Props, architecture: () => Architecture) => VmFields;

/**
 * A switch of a field that KubeVirt's webhook leaves out where it is off: written as `false` it would be taken out of the stored object,
 * and GitOps tools would put it back for ever.
 */
export function whenTrue(isOn: boolean | undefined): true | undefined {
  return isOn || undefined;
}

/** The fields, or undefined when none of them is set. */
export function given<Fields extends object>(fields: Fields): Fields | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined;
}

/** The fields of all aspects together. Most options are not set: a VM keeps, and renders, the fields of those that are. */
export function mergeFields(aspects: readonly VmFields[]): Required<VmFields> {
  return withoutUndefined({
    vm: Object.assign({}, ...aspects.map(({ vm }) => vm)),
    instance: Object.assign({}, ...aspects.map(({ instance }) => instance)),
    domain: Object.assign({}, ...aspects.map(({ domain }) => domain)),
    devices: Object.assign({}, ...aspects.map(({ devices }) => devices)),
  });
}
