import { isObject, objectsOf } from '../../graph';
import type { DefaultContext, Fields, MutatingDefault } from './mutating-default';

const HYPERV = 'domain.features.hyperv';

/** Features that are on when their object is there and does not say otherwise. */
const FEATURES = [
  'relaxed',
  'vapic',
  'spinlocks',
  'vpindex',
  'runtime',
  'synic',
  'synictimer',
  'synictimer.direct',
  'reset',
  'vendorid',
  'frequencies',
  'reenlightenment',
  'tlbflush',
  'tlbflush.direct',
  'tlbflush.extended',
  'ipi',
  'evmcs',
];

/** What each feature of Hyper-V needs, leaves first: it is switched on where nobody has said anything of it. */
export const HYPERV_NEEDS = [
  { feature: 'evmcs', needed: 'vapic' },
  { feature: 'ipi', needed: 'vpindex' },
  { feature: 'tlbflush', needed: 'vpindex' },
  { feature: 'synictimer', needed: 'synic' },
  { feature: 'synic', needed: 'vpindex' },
] as const;

/**
 * What KubeVirt's webhook writes about features of Hyper-V.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/defaults/hyperv.go
 */
export const HYPERV_DEFAULTS: readonly MutatingDefault[] = [
  ...FEATURES.map((feature): MutatingDefault => ({ field: `${HYPERV}.${feature}.enabled`, value: () => true })),
  { field: `${HYPERV}.spinlocks.spinlocks`, value: ({ parent }) => (parent.enabled === true ? 4096 : undefined) },
  ...HYPERV_NEEDS.map(
    ({ feature, needed }): MutatingDefault => ({
      field: `${HYPERV}.${needed}`,
      value: ({ parent }) => (isOn(parent[feature]) ? { enabled: true } : undefined),
    }),
  ),
  { field: 'domain.cpu.features', isUnset: () => true, makesParents: true, value: featuresWithVmx },
];

function isOn(feature: unknown): boolean {
  return isObject(feature) && feature.enabled !== false;
}

/** Nested virtualization of Hyper-V needs the CPU feature vmx. */
function featuresWithVmx({ spec }: DefaultContext): unknown {
  const hyperv = spec.domain?.features?.hyperv;
  if (!isOn(hyperv?.evmcs) || HYPERV_NEEDS.some(({ feature, needed }) => isOn(hyperv[feature]) && hyperv[needed]?.enabled === false)) {
    return undefined;
  }
  const features: Fields[] = objectsOf(spec.domain.cpu?.features);
  const others = features.map((feature) => (feature.name === 'vmx' ? { ...feature, policy: 'require' } : feature));
  return features.some(({ name }) => name === 'vmx') ? others : [...features, { name: 'vmx', policy: 'require' }];
}
