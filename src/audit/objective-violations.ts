import type { ClusterProfile } from '../cluster';
import { FAILURE_WORDS, type FailureClass, IntentAnnotation, valueText } from '../facts';
import { displayName, perGraph, type VirtualMachineView } from '../graph';
import {
  type Change,
  type Objective,
  objectivesOf,
  type Recovery,
  type RecoveryStep,
  type RecoveryVerdict,
  recoveryOf,
  remedyFor,
  verdictOf,
} from '../recovery';
import { NOT_APPLICABLE, type Outcome, type RuleContext, type Violation } from './rule';

/** A recovery with its objective. */
interface Judged {
  readonly recovery: Recovery;
  readonly objective: Objective;
  readonly verdict: RecoveryVerdict;
}

/** The objectives of a VM with a verdict, those together that one cause decides. */
export function objectiveViolations(vm: VirtualMachineView, context: RuleContext, verdict: RecoveryVerdict): Outcome {
  const judged = judgedObjectives(vm, context);
  if (judged.length === 0) {
    return NOT_APPLICABLE;
  }
  return byCause(judged.filter((miss) => miss.verdict === verdict)).map((together) => violation(vm, together, context));
}

const known = perGraph(() => new WeakMap<VirtualMachineView, { cluster: ClusterProfile; judged: readonly Judged[] }>());

/** Two rules ask for the same. */
function judgedObjectives(vm: VirtualMachineView, { graph, cluster }: RuleContext): readonly Judged[] {
  const before = known(graph).get(vm);
  if (before?.cluster === cluster) {
    return before.judged;
  }
  const judged = objectivesOf(vm, graph, cluster).map((objective) => {
    const recovery = recoveryOf(vm, objective.failure, graph, cluster);
    return { objective, recovery, verdict: verdictOf(recovery, objective) };
  });
  known(graph).set(vm, { cluster, judged });
  return judged;
}

function byCause(misses: readonly Judged[]): Judged[][] {
  const groups = new Map<string, Judged[]>();
  for (const miss of misses) {
    const { path } = miss.objective;
    const { never } = miss.recovery;
    const decisive = never === undefined ? costliest(miss.recovery) : never;
    const key = JSON.stringify([path, decisive.id, decisive.origin.manifest?.metadata?.name, decisive.origin.path]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(miss);
  }
  return [...groups.values()];
}

/** The step of the critical path that takes longest. */
function costliest({ steps }: Recovery): RecoveryStep {
  const seconds = ({ duration }: RecoveryStep) => duration.worst ?? Number.POSITIVE_INFINITY;
  return steps.filter(({ isCritical }) => isCritical).reduce((longest, other) => (seconds(other) > seconds(longest) ? other : longest));
}

function violation(vm: VirtualMachineView, together: readonly Judged[], context: RuleContext): Violation {
  const longest = together.reduce((one, other) =>
    (other.recovery.outage.worst ?? Infinity) > (one.recovery.outage.worst ?? Infinity) ? other : one,
  );
  const { recovery, objective } = longest;
  const failures = inWords(together.map(({ objective: { failure } }) => FAILURE_WORDS[failure]));
  const message =
    recovery.never === undefined
      ? `after ${failures} the VM may be down for ${recovery.outage.worst} s (best ${recovery.outage.best} s)${assumed(recovery)}; the longest step is that ${stepInWords(costliest(recovery))}`
      : `after ${failures} the VM ${recovery.never.isCertain ? 'does' : 'may'} not come back: ${uncapitalized(recovery.never.because)}`;
  return { manifest: vm.manifest, path: objective.path, value: objective.value, message, remedy: remedyOf(vm, together, context) };
}

function stepInWords({ what, origin, duration }: RecoveryStep): string {
  const where = origin.manifest === undefined ? '' : ` of ${displayName(origin.manifest)}`;
  return `${uncapitalized(what)}: ${duration.worst} s, ${origin.says}${where}`;
}

const LISTED_ASSUMPTIONS = ['boot-time', 'kubernetes-release', 'watchdog-timeout', 'workers', 'template'];

/** What decides the number, and could be said. */
function assumed({ steps }: Recovery): string {
  const found = steps
    .filter(({ isCritical }) => isCritical)
    .flatMap(({ assumptions }) => assumptions.filter(({ id }) => LISTED_ASSUMPTIONS.includes(id)));
  const texts = found.map(({ what, say }) => `${uncapitalized(what)}${say === undefined ? '' : ` (else say it: ${say})`}`);
  return found.length === 0 ? '' : `, assumed that ${inWords([...new Set(texts)])}`;
}

/** Changes that were tried, and the objective that is kept without them. */
function remedyOf(vm: VirtualMachineView, together: readonly Judged[], { graph, cluster }: RuleContext): string {
  const objectives = new Map<FailureClass, number>(together.map(({ objective: { failure, seconds } }) => [failure, seconds]));
  const { changes, isEnough, outage } = remedyFor(vm, objectives, graph, cluster);
  const bounds = together.map(({ recovery }) => recovery.outage.worst ?? Infinity);
  const bound = Math.max(...bounds);
  const raise = Number.isFinite(bound)
    ? `raise the objective to ${Math.ceil(bound)} s`
    : `accept the loss: annotation ${IntentAnnotation.ACCEPTED_LOSSES}`;
  if (isEnough) {
    return `${changesInWords(vm, changes)}, or ${raise}.`;
  }
  const never = together.find(({ recovery }) => recovery.never !== undefined)?.recovery.never;
  if (outage === undefined && never !== undefined) {
    return `${never.change} Or ${raise}.`;
  }
  return changes.length === 0 || outage === undefined
    ? `No field of these objects shortens it: ${raise}.`
    : `${changesInWords(vm, changes)}, and raise the objective to ${Math.ceil(outage)} s: no field of these objects shortens it further.`;
}

function changesInWords(vm: VirtualMachineView, changes: readonly Change[]): string {
  const words = changes.map(({ manifest, path, value }) => {
    const of = manifest === vm.manifest ? '' : ` of ${displayName(manifest)}`;
    return `${path}${of} to ${valueText(value)}`;
  });
  return `Set ${inWords(words)}`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function uncapitalized(sentence: string): string {
  return /^[A-Z][a-z]* /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
