import type { Architecture } from '../cluster';
import type { Arguments } from '../errors';
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

/** Checks the options of one aspect and renders them. No two aspects set the same field. */
export type Aspect<Props> = (args: Arguments, props: Props, architecture: Architecture) => VmFields;

export function mergeFields(fields: readonly VmFields[]): Required<VmFields> {
  return {
    vm: Object.assign({}, ...fields.map(({ vm }) => vm)),
    instance: Object.assign({}, ...fields.map(({ instance }) => instance)),
    domain: Object.assign({}, ...fields.map(({ domain }) => domain)),
    devices: Object.assign({}, ...fields.map(({ devices }) => devices)),
  };
}
