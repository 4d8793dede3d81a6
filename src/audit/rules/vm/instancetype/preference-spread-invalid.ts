import { didYouMean, PREFERENCE_ADMITTER, preferences, SPREADS, spreadOf, THREADS_PER_CORE } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type Manifest } from '../../../../graph';
import { nearestValue, setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const preferenceSpreadInvalid: Rule<Manifest> = {
  id: 'preference-spread-invalid',
  title: 'A preference spreads CPUs in a way that KubeVirt knows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a preference that spreads CPUs across something else than sockets, cores and threads, or across cores and threads with another ratio than 2.',
  remediation: 'Use SocketsCores, CoresThreads with ratio 2, or SocketsCoresThreads.',
  references: [PREFERENCE_ADMITTER],
  mentions: ['spread', 'preferSpread'],
  subjects: preferences,
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const { spec } = manifest;
  const spread = spreadOf(isObject(spec) ? spec : undefined);
  if (spread === undefined) {
    return NOT_APPLICABLE;
  }
  const { across, ratio } = spread;
  const options = spec?.cpu?.spreadOptions;
  if (!SPREADS.includes(across)) {
    const message = 'KubeVirt does not spread CPUs across it, and refuses the preference';
    const [path, text] = ['spec.cpu.spreadOptions.across', String(across)];
    return [{ manifest, path, value: across, message, remedy: didYouMean(text, SPREADS), fix: nearestValue(path, text, SPREADS) }];
  }
  if (across !== 'CoresThreads' || ratio === THREADS_PER_CORE) {
    return [];
  }
  const value = options?.ratio;
  const origin = value === undefined ? `preferSpreadSocketToCoreRatio makes it ${ratio}, but ` : '';
  const message = `${origin}KubeVirt spreads CPUs across cores and threads with ${THREADS_PER_CORE} threads for each core only, and refuses the preference`;
  const path = 'spec.cpu.spreadOptions.ratio';
  return [{ manifest, path, value, message, remedy: `Set it to ${THREADS_PER_CORE}.`, fix: setting(path, THREADS_PER_CORE) }];
}
