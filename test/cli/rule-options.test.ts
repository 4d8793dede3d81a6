import { RULES } from '../../src/audit';
import { call, foundIn, temporaryFolder } from './harness';

const folder = temporaryFolder();

const VM = `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: web, namespace: shop, annotations: {cdk8s-kubevirt/high-availability: "true"}}
spec:
  runStrategy: Always
  template:
    spec:
      domain: {memory: {guest: 1Gi}, devices: {}}
      livenessProbe: {initialDelaySeconds: 100, periodSeconds: 10, failureThreshold: 3, tcpSocket: {port: 22}}
      tolerations:
      - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 120}
      - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
`;

async function audit(rule: string, options: string): Promise<string[]> {
  folder.write({ 'vm.yaml': VM, '.cdk8s-kubevirt.yaml': `ruleOptions: {${options}}` });
  const ended = await call(['audit', 'vm.yaml', '--rule', rule, '--format', 'json'], { cwd: folder.path() });
  expect(ended.err).toBe('');
  return foundIn(ended);
}

test.each([
  ['ha-failover-delayed', '', 0],
  ['ha-failover-delayed', 'ha-failover-delayed: {mostSeconds: 120}', 0],
  ['ha-failover-delayed', 'ha-failover-delayed: {mostSeconds: 60}', 1],
  ['ha-failover-delayed', 'ha-failover-delayed: {mostSeconds: 30}', 2],
  ['liveness-kills-boot', '', 0],
  ['liveness-kills-boot', 'liveness-kills-boot: {bootSeconds: 110}', 0],
  ['liveness-kills-boot', 'liveness-kills-boot: {bootSeconds: 300}', 1],
  ['liveness-kills-boot', 'ha-failover-delayed: {mostSeconds: 30}', 0],
])('%s with %s', async (rule, options, count) => {
  expect(await audit(rule, options)).toHaveLength(count);
});

test('what the API server adds is within a wider bound', async () => {
  const bare = VM.slice(0, VM.indexOf('      tolerations'));
  const found = async (most: number) => {
    folder.write({ 'vm.yaml': bare, '.cdk8s-kubevirt.yaml': `ruleOptions: {ha-failover-delayed: {mostSeconds: ${most}}}` });
    return foundIn(await call(['audit', 'vm.yaml', '--rule', 'ha-failover-delayed', '--format', 'json'], { cwd: folder.path() }));
  };
  expect(await found(300)).toHaveLength(2);
  expect(await found(301)).toEqual([]);
});

test('a mend keeps to the bound', async () => {
  folder.write({ 'vm.yaml': VM, '.cdk8s-kubevirt.yaml': 'ruleOptions: {ha-failover-delayed: {mostSeconds: 30}}' });
  const { out } = await call(['fix', 'vm.yaml', '--unsafe', '--rule', 'ha-failover-delayed', '--dry-run'], { cwd: folder.path() });
  expect(out.match(/^\+.*tolerationSeconds: 30/gm)).toHaveLength(2);
});

test('an option is explained', async () => {
  expect((await call(['explain', 'ha-failover-delayed'])).out).toContain(
    'Under ruleOptions, ha-failover-delayed:\n  mostSeconds: The most seconds that a VM may stay on a node that has failed. (300 if you do not say)\n',
  );
});

test('defaults are within their bounds', () => {
  const options = RULES.flatMap((rule) => Object.values(rule.options ?? {}));
  expect(options.length).toBeGreaterThan(1);
  expect(options.filter((option) => option.default < option.minimum)).toEqual([]);
});
