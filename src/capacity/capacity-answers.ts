import type { AdmissionContext } from '../admission';
import { type LossAnswer, Verdict } from './placement/answers';
import { FailureModel } from './placement/failures';

/** What happens when hosts are lost, set by set. */
export interface CapacityAnswers {
  /** What holds while nothing is lost. */
  readonly now: LossAnswer;
  /** Each set of hosts, up to so many as may fail. */
  readonly hosts: readonly LossAnswer[];
  /** Each zone, where there are several. */
  readonly zones: readonly LossAnswer[];
  /** The number of hosts of which there are too many sets to go through; undefined: all were. */
  readonly tooManySetsOf?: number;
}

/** Answers for each set of up to so many hosts, and for each zone. */
export function capacityAnswers(model: FailureModel, hostFailures: number): CapacityAnswers {
  const hosts: LossAnswer[] = [];
  let tooManySetsOf: number | undefined;
  for (let count = 1; count <= hostFailures && tooManySetsOf === undefined; count++) {
    const losses = model.lossesOf(count);
    if (losses === undefined) {
      tooManySetsOf = count;
    } else {
      hosts.push(...losses.map((loss) => model.lose(loss)));
    }
  }
  return { now: model.lose({ hosts: [] }), hosts, zones: model.zones.map((loss) => model.lose(loss)), tooManySetsOf };
}

const MOST_ADDED = 4;
const MOST_SETS = 500;

/** What has to fit on added hosts. */
export interface Wanted {
  readonly hostFailures: number;
  readonly withZones: boolean;
}

/** Hosts that would help. */
export interface AddedHosts {
  readonly count: number;
  /** The host that they are like. */
  readonly like: string;
}

/**
 * How many more hosts make everything fit, each like the host of which there are most, in the zones with the fewest; undefined: not
 * as few as four.
 */
export function hostsToAdd(context: AdmissionContext, model: FailureModel, { hostFailures, withZones }: Wanted): AddedHosts | undefined {
  const like = model.commonHost;
  if (like === undefined || (model.lossesOf(hostFailures)?.length ?? MOST_SETS + 1) > MOST_SETS) {
    return undefined;
  }
  for (let count = 1; count <= MOST_ADDED; count++) {
    const { now, hosts, zones } = capacityAnswers(new FailureModel(context, model.copiesOf(like, count)), hostFailures);
    if ([now, ...hosts, ...(withZones ? zones : [])].every(({ verdict }) => verdict === Verdict.FITS)) {
      return { count, like: like.name };
    }
  }
  return undefined;
}
