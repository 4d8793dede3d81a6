import { Duration } from 'cdk8s';
import {
  ConditionStatus,
  FenceAgent,
  FenceAgentsRemediationStrategy,
  type FenceAgentsRemediationTemplateProps,
  HealthyDelay,
  type Metal3RemediationTemplateProps,
  type NodeHealthCheckProps,
  NodeSelector,
  type SelfNodeRemediationConfigProps,
  SelfNodeRemediationStrategy,
} from 'cdk8s-kubevirt';
import * as fc from 'fast-check';

/** How nodes are remediated: every way that is drawn is a step of an escalation. */
export interface NodesScenario {
  readonly check: NodeHealthCheckProps;
  readonly config?: SelfNodeRemediationConfigProps;
  readonly selfRemediation: SelfNodeRemediationStrategy;
  readonly fencing?: FenceAgentsRemediationTemplateProps;
  readonly powerCycle?: Metal3RemediationTemplateProps;
  /** Added to what a step needs. */
  readonly reserve: number;
}

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => Duration.seconds(value));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labels = fc.dictionary(name, name, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const parameter = name.map((suffix) => `--x-${suffix}`);
const parameters = fc.dictionary(parameter, name, { maxKeys: 3, noNullPrototype: true });

const limit = fc.oneof(
  fc.integer({ min: 1, max: 66 }).map((percent) => ({ minHealthy: `${percent}%` })),
  fc.constantFrom('1', '2').map((minHealthy) => ({ minHealthy })),
  fc.integer({ min: 1, max: 99 }).map((percent) => ({ maxUnhealthy: `${percent}%` })),
  fc.constantFrom('1', '2', '3').map((maxUnhealthy) => ({ maxUnhealthy })),
);

const check: fc.Arbitrary<NodeHealthCheckProps> = fc
  .tuple(
    limit,
    fc.record({
      selector: option(
        fc.oneof(
          fc.constantFrom(NodeSelector.workers(), NodeSelector.controlPlane()),
          labels.map((drawn) => NodeSelector.workersWith(drawn)),
        ),
      ),
      unhealthyConditions: option(
        fc.uniqueArray(
          fc
            .record({
              type: fc.constantFrom('Ready', 'KernelDeadlock'),
              status: fc.constantFrom(...Object.values(ConditionStatus)),
              timeout: seconds(60, 900),
            })
            .filter(({ type, status }) => type !== 'Ready' || status !== ConditionStatus.TRUE),
          { minLength: 1, maxLength: 3, selector: ({ type, status }) => `${type} ${status}` },
        ),
      ),
      pauseRequests: option(fc.array(name, { maxLength: 2 })),
      healthyDelay: option(
        fc.oneof(
          seconds(0, 600).map((delay) => HealthyDelay.after(delay)),
          fc.constant(HealthyDelay.untilConfirmed()),
        ),
      ),
      stormCooldown: option(seconds(1, 3600)),
    }),
  )
  .map(([limits, rest]) => ({ ...rest, ...limits }));

const config: fc.Arbitrary<SelfNodeRemediationConfigProps> = fc.record({
  apiCheckInterval: option(seconds(1, 60)),
  apiServerTimeout: option(seconds(1, 10)),
  maxApiErrorThreshold: option(fc.integer({ min: 1, max: 10 })),
  peerApiServerTimeout: option(seconds(1, 10)),
  peerDialTimeout: option(seconds(1, 10)),
  peerRequestTimeout: option(seconds(12, 30)),
  peerUpdateInterval: option(seconds(10, 3600)),
  minPeersForRemediation: option(fc.integer({ min: 0, max: 2 })),
  watchdogFilePath: option(name.map((device) => `/dev/${device}`)),
  softwareReboot: option(fc.boolean()),
  hostPort: option(fc.integer({ min: 1, max: 65_535 })),
});

const agent = fc.oneof(
  fc
    .record({ lanplus: option(fc.boolean()), cipher: option(fc.integer({ min: 0, max: 17 })) })
    .map((options) => FenceAgent.ipmiLan(options)),
  fc.record({ systemsUri: option(name), verifyCertificate: option(fc.boolean()) }).map((options) => FenceAgent.redfish(options)),
  name.map((suffix) => FenceAgent.other(`fence_${suffix.replaceAll('-', '_')}`)),
);

const fencing: fc.Arbitrary<FenceAgentsRemediationTemplateProps> = fc.record({
  agent,
  nodes: fc.dictionary(name, fc.record({ address: fc.ipV4(), parameters: option(parameters) }), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
  sharedParameters: option(parameters),
  retryCount: option(fc.integer({ min: 1, max: 10 })),
  retryInterval: option(seconds(0, 60)),
  timeout: option(seconds(1, 120)),
  strategy: option(fc.constantFrom(...Object.values(FenceAgentsRemediationStrategy))),
  statusValidationSample: option(fc.constantFrom('1', '20%', '100%')),
});

/** Ways to remediate nodes of a bare metal cluster with three workers or more. */
export const nodes: fc.Arbitrary<NodesScenario> = fc.record({
  check,
  config: option(config),
  selfRemediation: fc.constantFrom(...Object.values(SelfNodeRemediationStrategy)),
  fencing: option(fencing),
  powerCycle: option(fc.record({ timeout: option(seconds(100, 1200)), retryLimit: option(fc.integer({ min: 1, max: 3 })) })),
  reserve: fc.integer({ min: 0, max: 600 }),
});
