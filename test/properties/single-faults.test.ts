import { ClusterProfile } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { thrownBy } from '../support/thrown';
import { buildApp } from './build-app';
import { FAULTS, type Fault } from './faults';
import { RUNS, silenceWarnings } from './runs';
import { type Scenario, scenario } from './scenario';

silenceWarnings();

const NEWEST = '1.9';

function refusal(fault: Fault, drawn: Scenario): string {
  return thrownBy(() => {
    const isOlder = fault.since !== undefined && !drawn.cluster.atLeast(fault.since);
    const built = buildApp(isOlder ? { ...drawn, cluster: ClusterProfile.kubevirt(NEWEST) } : drawn);
    fault.plant(built);
    built.app.synthYaml();
  });
}

test(`${RUNS} random single faults in random valid apps are refused with their code`, () => {
  fc.assert(
    fc.property(scenario, fc.constantFrom(...FAULTS), (drawn, fault) => {
      expect(refusal(fault, drawn)).toMatch(new RegExp(`[( ]${fault.code}\\)`));
    }),
    { numRuns: RUNS },
  );
});

test.each(FAULTS.map((fault, index) => [`${fault.code} (${index})`, fault] as const))(
  '%s is refused in an app of its own',
  (_name, fault) => {
    const [drawn] = fc.sample(scenario, { numRuns: 1, seed: 1 });
    expect(refusal(fault, drawn)).toMatch(new RegExp(`[( ]${fault.code}\\)`));
  },
);
