import { kubernetesReleases, mayHaveRelaxedServiceNames, OBJECT_NAMES } from '../../../admission';
import { DNS_1035_LABEL, DNS_LABEL, hasFormat, RELAXED_SERVICE_NAMES_SINCE } from '../../../facts';
import type { ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Whether it is refused depends on a release that nobody has said. */
export const serviceNameNeedsNewerKubernetes: Rule<ServiceView> = {
  id: 'service-name-needs-newer-kubernetes',
  title: 'The name of a Service is one that each Kubernetes takes which the cluster may have',
  severity: Severity.WARNING,
  category: 'admission',
  rationale:
    `Before Kubernetes 1.${RELAXED_SERVICE_NAMES_SINCE} the API server refuses a Service whose name begins with a digit. A release of KubeVirt ` +
    'supports several releases of Kubernetes: which of them the cluster has is known from the Nodes of a profile, or on OpenShift from its release.',
  remediation: 'Begin the name with a letter, or say which Kubernetes the cluster has.',
  references: [OBJECT_NAMES, 'https://github.com/kubernetes/enhancements/issues/5311'],
  subjects: (graph) => graph.services,
  evaluate: ({ manifest }, { graph, cluster }) => {
    const name = manifest.metadata?.name;
    const { first } = kubernetesReleases(graph, cluster);
    // Where no release takes it, it is an error of its format.
    if (typeof name !== 'string' || !hasFormat(name, DNS_LABEL) || !mayHaveRelaxedServiceNames(cluster)) {
      return NOT_APPLICABLE;
    }
    if (hasFormat(name, DNS_1035_LABEL) || first >= RELAXED_SERVICE_NAMES_SINCE) {
      return [];
    }
    const message = `Kubernetes 1.${first}, which the cluster may have, refuses a Service whose name begins with a digit`;
    return [{ manifest, path: 'metadata.name', value: name, message, remedy: 'Begin the name with a letter.' }];
  },
};
