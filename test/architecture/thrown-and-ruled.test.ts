import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULES } from '../../src/audit';
import { codesIn } from '../errors/error-codes';
import { SOURCE, sourceFiles } from './source-files';
import { syntaxOf } from './syntax';

/** Codes that constructs throw although a rule has them, and the fact by which both decide, or one that is part of the other. */
const SHARED: Record<string, string> = {
  'annotation-key-invalid': 'ANNOTATION_KEY',
  'gateway-path-invalid': 'gatewayPathFault',
  'image-name-invalid': 'IMAGE_REFERENCE',
  'label-invalid': 'LABEL_VALUE',
  'mac-address-invalid': 'MAC_ADDRESS',
  'max-unhealthy-zero': 'isNone',
  'object-name-invalid': 'DNS_SUBDOMAIN|objectNameFormat',
  'pci-address-invalid': 'PCI_ADDRESS',
};

const texts = new Map(sourceFiles().map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]));
const thrown = new Map(sourceFiles().map((file) => [file, codesIn(syntaxOf(file))]));
const ids = new Set(RULES.map((rule) => rule.id));

test('what a rule decides no construct decides again, but by the same fact', () => {
  const both = [...thrown.values()].flat().filter((code) => ids.has(code));
  expect([...new Set(both)].sort()).toEqual(Object.keys(SHARED).sort());
});

test.each(Object.entries(SHARED))('%s is decided by %s wherever it is thrown, and in the rule', (code, fact) => {
  const files = [...texts.keys()].filter((file) => thrown.get(file)?.includes(code) || basename(file) === `${code}.ts`);
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((file) => !importsFact(texts.get(file) ?? '', fact))).toEqual([]);
});

function importsFact(text: string, fact: string): boolean {
  return new RegExp(`import \\{[^}]*\\b(?:${fact})\\b[^}]*\\} from '(\\.\\./)+facts'`).test(text);
}
