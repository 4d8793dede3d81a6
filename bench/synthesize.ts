import { ApiObject, App, Chart } from 'cdk8s';

/** How the same objects are written. */
export type Variant = 'constructs' | 'literals';

/** Puts the objects of one shop into a chart. */
export type AddShop = (chart: Chart, name: string) => void;

/** An app with so many shops, evenly in so many charts. */
export function appOf(shops: number, addShop: AddShop, outdir?: string, charts = 1): App {
  const app = new App({ outdir });
  for (let number = 0; number < charts; number++) {
    const chart = new Chart(app, charts === 1 ? 'shops' : `shops-${number}`, { namespace: 'shops' });
    for (let index = number; index < shops; index += charts) {
      addShop(chart, `shop-${index}`);
    }
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
