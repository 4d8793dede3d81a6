import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, DependencyGroup, type IConstruct } from 'constructs';
import * as fc from 'fast-check';
import type { Build } from './written';

const place = fc.nat({ max: 99 });

const constructs = fc.record({
  scope: place,
  kind: fc.constantFrom('Chart', 'Chart', 'ConfigMap', 'ConfigMap', 'Secret', 'Construct'),
  /** Numbers come first among the members of an object, and in what cdk8s goes through. */
  id: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }, fc.constantFrom('0', '2', '10', '007')),
  isNamed: fc.nat({ max: 4 }).map((number) => number === 0),
});

const dependencies = fc.record({ source: place, target: place, second: fc.option(place, { freq: 8 }) });

const trees = fc.record({
  yamlOutputType: fc.nat({ max: 3 }),
  recordConstructMetadata: fc.boolean(),
  constructs: fc.array(constructs, { minLength: 2, maxLength: 16 }),
  dependencies: fc.array(dependencies, { maxLength: 5 }),
});
type Tree = typeof trees extends fc.Arbitrary<infer T> ? T : never;

/** Apps with charts and objects within one another, and dependencies between anything and anything. */
export const randomTree: fc.Arbitrary<Build> = trees.map((tree) => (outdir) => build(tree, outdir));

function build({ yamlOutputType, recordConstructMetadata, constructs: all, dependencies: edges }: Tree, outdir: string): App {
  const app = new App({ outdir, yamlOutputType, recordConstructMetadata });
  const made: IConstruct[] = [app];
  for (const { scope: index, kind, id, isNamed } of all) {
    const scope = made[index % made.length];
    if (scope.node.tryFindChild(id) === undefined) {
      made.push(construct(scope, id, kind, isNamed));
    }
  }
  const inCharts = made.filter((one) => chartOf(one) !== undefined);
  for (const { source, target, second } of inCharts.length === 0 ? [] : edges) {
    const [from, to] = [source, target].map((index) => inCharts[index % inCharts.length]);
    from.node.addDependency(second === null ? to : new DependencyGroup(to, made[second % made.length]));
  }
  return app;
}

function construct(scope: IConstruct, id: string, kind: string, isNamed: boolean): IConstruct {
  if (kind === 'Chart') {
    return new Chart(scope as Construct, id);
  }
  if (kind === 'Construct' || chartOf(scope) === undefined) {
    return new Construct(scope as Construct, id);
  }
  const metadata = isNamed ? { name: 'same', namespace: `${scope.node.path}-${id}`.replaceAll('/', '-') } : undefined;
  return new ApiObject(scope as Construct, id, { apiVersion: 'v1', kind, metadata });
}

function chartOf(one: IConstruct): Chart | undefined {
  return one.node.scopes.find((scope): scope is Chart => Chart.isChart(scope));
}
