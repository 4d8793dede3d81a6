import { POOL_CONTROLLER, pools } from '../../../admission';
import { type FieldValue, fieldValues, type Manifest, type ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

const VOLUMES = ['spec', 'virtualMachineTemplate', 'spec', 'template', 'spec', 'volumes[]'];

/** A setting of a pool that numbers the names of other objects, and the fields that hold such names. */
const NUMBERED = [
  {
    setting: 'appendIndexToSecretRefs',
    kind: 'Secret',
    fields: [
      ['secret', 'secretName'],
      ['cloudInitNoCloud', 'secretRef', 'name'],
      ['cloudInitNoCloud', 'networkDataSecretRef', 'name'],
      ['cloudInitConfigDrive', 'secretRef', 'name'],
      ['cloudInitConfigDrive', 'networkDataSecretRef', 'name'],
    ].map((field) => [...VOLUMES, ...field]),
  },
  { setting: 'appendIndexToConfigMapRefs', kind: 'ConfigMap', fields: [[...VOLUMES, 'configMap', 'name']] },
];
/** The number of the first VM of a pool. */
const FIRST = 0;

export const poolReferenceNotNumbered: Rule<Manifest> = {
  id: 'pool-reference-not-numbered',
  title: 'What each VM of a pool has of its own exists by the number of the VM',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A pool that numbers the names of Secrets or ConfigMaps puts -0 behind them for its first VM, -1 for the next. A VM whose Secret is not ' +
    'there does not start.',
  remediation: 'Make an object for each VM, with its number at the end, or let all VMs use the same: leave the setting out.',
  references: [POOL_CONTROLLER],
  mentions: NUMBERED.map(({ setting }) => setting),
  subjects: pools,
  evaluate,
};

function evaluate(pool: Manifest, { graph }: RuleContext): Outcome {
  const numbered = NUMBERED.filter(({ setting }) => pool.spec?.nameGeneration?.[setting] === true);
  const named = numbered.flatMap(({ setting, kind, fields }) =>
    fields.flatMap((steps) => fieldValues(pool, steps)).map((field) => ({ setting, kind, field })),
  );
  return named.length === 0 ? NOT_APPLICABLE : named.flatMap(({ setting, kind, field }) => faultOf(pool, graph, setting, kind, field));
}

/** Objects that are all elsewhere may be there by any name: only where the plain one is among the manifests, the others should be. */
function faultOf(pool: Manifest, graph: ManifestGraph, setting: string, kind: string, { path, value }: FieldValue): Violation[] {
  const has = (name: string) => graph.find('', kind, pool.metadata?.namespace, name) !== undefined;
  if (typeof value !== 'string' || !has(value) || has(`${value}-${FIRST}`)) {
    return [];
  }
  const message = `with ${setting} the first VM looks for the ${kind} ${value}-${FIRST}, and among the manifests is ${value} only`;
  const remedy = `Make a ${kind} for each VM, with -${FIRST}, -${FIRST + 1} and so on behind its name, or leave ${setting} out.`;
  return [{ manifest: pool, path, value, message, remedy }];
}
