import { App, Chart, Yaml } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { areKnown } from './known-code';

/** What a class of apps may override, besides the two methods themselves. */
const MEMBERS = ['charts', 'writeConstructMetadata'];

/**
 * Whether `synth` and `synthYaml` of an app do what they do in the releases of cdk8s that are known, so that it can be done here. What
 * classes of apps or charts do in their own way is left to cdk8s.
 *
 * @param methods what the app had as these methods before anybody wrapped them
 */
export function canStandInFor(app: IConstruct, methods: readonly unknown[]): app is App {
  return (
    methods.every((method) => method === App.prototype.synth || method === App.prototype.synthYaml) &&
    hasMembersOfApp(app) &&
    areKnown([...methods, (App as any)._synthChart, Chart.prototype.toJson, Yaml.save, Yaml.stringify]) &&
    app.node.findAll().every((construct) => !Chart.isChart(construct) || construct.toJson === Chart.prototype.toJson)
  );
}

function hasMembersOfApp(app: object): boolean {
  for (let level = app; level !== App.prototype; level = Object.getPrototypeOf(level)) {
    if (level === null || MEMBERS.some((member) => Object.hasOwn(level, member))) {
      return false;
    }
  }
  return true;
}
