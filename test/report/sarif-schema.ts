import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';

/** The schema of SARIF 2.1.0, as Microsoft's matchers for jest ship it. */
const {
  $schema: _dialect,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));

const ajv = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text) => URL.canParse(text),
    'uri-reference': (text) => /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/.test(text) && URL.canParse(text, 'file:///base/'),
    'date-time': true,
  },
});
const validate = ajv.compile(schema);

/** What the schema has against a document. */
export function sarifFaults(document: unknown): readonly ErrorObject[] {
  return validate(document) ? [] : (validate.errors ?? []);
}
