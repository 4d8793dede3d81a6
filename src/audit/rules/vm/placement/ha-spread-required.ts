import { isHighlyAvailable, KubevirtSource, podsOf } from '../../../../admission';
import type { ClusterProfile } from '../../../../cluster';
import { HOST_NAME_LABEL, PREFERENCE_WEIGHTS } from '../../../../facts';
import { type ManifestGraph, objectsOf, type VirtualMachineView } from '../../../../graph';
import { appending, removal, setting, together } from '../../../fix';
import { hardening } from '../../../hardening';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const haSpreadRequired: Rule<VirtualMachineView> = {
  id: 'ha-spread-required',
  title: 'A highly available VM may share a node when no other is left',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'A hard anti-affinity or spread keeps a VM from being restarted or migrated when no spare node is left.',
  remediation: 'Use preferred anti-affinity and ScheduleAnyway.',
  references: [KubevirtSource.LIVE_MIGRATION, KubevirtSource.TOPOLOGY_SPREAD],
  mentions: ['affinity', 'topologySpreadConstraints'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  return [...hardAntiAffinity(vm), ...hardSpread(vm)]
    .filter(({ value }) => !hasSpareNode(vm, value, graph, cluster))
    .map(({ path, value, remedy, fix }) => ({
      manifest: vm.manifest,
      path: vm.path(path),
      value,
      message: 'the VM can neither be restarted nor migrated when no spare node is left',
      remedy,
      fix,
    }));
}

function hardAntiAffinity(vm: VirtualMachineView) {
  const field = 'requiredDuringSchedulingIgnoredDuringExecution';
  const remedy = 'Use preferredDuringSchedulingIgnoredDuringExecution.';
  return objectsOf(vm.spec.affinity?.podAntiAffinity?.[field]).map((value, index) => ({
    path: `affinity.podAntiAffinity.${field}[${index}]`,
    value,
    remedy,
    fix: preferred(vm, field, index, value),
  }));
}

function hardSpread(vm: VirtualMachineView) {
  return objectsOf(vm.spec.topologySpreadConstraints).flatMap((value, index) => {
    const path = `topologySpreadConstraints[${index}]`;
    return value.whenUnsatisfiable === 'DoNotSchedule'
      ? [{ path, value, remedy: 'Use whenUnsatisfiable: ScheduleAnyway.', fix: spreadAnyway(vm.path(path), value) }]
      : [];
  });
}

/** The term as a wish: with the highest weight, behind the wishes that are there. */
function preferred(vm: VirtualMachineView, field: string, index: number, podAffinityTerm: Record<string, any>): Fix {
  const path = vm.path('affinity.podAntiAffinity');
  const wish = { weight: PREFERENCE_WEIGHTS.max, podAffinityTerm };
  const isOnly = objectsOf(vm.spec.affinity.podAntiAffinity[field]).length === 1;
  const added = appending(vm.manifest, `${path}.preferredDuringSchedulingIgnoredDuringExecution`, wish);
  return hardening(together(added, removal(isOnly ? `${path}.${field}` : `${path}.${field}[${index}]`)));
}

/** Who spreads only where it can be has no least number of domains. */
function spreadAnyway(path: string, { minDomains }: Record<string, any>): Fix {
  const anyway = setting(`${path}.whenUnsatisfiable`, 'ScheduleAnyway');
  return hardening(minDomains === undefined ? anyway : together(anyway, removal(`${path}.minDomains`)));
}

function hasSpareNode(vm: VirtualMachineView, term: Record<string, any>, graph: ManifestGraph, { workers }: ClusterProfile): boolean {
  if (
    workers === undefined ||
    term.topologyKey !== HOST_NAME_LABEL ||
    term.namespaces !== undefined ||
    term.namespaceSelector !== undefined
  ) {
    return false;
  }
  const selected = graph.virtualMachinesSelectedBy(term.labelSelector, vm.namespace);
  return selected.length < workers && selected.reduce((pods, machine) => pods + podsOf(machine), 0) < workers;
}
