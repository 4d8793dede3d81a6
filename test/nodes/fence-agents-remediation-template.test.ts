import { Chart, Duration, Testing } from 'cdk8s';
import {
  FenceAgent,
  FenceAgentsRemediationStrategy,
  FenceAgentsRemediationTemplate,
  type FenceAgentsRemediationTemplateProps,
  ManifestCheck,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';

const NAMESPACE = 'openshift-workload-availability';
const NODES = { 'worker-0': { address: '10.0.0.10' } };

function chartOf(): Chart {
  return new Chart(Testing.app(), 'cluster', { namespace: 'shop' });
}

function synthOne(props: FenceAgentsRemediationTemplateProps, chart = chartOf()): any {
  new FenceAgentsRemediationTemplate(chart, 'ipmi', { nodes: NODES, ...props });
  return Testing.synth(chart).find(({ kind }) => kind === 'FenceAgentsRemediationTemplate');
}

function specOf(props: FenceAgentsRemediationTemplateProps, chart?: Chart): any {
  return synthOne(props, chart).spec.template.spec;
}

function create(props: Partial<FenceAgentsRemediationTemplateProps>): () => void {
  return () => new FenceAgentsRemediationTemplate(chartOf(), 'ipmi', { agent: FenceAgent.ipmiLan(), ...props });
}

test('powers hosts off by their BMCs, marks nodes as out of service and reads Secrets of the operator’s namespace', () => {
  const chart = chartOf();
  const metadata = { namespace: NAMESPACE };
  const shared = new Secret(chart, 'shared', { metadata: { ...metadata, name: 'bmc' }, stringData: { '--username': 'admin' } });
  const own = Secret.fromSecretName(chart, 'own', 'bmc-worker-1');
  const manifest = synthOne(
    {
      metadata: { name: 'ipmi' },
      agent: FenceAgent.ipmiLan(),
      sharedSecret: shared,
      nodes: {
        'worker-0': { address: '10.0.0.10' },
        'worker-1': { address: '10.0.0.11', secret: own, parameters: { '--ipport': '6230' } },
      },
    },
    chart,
  );
  expect(manifest).toEqual({
    apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
    kind: 'FenceAgentsRemediationTemplate',
    metadata: { name: 'ipmi', namespace: NAMESPACE },
    spec: {
      template: {
        spec: {
          agent: 'fence_ipmilan',
          remediationStrategy: 'OutOfServiceTaint',
          sharedparameters: { '--lanplus': '' },
          nodeparameters: { '--ip': { 'worker-0': '10.0.0.10', 'worker-1': '10.0.0.11' }, '--ipport': { 'worker-1': '6230' } },
          sharedSecretName: 'bmc',
          nodeSecretNames: { 'worker-1': 'bmc-worker-1' },
        },
      },
    },
  });
  expect(ManifestCheck.findings(chart)).toEqual([]);
});

describe('agents', () => {
  test.each([
    [FenceAgent.ipmiLan({ lanplus: false, cipher: 3 }), 'fence_ipmilan', { '--cipher': '3' }],
    [FenceAgent.redfish(), 'fence_redfish', undefined],
    [
      FenceAgent.redfish({ systemsUri: '/redfish/v1/Systems/1', verifyCertificate: false }),
      'fence_redfish',
      { '--systems-uri': '/redfish/v1/Systems/1', '--ssl-insecure': '' },
    ],
    [FenceAgent.other('fence_aws'), 'fence_aws', undefined],
  ])('bring their parameters (%#)', (agent, name, parameters) => {
    const { agent: written, sharedparameters } = specOf({ agent });
    expect([written, sharedparameters]).toEqual([name, parameters]);
  });

  test('give way to shared parameters', () => {
    const { sharedparameters } = specOf({ agent: FenceAgent.ipmiLan({ cipher: 3 }), sharedParameters: { '--cipher': '17' } });
    expect(sharedparameters).toEqual({ '--lanplus': '', '--cipher': '17' });
  });

  test('refuse what is no agent', () => {
    expect(() => FenceAgent.other('ipmilan')).toThrow(
      '[FenceAgent.other] agentName is "ipmilan": the names of fence agents are fence_ with lower case letters, digits and _. Pass the name of the program, such as \'fence_aws\'. (fence-agent-invalid)',
    );
  });

  test('refuse an unknown cipher suite', () => {
    expect(() => FenceAgent.ipmiLan({ cipher: 18 })).toThrow(
      '[FenceAgent.ipmiLan] cipher is 18: the value must be between 0 and 17. Pass 17 or less. (out-of-range)',
    );
  });
});

describe('attempts', () => {
  test('take 320 seconds at the longest by default', () => {
    const template = new FenceAgentsRemediationTemplate(chartOf(), 'ipmi', { agent: FenceAgent.ipmiLan(), nodes: NODES });
    expect(template.fencingTime().toSeconds()).toBe(320);
  });

  test('have a number, a length and a pause', () => {
    const chart = chartOf();
    const template = new FenceAgentsRemediationTemplate(chart, 'ipmi', {
      agent: FenceAgent.ipmiLan(),
      nodes: NODES,
      retryCount: 3,
      timeout: Duration.seconds(40),
      retryInterval: Duration.seconds(10),
    });
    const [{ spec }] = Testing.synth(chart);
    expect(spec.template.spec).toMatchObject({ retrycount: 3, timeout: '40s', retryinterval: '10s' });
    expect(template.fencingTime().toSeconds()).toBe(3 * 40 + 2 * 10);
  });

  test.each([
    [{ retryCount: 0 }, 'retryCount is 0: the value must be at least 1. Pass 1 or more. (out-of-range)'],
    [{ retryCount: 1.5 }, 'retryCount is 1.5: only integers are allowed. Pass an integer. (integer-required)'],
    [{ timeout: Duration.seconds(0) }, 'timeout is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)'],
    [{ retryInterval: Duration.millis(500) }, 'retryInterval is 500 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)'],
  ])('refuse %j', (props, message) => {
    expect(create(props)).toThrow(`[cluster/ipmi] ${message}`);
  });
});

test('takes a strategy and a sample for the status', () => {
  const manifest = synthOne({
    agent: FenceAgent.redfish(),
    strategy: FenceAgentsRemediationStrategy.RESOURCE_DELETION,
    statusValidationSample: '20%',
  });
  expect(manifest.spec.statusValidationSample).toBe('20%');
  expect(manifest.spec.template.spec.remediationStrategy).toBe('ResourceDeletion');
});

test('refuses a sample that is no number', () => {
  expect(create({ statusValidationSample: 'some' })).toThrow(
    "[cluster/ipmi] statusValidationSample is \"some\": only a number of nodes or a percentage up to 100% is allowed. Pass a string such as '2' or '51%'. (node-count-invalid)",
  );
});

describe('nodes', () => {
  test('can be added', () => {
    const chart = chartOf();
    const template = new FenceAgentsRemediationTemplate(chart, 'ipmi', { agent: FenceAgent.ipmiLan(), nodes: NODES });
    template.addNode('worker-1', { address: '10.0.0.11' });
    const [{ spec }] = Testing.synth(chart);
    expect(spec.template.spec.nodeparameters).toEqual({ '--ip': { 'worker-0': '10.0.0.10', 'worker-1': '10.0.0.11' } });
  });

  test('are there once', () => {
    const template = new FenceAgentsRemediationTemplate(chartOf(), 'ipmi', { agent: FenceAgent.ipmiLan(), nodes: NODES });
    expect(() => template.addNode('worker-0', {})).toThrow(
      '[cluster/ipmi] nodeName is "worker-0": the template has a node of this name already. Say all about a node in one place. (fenced-node-twice)',
    );
  });

  test('can be told apart by a shared parameter', () => {
    const chart = chartOf();
    new FenceAgentsRemediationTemplate(chart, 'ipmi', {
      agent: FenceAgent.ipmiLan(),
      sharedParameters: { '--ip': 'bmc-{{.NodeName}}.example.com' },
    });
    expect(Testing.synth(chart)[0].spec.template.spec).not.toHaveProperty('nodeparameters');
  });

  test('have to be told apart', () => {
    const chart = chartOf();
    new FenceAgentsRemediationTemplate(chart, 'ipmi', { agent: FenceAgent.ipmiLan() });
    expect(() => Testing.synth(chart)).toThrow(
      '[cluster/ipmi] spec.template.spec.nodeparameters is not set: no parameter tells the nodes apart, and the webhook of the operator refuses a template that fences one host for all. List --ip for each node here, or use {{.NodeName}} in a shared parameter. (fails at apply: fence-parameters-not-per-node)',
    );
  });
});

test('a Secret in the namespace of the chart is a finding', () => {
  const chart = chartOf();
  const sharedSecret = new Secret(chart, 'bmc', { metadata: { name: 'bmc' } });
  new FenceAgentsRemediationTemplate(chart, 'ipmi', { agent: FenceAgent.ipmiLan(), nodes: NODES, sharedSecret });
  expect(ManifestCheck.findings(chart).map(({ text }) => text)).toEqual([
    'spec.template.spec.sharedSecretName is "bmc": the Secret of this name is in shop, and the operator looks for it in openshift-workload-availability. Put the Secret into the namespace openshift-workload-availability. (fence-secret-elsewhere)',
  ]);
});
