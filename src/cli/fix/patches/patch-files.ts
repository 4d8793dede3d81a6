import { printable } from '../../../facts';
import type { Manifest } from '../../../graph';
import { faultOf } from '../../../report';
import { blockText, patchBetween, type SourceManifest } from '../../../source';
import type { JudgedFinding } from '../../audit/judge';
import type { Mends } from '../mend';
import { doneText } from '../tell';
import { type PatchTarget, targetOf } from './target';

/** What every file begins with: by it one knows what may be written anew. */
export const MARK = '# Written by cdk8s-kubevirt with --patches, which writes all of this folder anew.';

/** The file that lists the patches. */
export const COMPONENT_FILE = 'kustomization.yaml';

/** File systems take names of 255 bytes. */
const LONGEST_STEM = 200;

const STYLE = { eol: '\n', step: 2, indentsLists: false, isJson: false };

interface Patch {
  readonly file: string;
  readonly target: PatchTarget;
  readonly text: string;
}

/**
 * A Kustomize component with a patch for each object that is mended, by the names of its files; the component is the last.
 *
 * @see https://kubectl.docs.kubernetes.io/guides/config_management/components/
 */
export function patchFiles(mends: Mends): Map<string, string> {
  const patches = patchesOf(mends);
  const component = {
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    patches: patches.map(({ file, target }) => ({ path: file, target })),
  };
  const files = new Map(patches.map(({ file, text }) => [file, text]));
  const use = '# To use it, list this folder under components in a kustomization beside the resources.';
  return files.set(COMPONENT_FILE, `${MARK}\n${use}\n${blockText(component, 0, STYLE)}\n`);
}

function patchesOf({ before, after, mended }: Mends): Patch[] {
  const names = new Set([COMPONENT_FILE]);
  return before.files.flatMap((file, at) =>
    file.manifests.flatMap(({ manifest }, index) => {
      const steps = patchBetween(manifest, after.files[at].manifests[index].manifest);
      if (steps.length === 0) {
        return [];
      }
      const reasons = mended.filter(({ source }) => source !== undefined && isAt(source, file.path, index)).map(reasonOf);
      const text = [MARK, ...reasons, blockText(steps, 0, STYLE), ''].join('\n');
      return [{ file: fileName(manifest, names), target: targetOf(manifest), text }];
    }),
  );
}

function isAt(source: SourceManifest, path: string, index: number): boolean {
  return source.file.path === path && source.file.manifests.indexOf(source) === index;
}

function reasonOf(finding: JudgedFinding): string {
  return `# ${printable(`${faultOf(finding)} ${doneText(finding)} (${finding.rule.id})`)}`;
}

/** Kind, namespace and name, as far as any file system takes them; with a number, where that is not enough. */
function fileName({ kind, metadata }: Manifest, taken: Set<string>): string {
  const words = [kind, metadata?.namespace, metadata?.name].filter((word) => word !== undefined);
  const stem = words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, LONGEST_STEM);
  const names = Array.from({ length: taken.size + 1 }, (_, number) => `${stem}${number === 0 ? '' : `-${number + 1}`}.yaml`);
  const name = names.find((candidate) => !taken.has(candidate)) as string;
  taken.add(name);
  return name;
}
