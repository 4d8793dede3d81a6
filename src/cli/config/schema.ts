import { RULES, RuleCategory, type RuleDescription, type RuleOption, Severity } from '../../audit';
import { Architecture, ClusterEvictionStrategy, Platform } from '../../cluster';

/** What a rule or a category may have in the configuration in place of a severity. */
export const OFF = 'off';

const text = (description: string) => ({ type: 'string', minLength: 1, description });
const oneOf = (values: readonly string[], description: string) => ({ enum: values, description });
const texts = (description: string) => ({ type: 'array', items: { type: 'string', minLength: 1 }, description });
const object = (properties: object, description: string, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
  description,
});

const podRequests = object(
  {
    node: text('Name of the node.'),
    virtualMachine: text('The VM that it is the pod of, as namespace/name.'),
    requests: { type: 'object', additionalProperties: { type: 'string' }, description: 'Quantities by resource.' },
  },
  'What pods on a node ask for together.',
  ['node', 'requests'],
);

const cluster = object(
  {
    openshift: text('OpenShift release, such as "4.20", in quotes.'),
    kubevirt: text('KubeVirt release of a cluster that is no OpenShift, such as "1.8", in quotes.'),
    treatAs: text('A known release, as which another one is treated.'),
    platform: oneOf(Object.values(Platform), 'How the hosts were installed.'),
    workers: { type: 'integer', minimum: 1, description: 'Number of schedulable worker nodes.' },
    architecture: oneOf(Object.values(Architecture), 'CPU architecture of the workers.'),
    evictionStrategy: oneOf(Object.values(ClusterEvictionStrategy), 'What a drain does to VMs that do not say it themselves.'),
    featureGates: texts('The feature gates that are switched on.'),
    objects: { type: 'array', items: { type: 'object' }, description: 'Objects that the cluster has already.' },
    podRequests: { type: 'array', items: podRequests, description: 'What the pods of the cluster ask for already.' },
    hostFailuresTolerated: { type: 'integer', minimum: 0, description: 'How many hosts may fail at the same time.' },
  },
  'What the cluster is.',
);

/** What may be set of a rule. */
function optionsOf({ id, title, options }: RuleDescription): [string, object][] {
  const bound = ({ description, default: usual, minimum }: RuleOption) => ({ type: 'integer', minimum, default: usual, description });
  return options === undefined
    ? []
    : [[id, object(Object.fromEntries(Object.entries(options).map(([name, option]) => [name, bound(option)])), `${title}.`)]];
}

const acknowledgement = {
  ...object(
    {
      rule: text('The rule whose findings are accepted.'),
      object: text('Which objects: "VirtualMachine shop/web-*", "Service web", "Route"; * stands for any characters.'),
      file: text('In which files: a pattern such as "overlays/dev/**", relative to the configuration.'),
      path: text('Which fields: "spec.template.spec.volumes[*]"; * stands for any characters.'),
      reason: text('Why: whoever reads it a year later has to know.'),
      until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The last day on which it holds, such as "2027-01-31".' },
    },
    'A finding that is accepted.',
    ['rule', 'reason'],
  ),
  anyOf: [{ required: ['object'] }, { required: ['file'] }],
};

/** What may stand in a configuration, as JSON Schema (draft 7). */
export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of cdk8s-kubevirt',
  ...object(
    {
      $schema: text('Where this schema is, for editors.'),
      cluster: {
        description:
          'What manifests are judged for: a release such as "openshift:4.20", a file that describes the cluster, or the description.',
        oneOf: [{ type: 'string', minLength: 1 }, cluster],
      },
      failOn: oneOf([...Object.values(Severity), 'never'], 'From which severity on findings fail the audit.'),
      rules: {
        type: 'object',
        additionalProperties: oneOf([...Object.values(Severity), OFF], 'The severity that the rule has for you, or off.'),
        description: 'Severities by rule.',
      },
      ruleOptions: object(Object.fromEntries(RULES.flatMap(optionsOf)), 'Bounds of rules, where yours are others.'),
      customRules: texts('Modules of JavaScript with rules of your own, relative to the configuration, such as "./rules/owner.js".'),
      categories: {
        type: 'object',
        propertyNames: { enum: Object.values(RuleCategory).filter((category) => category !== RuleCategory.CHECK) },
        additionalProperties: oneOf([OFF], 'off: nothing of this category is told.'),
        description: 'Categories that are turned off.',
      },
      skip: texts('Files and folders that are not looked at: patterns such as "vendor/**", relative to the configuration.'),
      parameters: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Values of parameters of OpenShift templates.',
      },
      acknowledge: { type: 'array', items: acknowledgement, description: 'Findings that are accepted.' },
      baseline: text('A file of findings that were there before: they do not count.'),
      treatAsHighlyAvailable: { type: 'boolean', description: 'Whether each VM is judged as one that has to survive failures.' },
    },
    'What npx cdk8s-kubevirt audit does in this folder and below.',
  ),
};
