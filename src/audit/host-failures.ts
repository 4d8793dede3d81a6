import {
  type AddedHosts,
  amountText,
  type CapacityAnswers,
  capacityAnswers,
  FailureModel,
  Hindrance,
  hostsToAdd,
  type Loss,
  type LossAnswer,
  lossText,
  misfitTexts,
  Verdict,
} from '../capacity';
import { counted, ZONE_LABEL } from '../facts';
import type { ManifestGraph, VirtualMachineView } from '../graph';
import { NOT_APPLICABLE, type Outcome, type RuleContext, type Violation } from './rule';

/** Where it is read what the answers rest upon. */
export const CAPACITY_REFERENCES = [
  'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/capacity.md',
  'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
];

/** A cluster that says how many of its hosts may fail, and what happens when they do. */
interface Judged {
  readonly model: FailureModel;
  readonly answers: CapacityAnswers;
  readonly hostFailures: number;
}

const judged = new WeakMap<ManifestGraph, Judged | typeof NOT_APPLICABLE>();

/** Both rules ask for the same answers, which take a while. */
function judge(context: RuleContext): Judged | typeof NOT_APPLICABLE {
  const { graph, cluster } = context;
  if (!judged.has(graph)) {
    const hostFailures = cluster.hostFailuresTolerated;
    const model = hostFailures === undefined || graph.ofKind('', 'Node').length === 0 ? undefined : new FailureModel(context);
    const isEmpty = model === undefined || model.model.hosts.length === 0 || model.model.pods.length + model.model.unknown.length === 0;
    judged.set(
      graph,
      isEmpty || hostFailures === undefined ? NOT_APPLICABLE : { model, hostFailures, answers: capacityAnswers(model, hostFailures) },
    );
  }
  return judged.get(graph);
}

/** What certainly does not fit when as many hosts are lost as may fail. */
export function certainMisfits(context: RuleContext): Outcome {
  const found = judge(context);
  if (found === NOT_APPLICABLE) {
    return NOT_APPLICABLE;
  }
  const { now, hosts } = found.answers;
  return violations([[now, ...hosts].filter(isCertainMisfit)], false, found, context);
}

/** What may not fit then, and what does not fit when a zone is lost. */
export function possibleMisfits(context: RuleContext): Outcome {
  const found = judge(context);
  if (found === NOT_APPLICABLE) {
    return NOT_APPLICABLE;
  }
  const { now, hosts, zones, tooManySetsOf } = found.answers;
  const open = (answer: LossAnswer) => answer.verdict !== Verdict.FITS && !isCertainMisfit(answer);
  const notLooked = tooManySetsOf === undefined ? [] : notLookedAt(found, tooManySetsOf);
  return [
    ...violations([[now, ...hosts].filter(open)], false, found, context),
    ...violations([zones.filter(({ verdict }) => verdict !== Verdict.FITS)], true, found, context),
    ...notLooked,
  ];
}

/** Where others made room and found another place, all run again. */
function isCertainMisfit({ verdict, isCertain, left, preempted }: LossAnswer): boolean {
  return verdict === Verdict.DOES_NOT_FIT && isCertain && left.length + preempted.length > 0;
}

/** One violation for cases of a kind: the worst of them, and how many others there are. */
function violations(kinds: readonly (readonly LossAnswer[])[], ofZones: boolean, found: Judged, context: RuleContext): Violation[] {
  return kinds.flatMap((cases) => {
    const [worst, ...others] = [...cases].sort(byWeight);
    const vm = worst && blamed(worst, found);
    if (worst === undefined || vm === undefined) {
      return [];
    }
    const wanted = { hostFailures: found.hostFailures, withZones: ofZones };
    return [
      {
        ...sizeOf(vm),
        message: `${caseText(worst)}${misfitTexts(worst).join('; ')}${othersText(others)}`,
        remedy: remedyFor(worst, hostsToAdd(context, found.model, wanted)),
      },
    ];
  });
}

