import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath } from '../../../facts';
import { FENCE_SPEC, type FenceAgentsTemplateView, fenceAgentsTemplates, secretKeys } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A parameter has one place, the template or a Secret. */
export const fenceParameterTwice: Rule<FenceAgentsTemplateView> = {
  id: 'fence-parameter-twice',
  title: 'A parameter of a fence agent is in the template or in a Secret',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'What a node needs is put together from shared parameters, its own, and the Secrets. Its own parameters come before shared ones, but ' +
    'a parameter that is also a key of a Secret is ambiguous, and the webhook refuses the template.',
  remediation: 'Remove it from the template, or from the Secret.',
  references: [FENCE_AGENTS_PARAMETERS],
  subjects: fenceAgentsTemplates,
  evaluate: (template, { graph }) => {
    const { manifest, sharedParameters, nodeParameters } = template;
    const secrets = template.secrets.flatMap((reference) => {
      const secret = template.secret(graph, reference);
      return secret === undefined ? [] : [{ name: reference.name, keys: secretKeys(secret) }];
    });
    if (secrets.length === 0) {
      return NOT_APPLICABLE;
    }
    const places = new Map([
      ...nodeParameters.map(([parameter]) => [parameter, 'nodeparameters'] as const),
      ...Object.keys(sharedParameters).map((parameter) => [parameter, 'sharedparameters'] as const),
    ]);
    return secrets.flatMap(({ name, keys }) =>
      keys.flatMap((key) => {
        const place = places.get(key);
        const message = `Secret ${name} has this parameter too, and the webhook of the operator refuses to choose`;
        return place === undefined
          ? []
          : [
              {
                manifest,
                path: entryPath(`${FENCE_SPEC}.${place}`, key),
                value: place === 'nodeparameters' ? template.spec.nodeparameters[key] : sharedParameters[key],
                message,
                remedy: 'Remove it here, or from the Secret.',
              },
            ];
      }),
    );
  },
};
