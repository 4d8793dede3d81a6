import { Yaml } from 'cdk8s';

/** Data as YAML text for the guest; what is undefined is left out, at every depth. */
export function yamlText(data: Record<string, any>): string {
  return Yaml.stringify(JSON.parse(JSON.stringify(data)));
}
