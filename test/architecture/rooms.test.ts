import { join } from 'node:path';
import { violations } from './cruise';

test('every import follows the arrows between rooms and there is no cycle', () => {
  expect(violations()).toEqual([]);
});

test('forbidden imports and cycles are found, also between types', () => {
  expect(violations(join(__dirname, 'fixture'))).toEqual([
    'audit: src/audit/rule.ts → src/errors/refuse.ts',
    'constructs: src/vm/machine.ts → src/nodes/check.ts',
    'facts: src/facts/format.ts → src/audit/rule.ts',
    'graph: src/graph/node.ts → src/vm/machine.ts',
    'known-rooms: src/shed/tool.ts → src/graph/node.ts',
    'no-cycles: src/vm/disk.ts → src/vm/machine.ts',
    'only-peers: src/errors/refuse.ts → yaml',
    'rules-know-plain-manifests: src/graph/node.ts → cdk8s',
  ]);
});
