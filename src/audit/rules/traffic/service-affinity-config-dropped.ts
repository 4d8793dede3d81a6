import type { ServiceView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const serviceAffinityConfigDropped: Rule<ServiceView> = {
  id: 'service-affinity-config-dropped',
  title: 'A Service with a time for session affinity has session affinity',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Without sessionAffinity: ClientIP the API server drops sessionAffinityConfig without a word, and clients go from server to server.',
  remediation: 'Set sessionAffinity: ClientIP, or remove sessionAffinityConfig.',
  references: [
    'https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go',
    'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
  ],
  mentions: ['sessionAffinityConfig'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate({ manifest, spec }: ServiceView): Outcome {
  const { sessionAffinity, sessionAffinityConfig: value } = spec;
  if (value === undefined) {
    return NOT_APPLICABLE;
  }
  if (sessionAffinity !== undefined && sessionAffinity !== '' && sessionAffinity !== 'None') {
    return [];
  }
  const message = 'the Service has no session affinity, and the API server drops this without a word';
  const remedy = 'Set sessionAffinity: ClientIP, or remove it.';
  return [{ manifest, path: 'spec.sessionAffinityConfig', value, message, remedy, fix: setting('spec.sessionAffinity', 'ClientIP') }];
}
