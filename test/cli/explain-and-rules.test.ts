import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { configSchema } from '../../scripts/config-schema';
import { CHECK_RULES, RULES } from '../../src/audit';
import { CONFIG_SCHEMA } from '../../src/cli/config/schema';
import { call } from './harness';

test('explain says what a rule is about', async () => {
  const { code, out } = await call(['explain', 'live-migrate-blocked']);
  const rule = RULES.find(({ id }) => id === 'live-migrate-blocked') as (typeof RULES)[number];
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(
    'live-migrate-blocked  error, availability; it strikes while all runs: what the manifest promises does not happen',
  );
  expect(out).toContain('To accept it: annotate the object with cdk8s-kubevirt/acknowledge: "live-migrate-blocked: why".');
  for (const text of [rule.title, rule.rationale, rule.remediation, ...rule.references]) {
    expect(out).toContain(text);
  }
});

test.each([
  ['live-migrate-blockd', 'There is no rule live-migrate-blockd. Did you mean live-migrate-blocked?\n'],
  ['x', 'There is no rule x. npx cdk8s-kubevirt rules lists them.\n'],
])('explain %s', async (code, err) => {
  expect(await call(['explain', code])).toEqual({ code: 2, out: '', err });
});

const listed = async (...args: string[]): Promise<any[]> => JSON.parse((await call(['rules', '--json', ...args])).out);

describe('rules', () => {
  test('are listed, one a line', async () => {
    const { out } = await call(['rules']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(RULES.length + CHECK_RULES.length + 1);
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^live-migrate-blocked +error +availability +\S/)]));
    expect(lines[lines.length - 1]).toBe(`${RULES.length + CHECK_RULES.length} rules`);
  });

  test('by severity and category', async () => {
    const rules = await listed('--severity', 'warning', '--category', 'wiring');
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.every(({ severity, category }) => severity === 'warning' && category === 'wiring')).toBe(true);
    expect((await call(['rules', '--severity', 'bad'])).err).toContain('Allowed choices are error, warning, info.');
  });

  test.each([
    ['Route', 'route-annotation-unreadable', 'live-migrate-blocked'],
    ['VirtualMachine', 'live-migrate-blocked', 'route-annotation-unreadable'],
    ['Service', 'service-port-not-forwarded', 'live-migrate-blocked'],
    ['NodeHealthCheck', 'escalation-order-duplicate', 'live-migrate-blocked'],
  ])('by kind: %s', async (kind, looking, other) => {
    const ids = (await listed('--kind', kind)).map(({ id }) => id);
    expect(ids.length).toBeLessThan(RULES.length);
    expect(ids).not.toContain(other);
    expect(ids).toContain(looking);
  });

  test('of a kind at which none looks', async () => {
    expect(await call(['rules', '--kind', 'Nonsense'])).toEqual({
      code: 2,
      out: '',
      err: 'No rule looks at objects of the kind Nonsense. Write it as manifests do, such as VirtualMachine.\n',
    });
  });
});

test('the schema for editors is one, and takes what the command takes', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(configSchema()));
  expect(validate({ cluster: 'openshift:4.20', rules: { 'live-migrate-blocked': 'off' } })).toBe(true);
  expect(validate({ clustr: 'x' })).toBe(false);
});

test('the schema in the package is that of the command, beside the names of rules', () => {
  const packed = JSON.parse(readFileSync(join(__dirname, '../../schemas/config.schema.json'), 'utf8'));
  delete packed.properties.rules.propertyNames;
  delete packed.properties.acknowledge.items.properties.rule.examples;
  expect(packed).toEqual(JSON.parse(JSON.stringify(CONFIG_SCHEMA)));
});
