import { NETWORK_POLICIES } from '../../../admission';
import { INGRESS_GROUP, isPortName } from '../../../facts';
import {
  displayName,
  isEmptySelector,
  type Manifest,
  objectsOf,
  type PodSelector,
  podSearch,
  type VirtualMachineView,
} from '../../../graph';
import { listed } from '../../listed';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** A policy over all pods of a namespace may have the ports of others in mind. */
export const networkPolicyPortUnknown: Rule<Manifest> = {
  id: 'network-policy-port-unknown',
  title: 'A port that a NetworkPolicy names is one that the VMs have',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A policy that lets connections in to a port by its name means a port of the pod with that name. The pod of a VM has those that its interface lists: a name that is not there lets nothing in.',
  remediation: 'Use the number of the port, or name the port on the interface of the VM.',
  references: [NETWORK_POLICIES],
  subjects: (graph) => graph.ofKind(INGRESS_GROUP, 'NetworkPolicy'),
  evaluate,
};

function evaluate(policy: Manifest, { graph }: RuleContext): Outcome {
  const value = policy.spec?.podSelector;
  if (isEmptySelector(value)) {
    return NOT_APPLICABLE;
  }
  const selector: PodSelector = {
    manifest: policy,
    path: 'spec.podSelector',
    value,
    selector: value,
    namespace: policy.metadata?.namespace,
  };
  const search = podSearch(graph);
  const machines = search.selectsOthers(selector) ? [] : search.selected(selector);
  return machines.length === 0
    ? NOT_APPLICABLE
    : objectsOf(policy.spec?.ingress).flatMap(({ ports }, rule) =>
        objectsOf(ports).flatMap(({ port }, index) =>
          isPortName(port) && !machines.some((vm) => hasPort(vm, port))
            ? [violation(policy, `spec.ingress[${rule}].ports[${index}].port`, port, machines)]
            : [],
        ),
      );
}

function hasPort({ interfaces }: VirtualMachineView, port: string): boolean {
  return interfaces.some(({ ports }) => objectsOf(ports).some(({ name }) => name === port));
}

function violation(manifest: Manifest, path: string, port: string, machines: readonly VirtualMachineView[]): Violation {
  const names = listed(machines, (vm) => displayName(vm.manifest));
  const message = `no interface of ${names} lists a port of this name, so that this lets nothing in`;
  return { manifest, path, value: port, message, remedy: 'Use the number of the port.' };
}
