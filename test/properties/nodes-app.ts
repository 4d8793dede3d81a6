import { type Chart, Duration } from 'cdk8s';
import {
  type ClusterProfile,
  FenceAgentsRemediationTemplate,
  Metal3RemediationTemplate,
  NodeHealthCheck,
  SelfNodeRemediationConfig,
  SelfNodeRemediationTemplate,
} from 'cdk8s-kubevirt';
import type { NodesScenario } from './nodes-scenario';

/** Adds a NodeHealthCheck with every way to remediate that the scenario has. */
export function buildNodes(chart: Chart, scenario: NodesScenario, cluster: ClusterProfile): NodeHealthCheck {
  const check = new NodeHealthCheck(chart, 'nodes', scenario.check);
  if (scenario.fencing !== undefined) {
    const template = new FenceAgentsRemediationTemplate(chart, 'fencing', scenario.fencing);
    const timeout = Duration.seconds(Math.max(60, template.fencingTime().toSeconds() + scenario.reserve));
    check.addEscalationStep({ template, timeout });
  }
  const config = new SelfNodeRemediationConfig(chart, 'config', scenario.config);
  const template = new SelfNodeRemediationTemplate(chart, 'self', { strategy: scenario.selfRemediation });
  const safeTime = config.safeTime(cluster.workers ?? 3);
  check.addEscalationStep({ template, timeout: Duration.seconds(safeTime.toSeconds() + 60 + scenario.reserve) });
  if (scenario.powerCycle !== undefined) {
    const { timeout, retryLimit } = scenario.powerCycle;
    const needed = (timeout ?? Duration.minutes(10)).toSeconds() * (retryLimit ?? 1);
    check.addEscalationStep({
      template: new Metal3RemediationTemplate(chart, 'power', scenario.powerCycle),
      timeout: Duration.seconds(needed),
    });
  }
  return check;
}
