import { INSTANCE_DEFAULTS } from './instance-defaults';
import { type MutatingDefault, RANDOM } from './mutating-default';

const SHARED = ['architecture', 'domain.machine.type'];

/**
 * What KubeVirt's webhook writes into the template of a VirtualMachine when it is applied: it stands in the stored object then, and
 * differs from the manifest.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/vm-mutator.go
 */
export const MACHINE_DEFAULTS: readonly MutatingDefault[] = [
  { field: 'domain.firmware.uuid', makesParents: true, since: '1.6', value: () => RANDOM },
  { field: 'domain.firmware.serial', makesParents: true, value: () => RANDOM },
  ...INSTANCE_DEFAULTS.filter(({ field }) => SHARED.includes(field)),
];
