import { type ApiObject, Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { rootOf } from '../cluster/root';
import { Arguments } from '../errors';
import { FAILURE_CLASSES, FAILURE_WORDS, printable } from '../facts';
import type { FailureClass } from '../facts/failure-classes';
import type { VirtualMachineView } from '../graph';
import { type Recovery as Answer, objectivesOf, recoveryOf, type RecoveryStep as Step, verdictOf } from '../recovery';
import type { NeverReason, RecoveryAssumption } from '../recovery/reasons';
import type { RecoveryVerdict } from '../recovery/recovery-verdict';
import { constructOf, referenceTo } from './check-result';
import type { ObjectReference } from './finding';
import { JudgedApp } from './judged-app';
import type { RecoveryStep } from './recovery-step';

/**
 * How long a VM is down after a failure, and why: for tests that hold a design to what it promises. The manifests of the whole app are
 * judged, as they come out after JSON patches, as the rules `recovery-objective-missed` and `recovery-objective-at-risk` judge them.
 *
 * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/recovery.md
 */
export class Recovery {
  /**
   * How long each VM below a construct is down after each failure: VM by VM, in the order of `FailureClass`. Pools of VMs and plain
   * ApiObjects are among them. The app is rendered once for all of them, and nothing is kept.
   *
   * @param scope an app, a chart, or any other construct
   * @throws when an object of the app cannot be rendered (`app-not-rendered`)
   */
  public static of(scope: IConstruct): Recovery[] {
    const app = new JudgedApp(rootOf(scope));
    return [...app.vms].flatMap(([apiObject, vm]) =>
      apiObject.node.scopes.includes(scope) ? FAILURE_CLASSES.map((failure) => answered(apiObject, vm, failure, app)) : [],
    );
  }

  /** @internal */
  public static _ofObject(apiObject: ApiObject, failure: FailureClass): Recovery {
    const app = new JudgedApp(rootOf(apiObject));
    return answered(apiObject, app.vmOf(apiObject), failure, app);
  }

  /** @internal */
  public static _answer(fields: RecoveryFields): Recovery {
    return new Recovery(fields);
  }

  /** The VM, or the pool of VMs. */
  public readonly vm: ObjectReference;
  /** Path of the construct that it comes from, e.g. `shop/web`. */
  public readonly constructPath: string;
  /** What fails. */
  public readonly failure: FailureClass;
  /** Whether the VM comes back in the worst case too. */
  public readonly isBounded: boolean;
  /** Why it does not, or may not. Not set: it does. */
  public readonly never?: NeverReason;
  /** The longest outage that is accepted after this failure. Not set: nobody says one. */
  public readonly objective?: Duration;
  /** Whether the objective is kept. Not set: there is none. */
  public readonly verdict?: RecoveryVerdict;
  /** All that happens, in the order in which it begins. */
  public readonly steps: RecoveryStep[];
  /** The steps that make the worst case, one after the other. */
  public readonly criticalPath: RecoveryStep[];
  /** What neither the manifests nor the ClusterProfile tell, and was taken for granted. */
  public readonly assumptions: RecoveryAssumption[];
  /** The node, or the zone, where it takes longest. Not set: the ClusterProfile has no nodes, or it does not depend on them. */
  public readonly place?: string;

  private readonly outage: Answer['outage'];

  private constructor(fields: RecoveryFields) {
    this.vm = fields.vm;
    this.constructPath = fields.constructPath;
    this.failure = fields.failure;
    this.outage = fields.outage;
    this.isBounded = fields.outage.worst !== undefined;
    this.never = fields.never;
    this.objective = fields.objective;
    this.verdict = fields.verdict;
    this.steps = fields.steps;
    this.criticalPath = fields.criticalPath;
    this.assumptions = fields.assumptions;
    this.place = fields.place;
  }

  /**
   * The longest outage: the failure comes at the worst moment, and each component takes as long as it may. From when the service stops
   * answering until it answers again; zero: it does not stop. Whole seconds, rounded up.
   *
   * @throws when the VM may never come back (`recovery-unbounded`), with the reason: `isBounded` tells before
   */
  public get worst(): Duration {
    return this.bound('worst', Math.ceil);
  }

  /**
   * The shortest outage: all goes as well as it can. Whole seconds, rounded down.
   *
   * @throws when the VM never comes back (`recovery-unbounded`), with the reason
   */
  public get best(): Duration {
    return this.bound('best', Math.floor);
  }

  private bound(name: 'best' | 'worst', rounded: (seconds: number) => number): Duration {
    const seconds = this.outage[name];
    if (seconds !== undefined) {
      return Duration.seconds(rounded(seconds));
    }
    const { because, change } = this.never ?? { because: 'nothing brings it back', change: '' };
    const rule = `after ${FAILURE_WORDS[this.failure]} the VM may not come back: ${because}`;
    return new Arguments(this.constructPath).refuse('recovery-unbounded', name, 'never', rule, change);
  }
}

/** What is known of a recovery. */
interface RecoveryFields
  extends Pick<
    Recovery,
    'vm' | 'constructPath' | 'failure' | 'never' | 'objective' | 'verdict' | 'steps' | 'criticalPath' | 'assumptions' | 'place'
  > {
  readonly outage: Answer['outage'];
}

function answered(apiObject: ApiObject, vm: VirtualMachineView, failure: FailureClass, { graph, cluster }: JudgedApp): Recovery {
  const answer = recoveryOf(vm, failure, graph, cluster);
  const objective = objectivesOf(vm, graph, cluster).find((one) => one.failure === failure);
  const { outage, never, criticalPath, assumptions, place } = answer;
  const steps = answer.steps.map(stepOf);
  return Recovery._answer({
    vm: referenceTo(vm.manifest),
    constructPath: constructOf(apiObject).node.path,
    failure,
    outage,
    never: never && {
      id: never.id,
      because: printable(never.because),
      change: printable(never.change),
      isCertain: never.isCertain,
    },
    objective: objective && Duration.seconds(objective.seconds),
    verdict: objective && verdictOf(answer, objective),
    steps,
    criticalPath: criticalPath.flatMap((id) => steps.find((step) => step.id === id) ?? []),
    assumptions: assumptions.map(({ id, what, say }) => ({ id, what: printable(what), say: say && printable(say) })),
    place,
  });
}

function stepOf({ id, actor, what, begin, duration, isCritical, origin }: Step): RecoveryStep {
  const { kind, says, manifest, path, reference } = origin;
  return {
    id,
    actor: printable(actor),
    what: printable(what),
    begin: begin.worst,
    best: duration.best,
    worst: duration.worst,
    isCritical,
    origin: kind,
    decidedBy: printable(says),
    object: manifest && referenceTo(manifest),
    manifestPath: path,
    reference,
  };
}
