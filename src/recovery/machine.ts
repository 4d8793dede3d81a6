import { accessModesOf, claimNameOf, KubevirtSource, preferenceOf, purposeOf, runStrategyOf, runStrategyPath } from '../admission';
import { BOOT_SECONDS, GRACE_PERIOD, IntentAnnotation, NODE_FAILURE_TAINTS, secondsOfGoDuration } from '../facts';
import { apiGroup, type ManifestGraph, objectsOf, perGraph, type VirtualMachineView } from '../graph';
import { between, type Duration, presumably } from './event-graph';
import type { Toleration } from './node-lifecycle';
import { annotationHint, annotationPath, assumed, behaviour, field, type Setting, secondsField } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason, Origin, Tuning } from './recovery';
import { StepOrigin } from './step-origin';

/** How long the guest boots until its service answers. */
export interface Boot {
  readonly seconds: Duration;
  readonly origin: Origin;
  readonly assumptions: readonly RecoveryAssumption[];
}

/** The boot of the guest: the slowest that its author names, or a presumed one. */
export function bootOf({ annotations, manifest }: VirtualMachineView): Boot {
  const said = annotations[IntentAnnotation.BOOT_TIME];
  const seconds = secondsOfGoDuration(said);
  if (seconds !== undefined) {
    const says = `boot time ${seconds} s (annotation)`;
    const origin = { kind: StepOrigin.FIELD, says, manifest, path: annotationPath(IntentAnnotation.BOOT_TIME), value: said };
    return { seconds: between(0, seconds), origin, assumptions: [] };
  }
  const say = annotationHint(IntentAnnotation.BOOT_TIME, 'the VM');
  const assumption = { id: 'boot-time', what: `The guest boots within ${BOOT_SECONDS} s until its service answers`, say };
  return { seconds: presumably(0, BOOT_SECONDS), origin: assumed(`boot ${BOOT_SECONDS} s`), assumptions: [assumption] };
}

/** How a VM has ended. */
export type Ending = 'failed' | 'shut down';

/** Why nothing starts the VM again after it has ended; undefined: it is started. */
export function notRestarted(vm: VirtualMachineView, ending: Ending, isCertain = true): NeverReason | undefined {
  const { manifest } = vm;
  if (manifest.kind === 'VirtualMachineInstance') {
    const origin = { kind: StepOrigin.FIELD, says: 'kind VirtualMachineInstance', manifest, path: 'kind', value: manifest.kind };
    const because = 'Nothing recreates a bare VirtualMachineInstance';
    return { id: 'not-restarted', because, change: 'A VirtualMachine with runStrategy: Always would change it.', origin, isCertain };
  }
  const strategy = runStrategyOf(vm);
  if (strategy === undefined || strategy === 'Always' || (strategy === 'RerunOnFailure' && ending === 'failed')) {
    return undefined;
  }
  const value = vm.vmSpec?.runStrategy ?? vm.vmSpec?.running;
  const origin = field(manifest, runStrategyPath(vm), value, '', KubevirtSource.VM_CONTROLLER);
  const isClean = strategy === 'RerunOnFailure';
  return {
    id: isClean ? 'clean-shutdown' : 'not-restarted',
    because: isClean
      ? 'RerunOnFailure takes a guest that has shut down in good order for one that was meant to stop'
      : `The run strategy ${strategy} does not start the VM again`,
    change: 'runStrategy: Always would change it.',
    origin,
    remedy: 'Always',
    isCertain,
  };
}

/** How long the pod of the VM stays on a node that is not reached. */
export function tolerationOf(vm: VirtualMachineView, preset: number): Toleration {
  const [, taint] = NODE_FAILURE_TAINTS;
  const list = objectsOf(vm.spec.tolerations);
  const matching = list.flatMap((toleration, index) => (tolerates(toleration, taint) ? [{ toleration, index }] : []));
  const path = (index: number) => vm.path(`tolerations[${index}].tolerationSeconds`);
  if (matching.length === 0) {
    const origin = field(vm.manifest, vm.path('tolerations'), undefined, `${preset} s`, KubevirtSource.TAINT_EVICTION);
    return {
      seconds: preset,
      origin: { ...origin, says: `tolerationSeconds ${preset} by default` },
    };
  }
  const bySeconds = matching.map(({ toleration, index }) => ({ index, seconds: secondsOfToleration(toleration) }));
  const { index, seconds } = bySeconds.reduce((shortest, other) => (other.seconds < shortest.seconds ? other : shortest));
  const value = list[index].tolerationSeconds;
  const says = seconds === Infinity ? 'no tolerationSeconds: for ever' : `tolerationSeconds ${seconds}`;
  return {
    seconds,
    origin: { ...field(vm.manifest, path(index), value, ''), says, kind: StepOrigin.FIELD, reference: KubevirtSource.TAINT_EVICTION },
  };
}

/** Without seconds it is for ever, and none or less is at once. */
function secondsOfToleration({ tolerationSeconds: seconds }: Record<string, any>): number {
  return typeof seconds === 'number' ? Math.max(0, seconds) : Infinity;
}

