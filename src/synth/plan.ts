import { ApiObject, type App, Chart } from 'cdk8s';
import { dependenciesOf } from './dependencies';
import { Order } from './order';
import { treeOf } from './tree';

/** What an app writes, in order. */
export interface Plan {
  readonly charts: readonly Chart[];
  /** Whether a chart depends on another. */
  readonly hasDependentCharts: boolean;
  /** The objects of a chart, without those of charts that it holds. */
  readonly objectsOf: (chart: Chart) => ApiObject[];
  /** What is written of an object. */
  readonly manifestOf: (apiObject: ApiObject) => any;
}

/** Undefined: there is something in the tree that cdk8s refuses, or that only its own code can tell. */
export function planOf(app: App, manifestOf: Plan['manifestOf']): Plan | undefined {
  const tree = treeOf(app);
  const dependencies = dependenciesOf(tree);
  if (dependencies === undefined) {
    return undefined;
  }
  const order = new Order(tree, dependencies);
  const { constructs, charts, places } = tree;
  const objectsOf = (chart: Chart) => {
    const root = places.get(chart) as number;
    const own = (order.of(root) ?? []).filter((place) => charts[place] === root);
    return own.map((place) => constructs[place]).filter(ApiObject.isApiObject);
  };
  const all = order.of(0)?.map((place) => constructs[place]);
  if (all === undefined) {
    return undefined;
  }
  const { hasDependentCharts } = dependencies;
  return { charts: all.filter((construct) => Chart.isChart(construct)), hasDependentCharts, objectsOf, manifestOf };
}
