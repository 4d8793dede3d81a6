import { KUBEVIRT_GROUP } from '../../facts';
import { type DefaultContext, type Fields, type MutatingDefault, RANDOM } from './mutating-default';

const FINALIZERS = 'metadata.finalizers';
const TOPOLOGY_ARCHITECTURES = ['amd64', 'arm64'];

/**
 * What KubeVirt's webhook writes into a new VirtualMachineClone as a whole.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/clone-create-mutator.go
 */
export const CLONE_DEFAULTS: readonly MutatingDefault[] = [
  { field: 'spec.target', value: () => ({ apiGroup: KUBEVIRT_GROUP, kind: 'VirtualMachine' }) },
  { field: 'spec.target.name', value: () => RANDOM },
];

/**
 * What KubeVirt's webhook writes into a new VirtualMachineInstanceMigration as a whole.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/migration-create-mutator.go
 */
export const MIGRATION_DEFAULTS: readonly MutatingDefault[] = [
  {
    field: 'metadata.labels',
    isUnset: () => true,
    value: ({ parent, given }) => ({ ...parent.labels, 'kubevirt.io/vmi-name': given.spec.vmiName }),
  },
  { field: FINALIZERS, isUnset: () => true, value: finalizersWith('kubevirt.io/migrationJobFinalize') },
];

/**
 * What KubeVirt's webhook writes into the metadata of a new VirtualMachineInstance, given as a whole. The later patch releases of 1.6
 * and 1.7 write the version of the PCI topology too, the earlier ones do not.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/vmi-mutator.go
 */
export const INSTANCE_METADATA_DEFAULTS: readonly MutatingDefault[] = [
  topologyVersion('metadata', ({ given }) => given.spec),
  { field: FINALIZERS, isUnset: () => true, value: finalizersWith('kubevirt.io/foregroundDeleteVirtualMachine') },
];

/** What KubeVirt's webhook writes into the metadata of the template of a new VirtualMachine, given as a whole. */
export const TEMPLATE_METADATA_DEFAULTS: readonly MutatingDefault[] = [
  topologyVersion('spec.template.metadata', ({ given }) => given.spec.template.spec),
];

/** The scheme of PCI addresses that new VMs have; an annotation says it. */
function topologyVersion(metadata: string, specOf: (context: DefaultContext) => Fields): MutatingDefault {
  return {
    field: `${metadata}.annotations`,
    makesParents: true,
    architectures: TOPOLOGY_ARCHITECTURES,
    since: '1.8',
    isUnset: () => true,
    value: (context) => {
      const { type = '' } = specOf(context).domain?.machine ?? {};
      const hasBus = type === '' || type.includes('q35') || type.startsWith('virt');
      return hasBus ? { 'kubevirt.io/pci-topology-version': 'v3', ...context.parent.annotations } : context.parent.annotations;
    },
  };
}

function finalizersWith(finalizer: string) {
  return ({ parent }: DefaultContext) => [...(parent.finalizers ?? []), finalizer];
}
