import { KubevirtSource, metadataFieldRemedy, unknownMetadataFields } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP, memberPath, POOL_GROUP } from '../../../facts';
import { apiGroup, type MetadataView, metadataViews } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const GROUPS: readonly string[] = [KUBEVIRT_GROUP, POOL_GROUP];

/** What belongs into the spec of a template is easily written one level too deep. */
export const metadataFieldUnknown: Rule<MetadataView> = {
  id: 'metadata-field-unknown',
  title: 'The metadata of a template of KubeVirt has fields of metadata only',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale:
    'The CustomResourceDefinition says nothing about the metadata of templates, so that kubectl finds nothing wrong with it. The webhook of ' +
    'KubeVirt checks the object against a schema of its own, and refuses fields that metadata does not have.',
  remediation: 'Move the field to the spec beside the metadata, or a label into labels.',
  references: ['https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/util/openapi/openapi.go', KubevirtSource.VM_ADMITTER],
  subjects: metadataViews,
  evaluate: (view) => {
    if (view.makes === undefined || !GROUPS.includes(apiGroup(view.manifest))) {
      return NOT_APPLICABLE;
    }
    return unknownMetadataFields(view).map((name) => ({
      manifest: view.manifest,
      path: memberPath(view.path, name),
      value: view.metadata[name],
      message: 'metadata has no such field, and KubeVirt refuses the object',
      remedy: metadataFieldRemedy(view, name),
    }));
  },
};