function byWeight(one: LossAnswer, other: LossAnswer): number {
  const weight = ({ left, preempted }: LossAnswer) => left.length + preempted.length;
  return weight(other) - weight(one) || (other.shortOf?.amount ?? 0) - (one.shortOf?.amount ?? 0);
}

function caseText({ loss }: LossAnswer): string {
  return loss.hosts.length === 0 ? 'with nothing lost, ' : `when ${lossText(loss)} ${areLost(loss)}, `;
}

function areLost({ hosts, zone }: Loss): string {
  return hosts.length === 1 || zone !== undefined ? 'is lost' : 'are lost';
}

function othersText(others: readonly LossAnswer[]): string {
  const [first, ...rest] = others.map(({ loss }) => (loss.hosts.length === 0 ? 'nothing' : lossText(loss)));
  const more = rest.length === 0 ? '' : `, and in ${counted(rest.length, 'other case')}`;
  return first === undefined ? '' : `; not all fit either with ${first} lost${more}`;
}

/** The VM that has to change: the first that finds no host, or else one that may not. */
function blamed({ left, preempted, placed }: LossAnswer, { model }: Judged): VirtualMachineView | undefined {
  const names = [...left, ...preempted, ...placed].map(({ vm }) => vm);
  const { pods, unknown } = model.model;
  const declared = pods.flatMap(({ pod }) => (pod.vm === undefined ? [] : { name: pod.name, vm: pod.vm }));
  const found = names.flatMap((name) => declared.find((pod) => pod.name === name) ?? []);
  return [...found, ...unknown, ...declared][0]?.vm;
}

/** Where a VM says how much it asks for. */
function sizeOf(vm: VirtualMachineView): Pick<Violation, 'manifest' | 'path' | 'value'> {
  const { manifest, domain, vmSpec } = vm;
  const places: readonly (readonly [path: string, value: unknown])[] = [
    [vm.path('domain.resources.requests.memory'), domain.resources?.requests?.memory],
    [vm.path('domain.memory.guest'), domain.memory?.guest],
    [vm.vmFieldPath('instancetype.name'), vmSpec?.instancetype?.name],
  ];
  const [path, value] = places.find(([, found]) => found !== undefined) ?? [vm.path('domain.memory.guest'), undefined];
  return { manifest, path, value };
}

function remedyFor({ left, preempted, reasons, loss }: LossAnswer, added: AddedHosts | undefined): string {
  const hindrances = new Set([...left, ...preempted].map(({ hindrance }) => hindrance));
  const [largest] = left.filter(({ needs }) => needs !== undefined).sort((one, other) => (other.needs as number) - (one.needs as number));
  return [
    ...(added === undefined ? [] : [`Add ${counted(added.count, 'host')} like ${added.like}: everything fits then.`]),
    ...(added === undefined && largest?.resource !== undefined && loss.hosts.length > 0
      ? [`Keep ${amountText(largest.resource, largest.needs as number)} free on one of the other hosts, or make VMs smaller.`]
      : []),
    ...(added === undefined && largest?.resource !== undefined && loss.hosts.length === 0 ? ['Add hosts, or make VMs smaller.'] : []),
    ...(hindrances.has(Hindrance.VMS) ? ['Prefer what is required of the places of VMs, or add hosts.'] : []),
    ...(hindrances.has(Hindrance.NODE)
      ? [
          `Let the VM run on other hosts too: its selectors, its tolerations, and storage that reaches beyond one host or one ${ZONE_LABEL}.`,
        ]
      : []),
    ...(left.length === 0 && reasons.length > 0 && added === undefined ? ['Leave more free, or divide large VMs.'] : []),
  ].join(' ');
}

function notLookedAt({ model }: Judged, count: number): Violation[] {
  const [vm] = model.model.pods.flatMap(({ pod }) => pod.vm ?? []);
  const message = `there are too many sets of ${count} hosts to look at each`;
  return vm === undefined ? [] : [{ ...sizeOf(vm), message, remedy: 'Set hostFailuresTolerated of the ClusterProfile to less.' }];
}
