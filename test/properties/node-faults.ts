import { ApiObject, Chart, Duration, JsonPatch } from 'cdk8s';
import {
  FenceAgent,
  FenceAgentsRemediationTemplate,
  MachineDeletionRemediationTemplate,
  MachineHealthCheck,
  Metal3RemediationTemplate,
  NodeHealthCheck,
  type NodeHealthCheckProps,
  NodeSelector,
  SelfNodeRemediationConfig,
  SelfNodeRemediationTemplate,
} from 'cdk8s-kubevirt';
import type { BuiltApp } from './build-app';
import type { Fault } from './faults';

/** A chart of its own, so that names do not meet those of the app. */
function apart({ app }: BuiltApp): Chart {
  return new Chart(app, 'apart');
}

function check(built: BuiltApp, props: NodeHealthCheckProps = { minHealthy: '1' }): NodeHealthCheck {
  return new NodeHealthCheck(apart(built), 'x', props);
}

function patched(code: string, path: string, value: unknown, props?: NodeHealthCheckProps): Fault {
  return { code, plant: (built) => ApiObject.of(check(built, props)).addJsonPatch(JsonPatch.add(path, value)) };
}

function fencing(built: BuiltApp): FenceAgentsRemediationTemplate {
  return new FenceAgentsRemediationTemplate(apart(built), 'x', { agent: FenceAgent.ipmiLan(), nodes: { a: { address: '10.0.0.1' } } });
}

const template = SelfNodeRemediationTemplate.fromOperator();
const step = { template, timeout: Duration.minutes(10) };
const FENCE_SPEC = '/spec/template/spec';

/** Faults of health checks and remediations. */
export const NODE_FAULTS: readonly Fault[] = [
  { code: 'node-count-invalid', plant: (built) => check(built, { minHealthy: 'half' }) },
  { code: 'min-healthy-all', plant: (built) => check(built, { minHealthy: '100%' }) },
  { code: 'max-unhealthy-zero', plant: (built) => check(built, { maxUnhealthy: '0' }) },
  { code: 'node-labels-empty', plant: () => NodeSelector.workersWith({}) },
  { code: 'fence-agent-invalid', plant: () => FenceAgent.other('ipmi') },
  { code: 'fenced-node-twice', plant: (built) => fencing(built).addNode('a', {}) },
  { code: 'whole-seconds', plant: (built) => check(built, { minHealthy: '1', stormCooldown: Duration.millis(1500) }) },
  { code: 'out-of-range', plant: (built) => check(built).addEscalationStep({ template, timeout: Duration.seconds(59) }) },
  { code: 'remediation-limit-not-exactly-one', plant: (built) => check(built, {}) },
  { code: 'remediation-limit-not-exactly-one', plant: (built) => check(built, { minHealthy: '1', maxUnhealthy: '1' }) },
  { code: 'remediation-not-exactly-one', plant: (built) => check(built, { minHealthy: '1', remediation: template, escalation: [step] }) },
  { code: 'remediation-not-exactly-one', plant: (built) => check(built, { minHealthy: '1', escalation: [] }) },
  patched('node-selector-empty', '/spec/selector', {}),
  patched('min-healthy-never-met', '/spec/minHealthy', '100%'),
  patched('max-unhealthy-zero', '/spec/maxUnhealthy', 0),
  patched('remediation-template-kind-invalid', '/spec/remediationTemplate/kind', 'SelfNodeRemediation'),
  patched('remediation-reference-incomplete', '/spec/remediationTemplate/namespace', ''),
  patched('escalation-order-duplicate', '/spec/escalatingRemediations/1/order', 1, { minHealthy: '1', escalation: [step, step] }),
  patched('escalation-timeout-too-short', '/spec/escalatingRemediations/0/timeout', '59s', { minHealthy: '1', escalation: [step] }),
  patched('field-pattern-mismatch', '/spec/stormCooldownDuration', '5 minutes'),
  {
    code: 'max-unhealthy-with-machine-deletion',
    plant: (built) => {
      const chart = apart(built);
      new NodeHealthCheck(chart, 'y', { maxUnhealthy: '1', remediation: new MachineDeletionRemediationTemplate(chart, 'x') });
    },
  },
  {
    code: 'power-cycle-template-elsewhere',
    plant: (built) => {
      const chart = apart(built);
      const remediation = new Metal3RemediationTemplate(chart, 'x', { metadata: { namespace: 'shop' } });
      new NodeHealthCheck(chart, 'y', { minHealthy: '1', remediation });
    },
  },
  {
    code: 'escalation-kind-repeated',
    plant: (built) => {
      const chart = apart(built);
      const escalation = ['x', 'y'].map((id) => ({ ...step, template: new Metal3RemediationTemplate(chart, id) }));
      new NodeHealthCheck(chart, 'z', { minHealthy: '1', escalation });
    },
  },
  {
    code: 'machine-health-check-disables-node-health-checks',
    plant: (built) => {
      const chart = apart(built);
      new NodeHealthCheck(chart, 'x', { minHealthy: '1' });
      new MachineHealthCheck(chart, 'y', { maxUnhealthy: '1' });
    },
  },
  {
    code: 'power-cycle-strategy-invalid',
    plant: (built) =>
      ApiObject.of(new Metal3RemediationTemplate(apart(built), 'x')).addJsonPatch(JsonPatch.add(`${FENCE_SPEC}/strategy/timeout`, '99s')),
  },
  {
    code: 'self-node-remediation-config-name',
    plant: (built) => new SelfNodeRemediationConfig(apart(built), 'x', { metadata: { name: 'x' } }),
  },
  {
    code: 'self-node-remediation-config-out-of-range',
    plant: (built) =>
      ApiObject.of(new SelfNodeRemediationConfig(apart(built), 'x')).addJsonPatch(JsonPatch.add('/spec/apiCheckInterval', '900ms')),
  },
  {
    code: 'agent-toleration-invalid',
    plant: (built) => new SelfNodeRemediationConfig(apart(built), 'x', { agentTolerations: [{ operator: 'Exists', value: 'x' }] }),
  },
  {
    code: 'fence-parameters-not-per-node',
    plant: (built) => new FenceAgentsRemediationTemplate(apart(built), 'x', { agent: FenceAgent.ipmiLan() }),
  },
  {
    code: 'fence-action-unsupported',
    plant: (built) => ApiObject.of(fencing(built)).addJsonPatch(JsonPatch.add(`${FENCE_SPEC}/sharedparameters/--action`, 'status')),
  },
  {
    code: 'fence-status-sample-invalid',
    plant: (built) => ApiObject.of(fencing(built)).addJsonPatch(JsonPatch.add('/spec/statusValidationSample', '2')),
  },
];
