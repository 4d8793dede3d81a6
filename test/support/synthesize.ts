import type { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../src/graph';

/** The objects that an app synthesizes, all charts, as a cluster would read them out of the YAML. */
export function synthesize(app: App): Manifest[] {
  return parseManifests(app.synthYaml());
}

/** The objects of a YAML text. Kubernetes reads YAML 1.1, where `02:48:09` is a number unless it is quoted. */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1' })
    .map((document) => document.toJS({ maxAliasCount: -1 }))
    .filter((manifest) => manifest !== null);
}
