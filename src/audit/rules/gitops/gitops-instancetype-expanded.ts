import { GitOpsSource, KubevirtSource, kubevirtConfiguration } from '../../../admission';
import { KUBEVIRT_GROUP } from '../../../facts';
import { isObject, type Manifest, syncedOfKind } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const EXPANDING = ['expand', 'expandAll'];

export const gitopsInstancetypeExpanded: Rule<Manifest> = {
  id: 'gitops-instancetype-expanded',
  title: 'A VM that a GitOps tool applies has no instance type where the cluster expands them',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'With the reference policy expand or expandAll KubeVirt writes what the instance type and the preference say into the VM, and takes ' +
    'the references out. The tool puts them back, and the two go on like that.',
  remediation: 'Set the reference policy of the KubeVirt object to reference, or write the fields of the instance type into the VM.',
  references: [GitOpsSource.EXPANSION, KubevirtSource.INSTANCETYPES],
  mentions: ['instancetype', 'preference'],
  subjects: (graph) => syncedOfKind(graph, KUBEVIRT_GROUP, 'VirtualMachine'),
  evaluate,
};

function evaluate(manifest: Manifest, context: RuleContext): Outcome {
  const configuration = kubevirtConfiguration(context.graph);
  if (configuration === undefined) {
    return NOT_APPLICABLE;
  }
  const policy: unknown = configuration.instancetype?.referencePolicy;
  if (typeof policy !== 'string' || !EXPANDING.includes(policy)) {
    return [];
  }
  return ['instancetype', 'preference'].flatMap((matcher) => {
    const value: unknown = manifest.spec?.[matcher];
    const message = `the KubeVirt object has the reference policy ${policy}: KubeVirt takes this out of the VM, and a GitOps tool puts it back`;
    const remedy = 'Set the policy to reference, or write the fields of the instance type into the VM.';
    return isObject(value) ? [{ manifest, path: `spec.${matcher}`, value, message, remedy }] : [];
  });
}
