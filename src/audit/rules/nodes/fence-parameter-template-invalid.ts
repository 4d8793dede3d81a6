import { FENCE_AGENTS_PARAMETERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath, goTemplateFault } from '../../../facts';
import { type FenceAgentsTemplateView, fenceAgentsTemplates } from '../../../graph';
import { safeSetting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The data of the templates. */
const FIELDS = ['NodeName'];

/** Shared parameters are templates of Go, with the name of the node. */
export const fenceParameterTemplateInvalid: Rule<FenceAgentsTemplateView> = {
  id: 'fence-parameter-template-invalid',
  title: 'The shared parameters of a fence agent are templates that Go can fill in',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The operator reads shared parameters as templates of Go, in which {{.NodeName}} is the name of the node. There is no other field, and ' +
    'no function but those of Go. The webhook tries each with a name, and refuses what cannot be filled in.',
  remediation: 'Write {{.NodeName}} where the name of the node belongs, with the dot.',
  references: [FENCE_AGENTS_PARAMETERS, 'https://pkg.go.dev/text/template'],
  subjects: fenceAgentsTemplates,
  evaluate: ({ manifest, specPath, sharedParameters }) => {
    const templates = Object.entries(sharedParameters).filter(([, value]) => typeof value === 'string' && value.includes('{{'));
    if (templates.length === 0) {
      return NOT_APPLICABLE;
    }
    return templates.flatMap(([parameter, value]) => {
      const fault = goTemplateFault(value, FIELDS);
      const message = `${fault}, and the webhook of the operator refuses a parameter that cannot be filled in`;
      const path = entryPath(`${specPath}.sharedparameters`, parameter);
      const meant = String(value).replace(/\{\{(\s*)NodeName(\s*)\}\}/g, '{{$1.NodeName$2}}');
      const fix = goTemplateFault(meant, FIELDS) === undefined ? safeSetting(path, meant) : undefined;
      return fault === undefined ? [] : [{ manifest, path, value, message, remedy: 'Write {{.NodeName}} for the name of the node.', fix }];
    });
  },
};
