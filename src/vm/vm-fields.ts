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

/** Checks the options of one aspect and renders them. No two aspects set the same field. */
export type Aspect<Props> = (args: Arguments, props: Props, architecture: Architecture) => VmFields;

const PLACES = ['vm', 'instance', 'domain', 'devices'] as const;

/** The fields of all aspects together. Most options are not set: a VM keeps, and renders, the fields of those that are. */
export function mergeFields(aspects: readonly VmFields[]): Required<VmFields> {
  const merged = { vm: {}, instance: {}, domain: {}, devices: {} };
  for (const fields of aspects) {
    for (const place of PLACES) {
      addSetFields(fields[place], merged[place]);
    }
  }
  return merged;
}

function addSetFields(fields: Record<string, any> | undefined, merged: Record<string, unknown>): void {
  if (fields === undefined) {
    return;
  }
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== undefined) {
      merged[name] = withoutUndefined(value);
    }
  }
}
