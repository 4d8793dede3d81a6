import {
  type AdmissionContext,
  accessModesOf,
  architectureOf,
  claimNameOf,
  KubevirtSource,
  preferenceOf,
  runStrategyOf,
  runStrategyPath,
  secondsOfToleration,
  secondsUntilFailure,
  type Taint,
  tolerates,
} from '../admission';
import { Architecture } from '../cluster';
import { BOOT_SECONDS, GRACE_PERIOD, IntentAnnotation, NODE_FAILURE_TAINTS, OUT_OF_SERVICE_TAINT, secondsOfGoDuration } from '../facts';
import { isObject, type ManifestGraph, objectsOf, perGraph, type VirtualMachineView } from '../graph';
import { between, type Duration, never, presumably } from './event-graph';
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
  /** Whether its author says how long it takes. */
  readonly isSaid: boolean;
}

/** The boot of the guest: the slowest that its author names, or a presumed one. */
export function bootOf({ annotations, manifest }: VirtualMachineView): Boot {
  const said = annotations[IntentAnnotation.BOOT_TIME];
  const seconds = secondsOfGoDuration(said);
  if (seconds !== undefined) {
    const says = `boot time ${seconds} s (annotation)`;
    const origin = { kind: StepOrigin.FIELD, says, manifest, path: annotationPath(IntentAnnotation.BOOT_TIME), value: said };
    return { seconds: between(0, seconds), origin, assumptions: [], isSaid: true };
  }
  return {
    seconds: presumably(0, BOOT_SECONDS),
    origin: assumed(`boot ${BOOT_SECONDS} s`),
    assumptions: [bootAssumption('')],
    isSaid: false,
  };
}

function bootAssumption(besides: string): RecoveryAssumption {
  const what = `The guest boots within ${BOOT_SECONDS} s until its service answers${besides}`;
  return { id: 'boot-time', what, say: annotationHint(IntentAnnotation.BOOT_TIME, 'the VM') };
}

/** A boot after a start, and why the guest does not get through it, or may not. */
export interface FirstBoot extends Boot {
  readonly never?: NeverReason;
}

/** The boot of a new instance: its liveness probe asks meanwhile, and stops a guest that takes longer than it waits, each time. */
export function firstBootOf(vm: VirtualMachineView): FirstBoot {
  const boot = bootOf(vm);
  const paused = startsPaused(vm);
  if (paused !== undefined) {
    return { ...boot, seconds: never(paused), never: paused };
  }
  const { livenessProbe } = vm.spec;
  // The agent of the guest answers before its service does: nobody says when.
  const deadline = isObject(livenessProbe) && !isObject(livenessProbe.guestAgentPing) ? secondsUntilFailure(livenessProbe) : Infinity;
  const { best, worst } = boot.seconds;
  if (worst <= deadline) {
    return boot;
  }
  if (!boot.isSaid) {
    return { ...boot, assumptions: [bootAssumption(`, and before its liveness probe gives up, ${deadline} s after the start`)] };
  }
  const reason = stoppedBooting(vm, livenessProbe, deadline, worst);
  return { ...boot, seconds: { best, worst: Infinity, certain: deadline }, never: reason };
}

function stoppedBooting(vm: VirtualMachineView, probe: Record<string, any>, deadline: number, boot: number): NeverReason {
  const path = vm.path('livenessProbe.initialDelaySeconds');
  return {
    id: 'liveness-kills-boot',
    because: `The liveness probe gives up ${deadline} s after the start, and the guest may take ${boot} s to boot: it is stopped again and again`,
    change: `initialDelaySeconds: ${boot} of the livenessProbe would change it.`,
    origin: field(vm.manifest, path, probe.initialDelaySeconds, '0 s', KubevirtSource.PROBE_RENDERING),
    remedy: boot,
    isCertain: false,
  };
}

