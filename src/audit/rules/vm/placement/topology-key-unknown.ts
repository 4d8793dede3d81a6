import { KubevirtSource } from '../../../../admission';
import { INFORMAL_TOPOLOGY_LABELS } from '../../../../facts';
import { fieldValues, isObject, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const KEYS = [
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
    ['affinity', kind, 'requiredDuringSchedulingIgnoredDuringExecution[]', 'topologyKey'],
    ['affinity', kind, 'preferredDuringSchedulingIgnoredDuringExecution[]', 'podAffinityTerm', 'topologyKey'],
  ]),
  ['topologySpreadConstraints[]', 'topologyKey'],
];

export const topologyKeyUnknown: Rule<VirtualMachineView> = {
  id: 'topology-key-unknown',
  title: 'What VMs are spread over is a label that nodes have',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Where no node has the label, anti-affinity keeps nothing apart, and what requires it finds no node. The labels of hosts, zones and regions have a domain before their names.',
  remediation: 'Use kubernetes.io/hostname, topology.kubernetes.io/zone or topology.kubernetes.io/region.',
  references: ['https://kubernetes.io/docs/reference/labels-annotations-taints/', KubevirtSource.TOPOLOGY_SPREAD],
  mentions: ['topologyKey'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const keys = KEYS.flatMap((steps) => fieldValues(vm.spec, steps));
  if (keys.length === 0) {
    return NOT_APPLICABLE;
  }
  return keys.flatMap(({ path: place, value }) => {
    const meant = INFORMAL_TOPOLOGY_LABELS.get(String(value));
    if (meant === undefined || isLabelOfNode(String(value), graph)) {
      return [];
    }
    const path = vm.path(place);
    const message = 'no component gives nodes this label, and over a label that they lack nothing is spread or kept apart';
    return [{ manifest: vm.manifest, path, value, message, remedy: `Use ${meant}.`, fix: setting(path, meant) }];
  });
}

/** Whether one of the nodes that are known has it all the same. */
function isLabelOfNode(name: string, graph: ManifestGraph): boolean {
  return graph.ofKind('', 'Node').some(({ metadata }) => isObject(metadata?.labels) && Object.hasOwn(metadata.labels, name));
}
