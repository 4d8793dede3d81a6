import { KubevirtSource, nearest, wholeObjects } from '../../../admission';
import { FEATURE_GATES, KUBEVIRT_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { nearestValue } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const LISTS = ['featureGates', 'disabledFeatureGates'];
const SHORTEST_SLIP = 6;
const PATH = 'spec.configuration.developerConfiguration';

/** A gate that resembles none may be of a release that this library does not know. */
export const featureGateMisspelled: Rule<Manifest> = {
  id: 'feature-gate-misspelled',
  title: 'The feature gates of a KubeVirt object are written as KubeVirt writes them',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'KubeVirt takes any text for the name of a feature gate, and compares letter by letter: with a slip the feature stays as it was, and nothing says so.',
  remediation: 'Write the gate as KubeVirt does, with its capitals.',
  references: [KubevirtSource.FEATURE_GATES],
  mentions: LISTS,
  subjects: (graph) => wholeObjects(graph, KUBEVIRT_GROUP, 'KubeVirt'),
  evaluate,
};

function evaluate(kubevirt: Manifest): Outcome {
  const configuration: unknown = kubevirt.spec?.configuration?.developerConfiguration;
  if (!isObject(configuration)) {
    return NOT_APPLICABLE;
  }
  return LISTS.flatMap((list) => {
    const gates: unknown[] = Array.isArray(configuration[list]) ? configuration[list] : [];
    return gates.flatMap((gate, index) => {
      const meant = typeof gate === 'string' ? meantBy(gate) : undefined;
      const path = `${PATH}.${list}[${index}]`;
      const message = 'no release of KubeVirt is known to have this gate, and one that it does not know changes nothing';
      return meant === undefined
        ? []
        : [
            {
              manifest: kubevirt,
              path,
              value: gate,
              message,
              remedy: `Did you mean ${meant}?`,
              fix: nearestValue(path, String(gate), FEATURE_GATES),
            },
          ];
    });
  });
}

/** The gate that a text resembles; short names resemble one another. */
function meantBy(text: string): string | undefined {
  const meant = FEATURE_GATES.includes(text) ? undefined : nearest(text, FEATURE_GATES);
  return text.length >= SHORTEST_SLIP || meant?.toLowerCase() === text.toLowerCase() ? meant : undefined;
}