function startsPaused(vm: VirtualMachineView): NeverReason | undefined {
  const { startStrategy } = vm.spec;
  const path = vm.path('startStrategy');
  return startStrategy === 'Paused'
    ? {
        id: 'starts-paused',
        because: 'The VM starts paused, and waits for somebody to unpause it',
        change: `The removal of ${path} would change it.`,
        origin: field(vm.manifest, path, startStrategy, '', KubevirtSource.API_TYPES),
        isCertain: true,
      }
    : undefined;
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
  if (strategy === undefined || strategy === 'Always' || strategy === HALTED || (strategy === 'RerunOnFailure' && ending === 'failed')) {
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

const HALTED = 'Halted';

/**
 * What is taken for granted of a VM that does not run: who starts it makes its run strategy another one.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-api/rest/lifecycle.go
 */
export function runningAssumption(vm: VirtualMachineView): RecoveryAssumption[] {
  const what = 'Somebody has started the VM, which makes its run strategy Always: as it is, it does not run';
  return runStrategyOf(vm) === HALTED ? [{ id: 'started', what, say: 'runStrategy' }] : [];
}

/** How long the pod of the VM stays on a node that is not reached. */
export function tolerationOf(vm: VirtualMachineView, preset: number): Toleration {
  const origin = field(vm.manifest, vm.path('tolerations'), undefined, `${preset} s`, KubevirtSource.TAINT_EVICTION);
  return tolerationOfTaint(vm, UNREACHABLE) ?? { seconds: preset, origin: { ...origin, says: `tolerationSeconds ${preset} by default` } };
}

/** The shortest of the tolerations for a taint counts; undefined: there is none. */
function tolerationOfTaint(vm: VirtualMachineView, taint: Taint): Toleration | undefined {
  const list = objectsOf(vm.spec.tolerations);
  const matching = list.flatMap((toleration, index) =>
    tolerates(toleration, taint) ? [{ index, seconds: secondsOfToleration(toleration) }] : [],
  );
  const [first, ...others] = matching;
  if (first === undefined) {
    return undefined;
  }
  const { index, seconds } = others.reduce((shortest, other) => (other.seconds < shortest.seconds ? other : shortest), first);
  const value = list[index].tolerationSeconds;
  const says = seconds === Infinity ? 'no tolerationSeconds: for ever' : `tolerationSeconds ${seconds}`;
  const origin = field(vm.manifest, vm.path(`tolerations[${index}].tolerationSeconds`), value, '');
  return { seconds, origin: { ...origin, says, kind: StepOrigin.FIELD, reference: KubevirtSource.TAINT_EVICTION } };
}

const UNREACHABLE = { key: NODE_FAILURE_TAINTS[1], effect: 'NoExecute' };

/** How long the pod of the VM stays on a node with the taint for nodes that are out of service: it is removed at once as a rule. */
export function outOfServiceToleration(vm: VirtualMachineView): Toleration {
  return tolerationOfTaint(vm, OUT_OF_SERVICE_TAINT) ?? { seconds: 0, origin: behaviour('no toleration', KubevirtSource.TAINT_EVICTION) };
}

/** Where the VM tolerates, for ever, all taints that remove pods from a node that is out of service; undefined: some taint removes it. */
export function toleratesOutOfService(vm: VirtualMachineView): NeverReason | undefined {
  const { seconds, origin } = outOfServiceToleration(vm);
  const unreachable = tolerationOfTaint(vm, UNREACHABLE)?.seconds;
  return seconds < Infinity || unreachable !== Infinity
    ? undefined
    : {
        id: 'tolerates-out-of-service',
        because: 'The VM tolerates a lost node, and the taint for nodes that are out of service, for ever, so its pod is never deleted',
        change: 'tolerationSeconds, or another strategy of remediation, would change it.',
        origin,
        isCertain: true,
      };
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

/**
 * Whether the guest has the power button by which it is asked to shut down: on s390x there is none.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-handler/vm.go (isACPIEnabled)
 */
export function hasAcpi(vm: VirtualMachineView, context: AdmissionContext): boolean {
  return vm.domain.features?.acpi?.enabled ?? architectureOf(vm, context) !== Architecture.S390X;
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

export const RESTART_OF_INSTANCE = behaviour('the VM controller', KubevirtSource.VM_CONTROLLER);
