import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_LABEL, DNS_SUBDOMAIN, hasFormat } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** What is wrong with a claim: which of its fields, what is refused, and what to do. */
type Fault = readonly [field: string, refused: string, remedy: string];

const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'];

/** A claim of a VM becomes one of its pod. */
export const resourceClaimInvalid: Rule<VirtualMachineView> = {
  id: 'resource-claim-invalid',
  title: 'A resource claim of a VM has a name and exactly one source',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt hands the claims on to the pod. Since 1.9 it refuses those without a DNS label as their name, without exactly one of the name ' +
    'of a ResourceClaim and that of a template, and with a source of another form; before, Kubernetes refuses the pod.',
  remediation: 'Name the claim, and the ResourceClaim or the template that it is made from.',
  references: [KubevirtSource.RESOURCE_CLAIM_ADMITTER, KubevirtSource.POD_VALIDATION],
  mentions: ['resourceClaims'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const claims = objectsOf(vm.spec.resourceClaims);
  if (claims.length === 0) {
    return NOT_APPLICABLE;
  }
  const isRefused = cluster.atLeast('1.9');
  const stage = isRefused ? Stage.APPLY : Stage.START;
  const prefix = isRefused ? 'KubeVirt refuses' : 'the VM is accepted and never starts, because Kubernetes refuses a pod with';
  return claims.flatMap((claim, index) =>
    faultsOf(claim).map(([field, refused, remedy]) => ({
      manifest: vm.manifest,
      stage,
      path: vm.path(`resourceClaims[${index}]${field === '' ? '' : `.${field}`}`),
      value: field === '' ? claim : claim[field],
      message: `${prefix} ${refused}`,
      remedy,
    })),
  );
}

function faultsOf(claim: Record<string, any>): Fault[] {
  const given = SOURCES.filter((source) => claim[source] !== undefined);
  return [
    ...nameFaults(claim.name),
    ...(given.length === 1 ? [] : [sourceFault(given.length)]),
    ...given.flatMap((source) => formatFaults(source, claim[source])),
  ];
}

/** The structure rules say that a name is missing altogether. */
function nameFaults(name: unknown): Fault[] {
  return typeof name !== 'string' || hasFormat(name, DNS_LABEL)
    ? []
    : [['name', `a claim whose name is not ${DNS_LABEL.words}`, 'Use the name by which devices refer to it.']];
}

function sourceFault(given: number): Fault {
  return ['', `a claim with ${given === 0 ? 'no source' : 'two sources'}`, `Set one of ${SOURCES.join(', ')}.`];
}

function formatFaults(source: string, name: unknown): Fault[] {
  return typeof name !== 'string' || hasFormat(name, DNS_SUBDOMAIN)
    ? []
    : [[source, `the name of a source that is not ${DNS_SUBDOMAIN.words}`, 'Use the name of the object.']];
}
