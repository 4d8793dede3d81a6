import { ROUTE_TYPES } from '../../../../admission';
import type { RouteView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const routePlainHttpAllowed: Rule<RouteView> = {
  id: 'route-plain-http-allowed',
  title: 'A Route with TLS is not served over plain HTTP as well',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'With insecureEdgeTerminationPolicy: Allow the router answers on port 80 too. Who follows an old link or types the host sends cookies and passwords in the clear, and nothing leads him to the encrypted side.',
  remediation: 'Use Redirect, or None where nobody comes over HTTP.',
  references: [ROUTE_TYPES],
  mentions: ['insecureEdgeTerminationPolicy'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate({ manifest, tls, mode }: RouteView): Outcome {
  if (mode !== 'edge' && mode !== 'reencrypt') {
    return NOT_APPLICABLE;
  }
  return tls?.insecureEdgeTerminationPolicy === 'Allow'
    ? [
        {
          manifest,
          path: 'spec.tls.insecureEdgeTerminationPolicy',
          value: 'Allow',
          message:
            'the router serves plain HTTP as well, so that cookies and passwords of whoever uses it go over the network in the clear',
          remedy: 'Use Redirect, or None where nobody comes over HTTP.',
          fix: setting('spec.tls.insecureEdgeTerminationPolicy', 'Redirect'),
        },
      ]
    : [];
}