const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';

/** Where the VM tolerates the taint for nodes that are out of service; undefined: it does not. */
export function toleratesOutOfService(vm: VirtualMachineView): NeverReason | undefined {
  const list = objectsOf(vm.spec.tolerations);
  const index = list.findIndex((toleration) => tolerates(toleration, OUT_OF_SERVICE) && secondsOfToleration(toleration) === Infinity);
  if (index < 0) {
    return undefined;
  }
  const path = vm.path(`tolerations[${index}]`);
  return {
    id: 'tolerates-out-of-service',
    because: 'The VM tolerates the taint for nodes that are out of service, so its pod is never deleted',
    change: 'A key for the toleration, or another strategy of remediation, would change it.',
    origin: { kind: StepOrigin.FIELD, says: 'a toleration for every taint', manifest: vm.manifest, path, value: list[index] },
    isCertain: true,
  };
}

function tolerates({ key, operator, effect }: Record<string, any>, taint: string): boolean {
  const anyKey = (key === undefined || key === '') && operator === 'Exists';
  return (anyKey || key === taint) && (effect === undefined || effect === '' || effect === 'NoExecute');
}

/** How long a guest has to shut down in. */
export function gracePeriodOf(vm: VirtualMachineView, graph: ManifestGraph): Setting {
  const preferred = preferenceOf(vm, graph)?.preferredTerminationGracePeriodSeconds;
  const preset = typeof preferred === 'number' ? preferred : GRACE_PERIOD.preset;
  const path = vm.path('terminationGracePeriodSeconds');
  return secondsField(vm.manifest, path, vm.spec.terminationGracePeriodSeconds, preset, KubevirtSource.VIRT_HANDLER);
}

export function graceTuning(vm: VirtualMachineView, { seconds }: Setting): Tuning {
  const number = { now: seconds, lowest: Math.min(seconds, GRACE_PERIOD.preset), secondsEach: 1, isDuration: false };
  return { manifest: vm.manifest, path: vm.path('terminationGracePeriodSeconds'), number };
}

/** What holds a VM to its node: a volume that one node at a time can use. */
export interface HeldVolume {
  readonly name: string;
  readonly origin: Origin;
}

/** The volumes of a VM, as to moving to another node. */
export interface VolumesOfMachine {
  /** The first that one node at a time can use; undefined: none, as far as is known. */
  readonly held?: HeldVolume;
  /** Whether it has volumes in the storage of the cluster. */
  readonly hasClaims: boolean;
  readonly assumptions: readonly RecoveryAssumption[];
}

const volumes = perGraph(() => new WeakMap<VirtualMachineView, VolumesOfMachine>());

export function volumesOf(vm: VirtualMachineView, graph: ManifestGraph): VolumesOfMachine {
  const known = volumes(graph);
  const found = known.get(vm) ?? findVolumes(vm, graph);
  known.set(vm, found);
  return found;
}

function findVolumes(vm: VirtualMachineView, graph: ManifestGraph): VolumesOfMachine {
  let held: HeldVolume | undefined;
  const unknown: string[] = [];
  let hasClaims = false;
  for (const [index, volume] of vm.volumes.entries()) {
    const claim = claimNameOf(volume);
    if (claim !== undefined) {
      hasClaims = true;
      const access = accessModesOf(vm, index, graph);
      if (access === undefined) {
        unknown.push(String(volume.name));
      } else if (!access.modes.includes('ReadWriteMany')) {
        const { path, value, modes } = access;
        const says = `volume "${volume.name}" is ${modes.join(', ')}`;
        held ??= { name: String(volume.name), origin: { kind: StepOrigin.FIELD, says, manifest: vm.manifest, path, value } };
      }
    }
  }
  return { held, hasClaims, assumptions: unknown.length === 0 ? [] : [accessAssumption(unknown)] };
}

function accessAssumption(volumes: readonly string[]): RecoveryAssumption {
  const names = volumes.map((name) => `"${name}"`).join(', ');
  const what = `Several nodes can use the ${volumes.length === 1 ? 'volume' : 'volumes'} ${names} at a time`;
  return { id: 'access-modes', what, say: 'accessModes of the claims, or StorageProfiles in the profile' };
}

/** Whether clients reach the VM through a Service, which leaves out pods that are not ready. */
export function isServed(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  const { apiVersion, kind } = vm.manifest;
  // A view of what the manifest would be with another value is not that of the graph.
  const manifest = graph.find(apiGroup({ apiVersion, kind }), kind, vm.namespace, vm.name) ?? vm.manifest;
  const original = graph.virtualMachineOf(manifest) ?? vm;
  return graph
    .servicesInFrontOf(original)
    .some((service) => !service.publishesNotReadyAddresses && purposeOf(service, graph) === 'traffic');
}

export const RESTART_OF_INSTANCE = behaviour('the VM controller', KubevirtSource.VM_CONTROLLER);
