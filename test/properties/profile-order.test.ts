import { ApiObject, type App } from 'cdk8s';
import { Architecture, ClusterEvictionStrategy, ClusterProfile, ManifestCheck, Platform, SettingsOwner } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { buildApp } from './build-app';
import { RUNS, silenceWarnings } from './runs';
import { type Scenario, scenario } from './scenario';

silenceWarnings();

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const options = fc.record({
  platform: option(fc.constantFrom(...Object.values(Platform))),
  workers: option(fc.integer({ min: 1, max: 10 })),
  architecture: option(fc.constantFrom(...Object.values(Architecture))),
  evictionStrategy: option(fc.constantFrom(...Object.values(ClusterEvictionStrategy))),
});

/** Any cluster, whether the app fits it or not: what is refused has to be the same as well. */
const anyCluster = fc.oneof(
  fc.tuple(fc.integer({ min: 5, max: 9 }), options).map(([minor, known]) => ClusterProfile.kubevirt(`1.${minor}`, known)),
  fc.tuple(fc.integer({ min: 19, max: 23 }), options).map(([minor, known]) => ClusterProfile.openshift(`4.${minor}`, known)),
);

const anywhere = fc
  .tuple(scenario, option(anyCluster), option(fc.constantFrom(...Object.values(SettingsOwner))))
  .map(([drawn, cluster, owner]): Scenario => {
    const { settings } = drawn.groups;
    const groups = { ...drawn.groups, settings: settings && { ...settings, owner } };
    return { ...drawn, groups, cluster: cluster ?? drawn.cluster };
  });

/** All that an app comes to: its manifests, valid or not, what is found in them, and its files or its refusal; or what is thrown before. */
function outcome(drawn: Scenario, profileAt: 'first' | 'last') {
  let app: App;
  try {
    app = buildApp(drawn, profileAt).app;
  } catch (error) {
    return String(error);
  }
  const objects = app.node.findAll().filter(ApiObject.isApiObject);
  return {
    objects: objects.map((object) => ({ path: object.node.path, name: object.name, kind: object.kind, json: object.toJson() })),
    findings: ManifestCheck.findings(app),
    output: outputOf(app),
  };
}

function outputOf(app: App): string {
  try {
    return app.synthYaml();
  } catch (error) {
    return String(error);
  }
}

test(`${RUNS} random apps come to the same whether they are told first or last what their cluster is`, () => {
  fc.assert(
    fc.property(anywhere, (drawn) => {
      expect(outcome(drawn, 'last')).toEqual(outcome(drawn, 'first'));
    }),
    { numRuns: RUNS },
  );
});
