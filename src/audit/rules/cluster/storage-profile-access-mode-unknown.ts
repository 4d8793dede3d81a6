import { didYouMean } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { ACCESS_MODES, CDI_GROUP } from '../../../facts';
import { isObject, type Manifest, objectsOf } from '../../../graph';
import { nearestValue } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const storageProfileAccessModeUnknown: Rule<Manifest> = {
  id: 'storage-profile-access-mode-unknown',
  title: 'The access modes of a StorageProfile are those of Kubernetes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale:
    'DataVolumes that leave their access modes open take those of the profile. The API server refuses one that claims do not have.',
  remediation: `Use ${ACCESS_MODES.join(', ')}.`,
  references: [
    'https://github.com/kubevirt/containerized-data-importer/blob/main/staging/src/kubevirt.io/containerized-data-importer-api/pkg/apis/core/v1beta1/types.go',
  ],
  mentions: ['claimPropertySets'],
  subjects: (graph) => graph.ofKind(CDI_GROUP, 'StorageProfile'),
  evaluate: (manifest) => {
    const sets = objectsOf(isObject(manifest.spec) ? manifest.spec.claimPropertySets : undefined);
    if (sets.length === 0) {
      return NOT_APPLICABLE;
    }
    return sets.flatMap(({ accessModes }, set) =>
      (Array.isArray(accessModes) ? accessModes : []).flatMap((value: unknown, index) => {
        const path = `spec.claimPropertySets[${set}].accessModes[${index}]`;
        const message = 'claims have no such access mode, and the API server refuses the profile';
        return typeof value !== 'string' || ACCESS_MODES.includes(value)
          ? []
          : [{ manifest, path, value, message, remedy: didYouMean(value, ACCESS_MODES), fix: nearestValue(path, value, ACCESS_MODES) }];
      }),
    );
  },
};
