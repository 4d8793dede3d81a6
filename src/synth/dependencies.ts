import { Chart } from 'cdk8s';
import type { Tree } from './tree';

/** What depends on what in an app, by places in its tree, as cdk8s resolves it. */
export interface Dependencies {
  /** What a construct depends on by itself, a chart also for what is in it. */
  readonly direct: ReadonlyMap<number, readonly number[]>;
  /** Whether a chart depends on another: the names of files have an index then. */
  readonly hasDependentCharts: boolean;
}

/** Undefined: cdk8s refuses one of them, or takes it for something that has to be seen in its own code. */
export function dependenciesOf(tree: Tree): Dependencies | undefined {
  const direct = new Map<number, Set<number>>();
  const add = (source: number, target: number) => {
    const targets = direct.get(source);
    targets === undefined ? direct.set(source, new Set([target])) : targets.add(target);
  };
  const { constructs, charts, places } = tree;
  for (const [source, construct] of constructs.entries()) {
    for (const dependency of construct.node.dependencies) {
      const target = places.get(dependency) ?? source;
      if (target === source || charts[source] === -1 || charts[target] === -1) {
        return undefined;
      }
      add(source, target);
    }
  }
  const dependentCharts = [...nestedCharts(tree), ...chartsOfDependencies(tree, direct)];
  for (const [source, target] of dependentCharts) {
    add(source, target);
  }
  return {
    direct: new Map([...direct].sort(([a], [b]) => a - b).map(([source, targets]) => [source, [...targets]])),
    hasDependentCharts: dependentCharts.length > 0,
  };
}

/** A chart depends on the charts that it holds, */
function nestedCharts({ constructs, places }: Tree): [number, number][] {
  return [...constructs.entries()]
    .filter(([, construct]) => Chart.isChart(construct))
    .flatMap(([place, chart]) =>
      chart.node.children.filter((child) => Chart.isChart(child)).map((child): [number, number] => [place, places.get(child) as number]),
    );
}

/** and on those that hold what its constructs depend on. */
function chartsOfDependencies({ charts }: Tree, direct: ReadonlyMap<number, ReadonlySet<number>>): [number, number][] {
  return [...direct]
    .flatMap(([source, targets]) => [...targets].map((target): [number, number] => [charts[source], charts[target]]))
    .filter(([source, target]) => source !== target);
}
