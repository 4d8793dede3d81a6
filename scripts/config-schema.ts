/** Generates schemas/config.schema.json: what may stand in a configuration, with the names of the rules, so that editors complete it. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RULES } from '../src/audit';
import { CONFIG_SCHEMA } from '../src/cli/config/schema';

const FILE = join(resolve(__dirname, '..'), 'schemas/config.schema.json');

/** The schema that editors get. */
export function configSchema(): string {
  const schema = structuredClone(CONFIG_SCHEMA) as any;
  const names = RULES.map(({ id }) => id).sort();
  schema.properties.rules.propertyNames = { anyOf: [{ enum: names }, { type: 'string' }] };
  schema.properties.acknowledge.items.properties.rule.examples = names;
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (require.main === module) {
  writeFileSync(FILE, configSchema());
}
