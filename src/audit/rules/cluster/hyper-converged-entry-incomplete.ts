import { Stage } from '../../../admission/stage';
import { HYPER_CONVERGED_GROUP } from '../../../facts';
import { isObject, type Manifest, objectsOf } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const DEVICES = 'mediatedDevicesConfiguration';
const POOL = 'kubeMacPoolConfiguration';

/** What is wrong with one field. */
interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
}

export const hyperConvergedEntryIncomplete: Rule<Manifest> = {
  id: 'hyper-converged-entry-incomplete',
  title: 'A HyperConverged names types of mediated devices, and both ends of a range of MAC addresses',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale:
    'The API server checks by expressions that a configuration of mediated devices lists types, for all nodes and for those that it ' +
    'selects, and that a range of MAC addresses has both ends or none.',
  remediation: 'Complete the configuration, or remove it.',
  references: ['https://github.com/kubevirt/hyperconverged-cluster-operator/blob/main/api/v1beta1/hyperconverged_types.go'],
  mentions: [DEVICES, POOL],
  subjects: (graph) => graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged'),
  evaluate,
};

function evaluate(manifest: Manifest, { cluster }: RuleContext): Outcome {
  const spec: Record<string, any> = isObject(manifest.spec) ? manifest.spec : {};
  const hasPool = cluster.atLeast('1.8');
  const pools = [
    { path: `spec.${POOL}`, pool: spec[POOL] },
    { path: `spec.networking.${POOL}`, pool: spec.networking?.[POOL] },
  ].filter(({ pool }) => hasPool && isObject(pool));
  const devices = isObject(spec[DEVICES]) ? [{ path: `spec.${DEVICES}`, entry: spec[DEVICES] }] : [];
  if (pools.length + devices.length === 0) {
    return NOT_APPLICABLE;
  }
  const ofNodes = devices.flatMap(({ path, entry }) =>
    objectsOf(entry.nodeMediatedDeviceTypes).map((node, index) => ({ path: `${path}.nodeMediatedDeviceTypes[${index}]`, entry: node })),
  );
  const faults = [...pools.flatMap(({ path, pool }) => rangeFaults(path, pool)), ...[...devices, ...ofNodes].flatMap(deviceFaults)];
  return faults.map((fault) => ({ manifest, ...fault }));
}

function rangeFaults(path: string, pool: Record<string, any>): Fault[] {
  const missing = ['rangeStart', 'rangeEnd'].filter((end) => pool[end] === undefined);
  const message = 'the other end of the range is set, and the API server refuses half of one';
  return missing.length === 1
    ? [{ path: `${path}.${missing[0]}`, value: undefined, message, remedy: 'Set it, or remove the other end.' }]
    : [];
}

function deviceFaults({ path, entry }: { path: string; entry: Record<string, any> }): Fault[] {
  const value: unknown = entry.mediatedDeviceTypes;
  const isListed = [value, entry.mediatedDevicesTypes].some((types) => Array.isArray(types) && types.length > 0);
  const message = 'no type of mediated devices is listed, and the API server refuses that';
  return isListed ? [] : [{ path: `${path}.mediatedDeviceTypes`, value, message, remedy: 'List the types, such as nvidia-222.' }];
}
