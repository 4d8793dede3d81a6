import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath } from '../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates, type SecretReference, secretKeys } from '../../../graph';
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
    const secrets = template.secrets.flatMap((reference) => {
      const secret = template.secret(graph, reference);
      return secret === undefined ? [] : [{ reference, keys: secretKeys(secret) }];
    });
    if (secrets.length === 0) {
      return NOT_APPLICABLE;
    }
    return secrets.flatMap(({ reference, keys }) =>
      keys.flatMap((key) => {
        const place = placeOf(template, key, reference);
        const message = `Secret ${reference.name} has this parameter too, and the webhook of the operator refuses to choose`;
        return place === undefined
          ? []
          : [
              {
                manifest: template.manifest,
                path: entryPath(`${template.specPath}.${place}`, key),
                value: template.spec[place][key],
                message,
                remedy: 'Remove it here, or from the Secret.',
              },
            ];
      }),
    );
  },
};

/** Where the template has a parameter for a node that the Secret is for. */
function placeOf(
  { sharedParameters, nodeParameters }: FenceAgentsTemplateView,
  key: string,
  { node }: SecretReference,
): string | undefined {
  if (Object.hasOwn(sharedParameters, key)) {
    return 'sharedparameters';
  }
  const values = new Map(nodeParameters).get(key);
  const isSet = values !== undefined && (node === undefined ? Object.keys(values).length > 0 : Object.hasOwn(values, node));
  return isSet ? 'nodeparameters' : undefined;
}
