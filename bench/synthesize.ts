import { ApiObject, App, Chart } from 'cdk8s';

/** How the same objects are written. */
export type Variant = 'constructs' | 'literals';

/** Puts the objects of one shop into a chart. */
export type AddShop = (chart: Chart, name: string) => void;

/** An app with one chart of so many shops. */
export function appOf(shops: number, addShop: AddShop, outdir?: string): App {
  const app = new App({ outdir });
  const chart = new Chart(app, 'shops', { namespace: 'shops' });
  for (let index = 0; index < shops; index++) {
    addShop(chart, `shop-${index}`);
  }
  return app;
}

/** One shop as bare `ApiObject`s. */
export function addLiterals(objectsOf: (name: string) => any[]): AddShop {
  return (chart, name) => {
    for (const object of objectsOf(name)) {
      new ApiObject(chart, `${name}-${object.kind}`, object);
    }
  };
}
