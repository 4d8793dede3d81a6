import { KubevirtSource, tolerationFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { apiGroup, type ComponentToleration, componentTolerations, type Manifest } from '../../../graph';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';
import { tolerationFix } from '../../toleration-fix';

/** What Kubernetes refuses of a pod it refuses of the pods of an operator too. */
export const componentTolerationInvalid: Rule<ComponentToleration> = {
  id: 'component-toleration-invalid',
  title: 'The tolerations of operators and their components are what Kubernetes accepts of a pod',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'admission',
  rationale:
    'An operator copies the tolerations of its custom resource into the Deployments and DaemonSets of its components. Kubernetes refuses ' +
    'those, and the components stay as they were, or never come up. What has a template of pods itself is refused at once.',
  remediation: 'Use Exists without a value, or Equal with one; an effect that Kubernetes has; tolerationSeconds with NoExecute only.',
  references: [KubevirtSource.POD_VALIDATION, KubevirtSource.TAINT_EVICTION],
  subjects: componentTolerations,
  evaluate: ({ manifest, path, toleration }) =>
    tolerationFaults(toleration).map(({ field, refused, remedy }) => ({
      manifest,
      stage: stageOf(manifest),
      path: `${path}.${field}`,
      value: toleration[field],
      message: `Kubernetes refuses ${refused}, and so ${stageOf(manifest) === Stage.APPLY ? 'the object' : 'the pods that are to have it'}`,
      remedy,
      fix: tolerationFix(path, toleration, field),
    })),
};

/** Kubernetes validates the pods of its own kinds with the object that has them. */
function stageOf(manifest: Manifest): Stage {
  return ['', 'apps', 'batch'].includes(apiGroup(manifest)) ? Stage.APPLY : Stage.RUN;
}
