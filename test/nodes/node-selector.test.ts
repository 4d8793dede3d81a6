import { asksForAnyNode, asksForControlPlane, asksForWorkers, excludesControlPlane, takesWorkersOnly } from '../../src/graph';

const WORKER = 'node-role.kubernetes.io/worker';
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const MASTER = 'node-role.kubernetes.io/master';

const exists = (key: string) => ({ key, operator: 'Exists' });
const missing = (key: string) => ({ key, operator: 'DoesNotExist' });

/** What is asked of a selector, as the names of what is true. */
function judge(...matchExpressions: object[]): string[] {
  const questions = { excludesControlPlane, asksForControlPlane, asksForWorkers, takesWorkersOnly, asksForAnyNode };
  return Object.entries(questions).flatMap(([name, question]) => (question({ matchExpressions }) ? [name] : []));
}

test.each([
  ['nothing', [], []],
  ['no master', [missing(MASTER)], ['excludesControlPlane', 'takesWorkersOnly']],
  ['workers', [exists(WORKER)], ['asksForWorkers', 'takesWorkersOnly']],
  ['workers of a pool', [exists('pool'), exists(WORKER)], ['asksForWorkers', 'takesWorkersOnly']],
  ['no workers', [missing(WORKER)], []],
  ['the control plane', [exists(CONTROL_PLANE)], ['asksForControlPlane']],
  ['a schedulable control plane', [exists(CONTROL_PLANE), exists(WORKER)], ['asksForControlPlane', 'asksForWorkers']],
  ['a pool', [exists('pool')], []],
  ['every node', [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }], ['asksForAnyNode']],
  ['a pool of a system', [exists('kubernetes.io/os'), exists('pool')], []],
  ['no such system', [{ key: 'kubernetes.io/os', operator: 'NotIn', values: ['linux'] }], []],
])('a selector of %s', (_name, expressions, expected) => {
  expect(judge(...expressions)).toEqual(expected);
});
