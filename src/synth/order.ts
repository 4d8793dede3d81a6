import { ApiObject } from 'cdk8s';
import type { Dependencies } from './dependencies';
import { isWithin, objectsWithin, type Tree } from './tree';

/** A construct whose dependencies are being visited. */
interface Visit {
  readonly place: number;
  readonly targets: Iterator<number>;
}

type Progress = 'begun' | 'done';

/** Members whose keys are indices of arrays come first in an object, in ascending order. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/;
const GREATEST_INDEX = 2 ** 32 - 2;

/**
 * The order of an app: what something depends on comes first. It is that of cdk8s, which begins with what nobody depends on, and lets
 * each object within a construct depend on each object within what that construct depends on. So many pairs are not made here: once
 * the objects within a construct have been visited, they need not be again.
 */
export class Order {
  private readonly tree: Tree;
  private readonly direct: Dependencies['direct'];
  private readonly sources: readonly number[];
  private readonly objects = new Map<number, readonly number[]>();

  public constructor(tree: Tree, { direct }: Dependencies) {
    this.tree = tree;
    this.direct = direct;
    this.sources = [...direct.keys()];
  }

  /** The places of a construct and of all below it; undefined: something depends on itself. */
  public of(root: number): readonly number[] | undefined {
    const places = this.placesOf(root);
    const sources = this.sourcesWithin(root);
    if (sources.length === 0) {
      return places;
    }
    const targets = this.targetsOf(sources, root);
    const order = this.visit(
      places.filter((place) => !targets.has(place)),
      root,
    );
    return order?.length === places.length ? order : undefined;
  }

  /** In the order in which cdk8s makes a graph of them: an object whose keys are paths. */
  private placesOf(root: number): number[] {
    const { constructs, ends, parents } = this.tree;
    const places = Array.from({ length: ends[root] - root }, (_, offset) => root + offset);
    if (root !== 0) {
      return places;
    }
    const indexOf = (place: number) => (parents[place] === 0 ? arrayIndex(constructs[place].node.id) : undefined);
    const first = places.filter((place) => indexOf(place) !== undefined);
    first.sort((a, b) => (indexOf(a) as number) - (indexOf(b) as number));
    return [...first, ...places.filter((place) => indexOf(place) === undefined)];
  }

  private sourcesWithin(root: number): readonly number[] {
    return this.sources.slice(this.sourcesBefore(root), this.sourcesBefore(this.tree.ends[root]));
  }

  private sourcesBefore(place: number): number {
    let [low, high] = [0, this.sources.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sources[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private directOf(source: number, root: number): readonly number[] {
    return (this.direct.get(source) ?? []).filter((target) => isWithin(this.tree, target, root));
  }

  private objectsOf(place: number): readonly number[] {
    const objects = this.objects.get(place) ?? objectsWithin(this.tree, place);
    this.objects.set(place, objects);
    return objects;
  }

  /** What something below a construct depends on. */
  private targetsOf(sources: readonly number[], root: number): ReadonlySet<number> {
    const targets = new Set<number>();
    const dependents = new Map<number, number>();
    for (const source of sources) {
      // Whether it is one object or several that depend on those within a target decides whether one among these is left out.
      const [first, second] = this.objectsOf(source);
      for (const target of this.directOf(source, root)) {
        targets.add(target);
        for (const dependent of [first, second].filter((object) => object !== undefined)) {
          this.addObjects(target, dependent, dependents, targets);
        }
      }
    }
    return targets;
  }

  /** All objects within a target have a dependent, but for one that would depend on itself only. */
  private addObjects(target: number, dependent: number, dependents: Map<number, number>, targets: Set<number>): void {
    const known = dependents.get(target);
    if (known === undefined) {
      dependents.set(target, dependent);
      for (const object of this.objectsOf(target).filter((candidate) => candidate !== dependent)) {
        targets.add(object);
      }
    } else if (known !== dependent && this.objectsOf(target).includes(known)) {
      targets.add(known);
    }
  }

  /** Each after what it depends on; undefined: there is a cycle. */
  private visit(beginnings: readonly number[], root: number): number[] | undefined {
    const order: number[] = [];
    const progress = new Map<number, Progress>();
    const visited = new Set<number>();
    const visits: Visit[] = [];
    const begin = (place: number) => {
      progress.set(place, 'begun');
      visits.push({ place, targets: this.targets(place, root, visited) });
    };
    for (const beginning of beginnings) {
      begin(beginning);
      for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
        const { value, done } = visit.targets.next();
        if (done === true) {
          progress.set(visit.place, 'done');
          order.push(visit.place);
          visits.pop();
        } else if (progress.get(value) === 'begun') {
          return undefined;
        } else if (!progress.has(value)) {
          begin(value);
        }
      }
    }
    return order;
  }

  /** What a construct depends on, one after the other; `visited` are the constructs whose objects have been visited. */
  private *targets(place: number, root: number, visited: Set<number>): Generator<number, void> {
    yield* this.directOf(place, root);
    for (const target of this.scopesOf(place).flatMap((scope) => this.directOf(scope, root))) {
      if (!visited.has(target)) {
        const others = this.objectsOf(target).filter((object) => object !== place);
        yield* others;
        if (others.length === this.objectsOf(target).length) {
          visited.add(target);
        }
      }
    }
  }

  /** From the chart of an object down to the object: each object does what one of these does. */
  private scopesOf(place: number): number[] {
    const { constructs, parents, charts } = this.tree;
    const scopes: number[] = [];
    if (ApiObject.isApiObject(constructs[place])) {
      for (let scope = place; scope !== parents[charts[place]]; scope = parents[scope]) {
        scopes.push(scope);
      }
    }
    return scopes.reverse();
  }
}

function arrayIndex(text: string): number | undefined {
  return INDEX.test(text) && Number(text) <= GREATEST_INDEX ? Number(text) : undefined;
}
