import { InstanceAnnotation } from '../facts';
import { objectsOf, VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';
import { GATED_FIELD_NAMES } from './gated-fields';
import { gatedInstanceFeatures } from './gated-instance-features';
import { instancetypeOf, preferenceOf } from './instancetype';
import { Stage } from './stage';

const RECEIVER = 'WaitAsReceiver';

/** Words of which a VM has at least one when it uses a feature behind a gate. */
export const GATED_FEATURE_WORDS: readonly string[] = [
  ...GATED_FIELD_NAMES,
  ...Object.values(InstanceAnnotation),
  RECEIVER,
  'architecture',
  'cdrom',
  'filesystems',
  'gpus',
  'instancetype',
  'launchSecurity',
  'passtBinding',
  'portRanges',
  'preference',
];

/** The features behind a gate that a VM uses. */
export function gatedFeatures(vm: VirtualMachineView, context: AdmissionContext): GatedFeature[] {
  const own = [...gatedInstanceFeatures(vm, context), ...waitAsReceiver(vm, context)];
  const brought = [
    ...broughtFeatures(vm, context, 'instancetype', instancetypeOf(vm, context.graph)),
    ...broughtFeatures(vm, context, 'preference', preferenceOf(vm, context.graph)),
  ];
  return [...own, ...brought.filter(({ gate }) => !own.some((feature) => feature.gate === gate))];
}

function waitAsReceiver(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  const value = vm.vmSpec?.runStrategy;
  return value === RECEIVER && cluster.atLeast('1.6')
    ? [{ gate: 'DecentralizedLiveMigration', path: vm.vmFieldPath('runStrategy'), value }]
    : [];
}

/** What an instance type or a preference makes of the instance: the webhook judges a VM with it, and a pool without. */
function broughtFeatures(
  vm: VirtualMachineView,
  context: AdmissionContext,
  by: 'instancetype' | 'preference',
  made: Record<string, any> | undefined,
): GatedFeature[] {
  if (made === undefined) {
    return [];
  }
  const { annotations, launchSecurity } = made;
  const [hostDevices, gpus] = [made.hostDevices, made.gpus].map((devices) => (objectsOf(devices).length > 0 ? devices : undefined));
  const spec = { architecture: vm.architecture, domain: { launchSecurity, devices: { hostDevices, gpus } } };
  const instance = new VirtualMachineView(vm.manifest, 'spec', undefined, { metadata: { annotations }, spec });
  const gates = new Set(gatedInstanceFeatures(instance, context).map(({ gate }) => gate));
  const feature = `what this ${by === 'preference' ? by : 'instance type'} brings`;
  const isPool = vm.manifest.kind === 'VirtualMachinePool';
  const later = isPool ? { stage: Stage.START, consequence: 'the pool is accepted, but its VMs are refused' } : undefined;
  return [...gates].map((gate) => ({ gate, feature, path: vm.vmFieldPath(`${by}.name`), value: vm.vmSpec?.[by].name, later }));
}
