import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** The constructs of an app in the order in which cdk8s goes through them, by their place in it. */
export interface Tree {
  readonly constructs: readonly IConstruct[];
  /** The place behind the last construct within each. */
  readonly ends: readonly number[];
  /** The place of the parent of each; -1: it is the app. */
  readonly parents: readonly number[];
  /** The place of the chart that each belongs to, which may be the construct itself; -1: none. */
  readonly charts: readonly number[];
  readonly places: ReadonlyMap<IConstruct, number>;
}

export function treeOf(app: IConstruct): Tree {
  const constructs: IConstruct[] = [];
  const ends: number[] = [];
  const parents: number[] = [];
  const charts: number[] = [];
  const places = new Map<IConstruct, number>();
  const visit = (construct: IConstruct, parent: number, chart: number): void => {
    const place = constructs.length;
    const own = Chart.isChart(construct) ? place : chart;
    constructs.push(construct);
    parents.push(parent);
    charts.push(own);
    ends.push(place);
    places.set(construct, place);
    for (const child of construct.node.children) {
      visit(child, place, own);
    }
    ends[place] = constructs.length;
  };
  visit(app, -1, -1);
  return { constructs, ends, parents, charts, places };
}

export function isWithin(tree: Tree, place: number, root: number): boolean {
  return place >= root && place < tree.ends[root];
}

/** The objects below a construct, itself among them, that belong to the same chart. */
export function objectsWithin({ constructs, ends, charts }: Tree, root: number): number[] {
  const objects: number[] = [];
  for (let place = root; place < ends[root]; place++) {
    if (charts[place] === charts[root] && ApiObject.isApiObject(constructs[place])) {
      objects.push(place);
    }
  }
  return objects;
}
