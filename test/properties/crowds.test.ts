import { ClusterProfile, Platform } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';
import { CROWDS } from '../support/crowds';
import { processorTime } from '../support/processor-time';
import { RUNS } from './runs';

/** In `npm run test:properties` there are a million pairs. */
const COUNT = RUNS < 100 ? 100 : 1000;
/** Of the processor's time: the machine may be busy. Before pairs were looked at once, the worst took ten times as long. */
const MILLISECONDS = RUNS < 100 ? 500 : 5000;

const CLUSTER = ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 });

test.each(Object.entries(CROWDS))('%s are judged in time, in texts that somebody reads', (_name, crowd) => {
  const manifests = crowd(COUNT);
  const start = processorTime();
  const findings = evaluateManifests(manifests, CLUSTER);
  const milliseconds = processorTime() - start;
  expect(findings.filter(({ rule }) => rule.id === 'rule-failed').map(({ text }) => text)).toEqual([]);
  expect(findings.every(({ text }) => text.length < 1500)).toBe(true);
  expect(milliseconds).toBeLessThan(MILLISECONDS);
});
