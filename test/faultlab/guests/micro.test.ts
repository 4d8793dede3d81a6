import { execFileSync } from 'node:child_process';
import type { Interval } from '../../../src/recovery';
import { writeProof } from '../../support/proof';
import { bootOf, describeGuests, isQuickRun, versionOf } from '../lab';
import { measureBoots, type Observation, observe } from '../observation';
import { type Prediction, predict } from '../prediction';
import { type FaultCase, MICRO_CASES } from './micro-cases';

const CASES = isQuickRun() ? MICRO_CASES.filter(({ isQuick }) => isQuick) : MICRO_CASES;
/** How long one looks for what never comes: the watchdogs and probes of these VMs are quicker by far. */
const LOOK_FOR_NEVER = 12;
/** How long one waits for what has to come: it is held to its bounds, however long the machine takes. */
const LOOK_FOR_ANSWER = 240;
/** What a boot may take more of a processor than another: caches are shared. */
const BOOT_SPREAD = 1.5;
/** How late the lab hears of something on a machine that has nothing else to do, in seconds: it polls, and a console is slow. */
const HEARD_LATE = 0.3;

describeGuests('micro', 'faults in a guest', () => {
  const rows: (string | number)[][] = [];
  let boot: number;

  beforeAll(async () => {
    boot = await measureBoots(CASES[0].manifests, optionsOf(CASES[0]));
    process.stdout.write(`the guest boots in ${boot.toFixed(1)} s where it has a processor for itself\n`);
  }, 600_000);

  afterAll(() => {
    const proof = {
      suite: 'faults',
      title: 'Faults in guests',
      against: [qemuVersion(), `${versionOf('micro')} with busybox`],
      columns: [
        'fault',
        'VM',
        'noticed by',
        'predicted (s)',
        'observed (s)',
        'phase',
        'answers again: predicted (s)',
        'observed (s)',
        'QEMU told',
      ],
      rows,
      notes: [
        'Seconds since the fault. QEMU and the guest are real; what libvirt and KubeVirt make of them is their rule, read in their sources; that of libvirt is held against itself elsewhere. ' +
          'Each pod takes 5 s to start, the least that is predicted. The predicted boot is a boot of the same guest without a fault.',
      ],
    };
    // Some of them are no proof of all.
    if (rows.length === MICRO_CASES.length) {
      writeProof(proof);
    }
  });

  test.each(CASES.map((fault) => [`${fault.fault.name} · ${fault.vm}`, fault] as const))(
    '%s',
    async (_, faultCase) => {
      const expected = predict(faultCase.manifests, faultCase.failure, boot * BOOT_SPREAD);
      const seconds = expected.outage.worst === undefined || !isNoticed(faultCase) ? LOOK_FOR_NEVER : LOOK_FOR_ANSWER;
      const observed = await observe(faultCase.manifests, optionsOf(faultCase), faultCase.fault, { seconds });
      const bound = predict(faultCase.manifests, faultCase.failure, boot * BOOT_SPREAD + (observed.boot?.waited ?? 0));
      rows.push(rowOf(faultCase, bound, observed));
      process.stdout.write(`${rows[rows.length - 1].join(' | ')}\n`);
      try {
        compare(faultCase, bound, observed);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${observed.log}`);
      }
    },
    600_000,
  );
});

function optionsOf({ files, words = [] }: FaultCase) {
  return { boot: bootOf('micro', 'mitigations=off', ...words), files };
}

/** Whether anybody notices who is there. */
function isNoticed({ lacks, goesOn }: FaultCase): boolean {
  return lacks === undefined && goesOn !== true;
}

function compare({ lacks, goesOn }: FaultCase, expected: Prediction, observed: Observation): void {
  const { noticed, noticedBy, phase, answered, isUp } = observed;
  const late = HEARD_LATE + observed.late;
  if (goesOn) {
    expect({ noticed, phase, isUp }).toEqual({ noticed: undefined, phase: 'Running', isUp: true });
  } else if (lacks !== undefined) {
    expect(expected.assumptions).toContain(lacks);
    expect({ noticed, phase, answered, isUp }).toEqual({ noticed: undefined, phase: 'Running', answered: undefined, isUp: false });
  } else {
    expect({ phase, isUp }).toEqual({ phase: expected.phase, isUp: expected.outage.worst !== undefined });
    expect(differs(expected.outage, answered, late)).toBe('');
    // A watchdog may notice what it does nothing about.
    if (Number.isFinite(expected.noticed.worst)) {
      expect(expected.noticedBy.filter((actor) => noticedBy.includes(actor))).not.toEqual([]);
      expect(differs(expected.noticed, noticed, late)).toBe('');
    }
  }
}

/** What is wrong with a time; empty: it is within its bounds. */
function differs({ best = 0, worst = Infinity }: Interval, seconds: number | undefined, late: number): string {
  if (seconds === undefined) {
    return Number.isFinite(worst) ? `not seen, predicted up to ${worst} s` : '';
  }
  const isWithin = seconds >= best - late && seconds <= worst + late && Number.isFinite(worst);
  return isWithin ? '' : `${seconds.toFixed(2)} s, predicted ${best} to ${worst} s, seen up to ${late.toFixed(2)} s late`;
}

function rowOf({ fault, vm, lacks, goesOn }: FaultCase, expected: Prediction, observed: Observation): string[] {
  const nobody = lacks === undefined ? 'nobody' : `nobody: not ${lacks}`;
  const isExpected = lacks === undefined && !goesOn;
  return [
    fault.name,
    vm,
    observed.noticedBy.join(', ') || nobody,
    isExpected ? interval(expected.noticed) : 'never',
    time(observed.noticed),
    observed.phase,
    goesOn ? 'goes on' : isExpected ? interval(expected.outage) : 'never',
    observed.isUp && observed.answered === undefined ? 'goes on' : time(observed.answered),
    observed.told.map(({ at, what }) => `${what} +${at.toFixed(1)}`).join(', '),
  ];
}

function interval({ best = 0, worst = Infinity }: Interval): string {
  return Number.isFinite(worst) ? `${best} to ${worst}` : 'never';
}

function time(seconds: number | undefined): string {
  return seconds === undefined ? 'never' : seconds.toFixed(1);
}

function qemuVersion(): string {
  const [, version] = /version (\S+)/.exec(execFileSync('qemu-system-x86_64', ['--version'], { encoding: 'utf8' })) ?? [];
  return `QEMU ${version} (TCG)`;
}
