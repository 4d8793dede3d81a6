import { KubevirtSource, requirementFaults, type SelectorFault } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP } from '../../../facts';
import { apiGroup, type SelectorView, selectors } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** One reading of selectors, wherever they stand. */
export const selectorInvalid: Rule<SelectorView> = {
  id: 'selector-invalid',
  title: 'The labels and expressions of a selector are what Kubernetes takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'In and NotIn compare with at least one value, Exists and DoesNotExist with none, Gt and Lt of node selectors with one integer; keys ' +
    'and values are those of labels. Schemas do not say so. The API server, the webhook of KubeVirt or that of the operator refuses ' +
    'another selector. KubeVirt does not look at the node selector of a VM, so that its pod is refused, and not at those of migration ' +
    'policies, which then select nothing, nor of presets, which then have every instance of their namespace refused; where nobody looks, the controller cannot read it, and does nothing.',
  remediation: 'Correct the expression.',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements',
    'https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/validation/validation.go',
    KubevirtSource.POD_VALIDATION,
  ],
  subjects: selectors,
  evaluate: (view) => {
    const { requirements } = view;
    if (requirements.length === 0) {
      return NOT_APPLICABLE;
    }
    return requirements
      .flatMap((requirement) => requirementFaults(requirement, view.isNodeTerm))
      .map((fault) => ({
        manifest: view.manifest,
        stage: stageOf(view, fault),
        path: fault.path,
        value: fault.value,
        message: `${fault.message}, so this selector is refused or selects nothing`,
        remedy: fault.remedy,
      }));
  },
};

/** Selectors that KubeVirt's webhooks look at: affinity, spread constraints, and what counts the VMs of a pool. */
const LOOKED_AT = /\.affinity\.|\.topologySpreadConstraints\[|^spec\.selector$/;
/** Settings of operators: their webhooks look at all of it. */
const SETTINGS = ['CDI', 'HyperConverged', 'KubeVirt', 'SSP'];

function stageOf({ manifest, path }: SelectorView, fault: SelectorFault): Stage {
  if (manifest.kind === 'MigrationPolicy' || (manifest.kind === 'SelfNodeRemediationConfig' && !isSeenByOperator(fault))) {
    return Stage.RUN;
  }
  if (manifest.kind === 'VirtualMachineInstancePreset') {
    return Stage.START;
  }
  const isOfMachines = apiGroup(manifest).endsWith(KUBEVIRT_GROUP) && !SETTINGS.includes(manifest.kind);
  return isOfMachines && (fault.passesKubevirt || !LOOKED_AT.test(path)) ? Stage.START : Stage.APPLY;
}

/** The webhook of self node remediation does not read keys and values as those of labels; the API server does, of its DaemonSet. */
function isSeenByOperator({ path, value }: SelectorFault): boolean {
  return path.endsWith('.key') ? value === '' : !path.endsWith(']');
}
