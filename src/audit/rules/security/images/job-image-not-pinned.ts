import { IMAGE_NAMES } from '../../../../admission';
import { isPinned } from '../../../../facts';
import { fieldValues, type Manifest, type ManifestGraph } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const LISTS = ['containers', 'initContainers'];
/** Where the pod stands, by kind. */
const PODS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
};
const PATHS = Object.fromEntries(
  Object.entries(PODS).map(([kind, steps]) => [kind, LISTS.map((list) => [...steps, `${list}[]`, 'image'])]),
);

export const jobImageNotPinned: Rule<Manifest> = {
  id: 'job-image-not-pinned',
  title: 'The image of a job is pinned by digest',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'A job that takes snapshots or moves VMs has the permissions for that. Whoever can move the tag of its image decides what runs with them ' +
    'the next time.',
  remediation: 'Write the image as registry/image@sha256:<digest>, and move it on with each update that you have looked at.',
  references: [IMAGE_NAMES, 'https://kubernetes.io/docs/concepts/configuration/overview/'],
  subjects: (graph: ManifestGraph) => Object.keys(PODS).flatMap((kind) => graph.ofKind('batch', kind)),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const images = PATHS[manifest.kind].flatMap((steps) => fieldValues(manifest, steps));
  if (images.length === 0) {
    return NOT_APPLICABLE;
  }
  const message = 'this image is not pinned by digest, and may be another one the next time';
  const remedy = 'Write it as registry/image@sha256:<digest>.';
  return images
    .filter(({ value }) => typeof value === 'string' && !isPinned(value))
    .map(({ path, value }) => ({ manifest, path, value, message, remedy }));
}
