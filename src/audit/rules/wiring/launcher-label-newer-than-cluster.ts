import { clusterRelease, KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath, INSTANCE_LABEL, INSTANCE_LABEL_SINCE } from '../../../facts';
import { type PodSelector, podSearch, podSelectors } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const launcherLabelNewerThanCluster: Rule<PodSelector> = {
  id: 'launcher-label-newer-than-cluster',
  title: 'A selector asks for labels that the release of the cluster gives to pods',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'KubeVirt labels the pod of a VM with vmi.kubevirt.io/id since 1.7, and virtctl expose selects this label since then. On an older release no pod has it, and what selects it selects nothing.',
  remediation: 'Select a label of the template of the VM.',
  references: [KubevirtSource.LAUNCHER_LABELS, KubevirtSource.SERVICES],
  mentions: [INSTANCE_LABEL],
  subjects: podSelectors,
  evaluate,
};

function evaluate(selector: PodSelector, { graph, cluster }: RuleContext): Outcome {
  const id = selector.selector.matchLabels?.[INSTANCE_LABEL];
  if (id === undefined) {
    return NOT_APPLICABLE;
  }
  if (cluster.atLeast(INSTANCE_LABEL_SINCE) || podSearch(graph).selected(selector).length > 0) {
    return [];
  }
  const field = selector.manifest.kind === 'Service' ? '' : '.matchLabels';
  return [
    {
      manifest: selector.manifest,
      path: entryPath(`${selector.path}${field}`, INSTANCE_LABEL),
      value: id,
      message: `KubeVirt gives this label to pods since ${INSTANCE_LABEL_SINCE}, and ${clusterRelease(cluster)} does not: nothing is selected`,
      remedy: 'Select a label of spec.template.metadata.labels of the VM, or vm.kubevirt.io/name.',
    },
  ];
}
