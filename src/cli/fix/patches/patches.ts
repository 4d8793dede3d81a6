import { posix, resolve } from 'node:path';
import { patched, pointerSteps } from '../../../facts';
import type { Manifest } from '../../../graph';
import { holdsSecret } from '../../../report';
import { type PatchStep, patchBetween } from '../../../source';
import type { JudgedFinding } from '../../audit/judge';
import type { Streams } from '../../streams';
import { diffOf } from '../diff';
import type { JudgedFiles } from '../judged-files';
import type { Mends } from '../mend';
import { patchFiles } from './patch-files';
import { PatchFolder } from './patch-folder';
import { Targets } from './target';

/** Why a finding cannot be mended by a patch. */
export function patchRefusals(files: JudgedFiles): (finding: JudgedFinding) => string | undefined {
  const targets = new Targets(files);
  return ({ source, fix }) => {
    if (source === undefined || fix === undefined) {
      return undefined;
    }
    const steps = patchBetween(source.manifest, patched(source.manifest, fix.operations) ?? source.manifest);
    return showsSecret(steps, source.manifest) ? 'A patch would show what is secret' : targets.refusalOf(source.manifest);
  };
}

function showsSecret(steps: readonly PatchStep[], { kind }: Manifest): boolean {
  return steps.some((step) => 'value' in step && holdsSecret(step.value, { path: pointerSteps(step.path), root: { kind } }));
}

/** Writes the patches, or prints as a unified diff what they would change in their folder. */
export function writePatches(mends: Mends, path: string, isDry: boolean, { cwd, stdout }: Streams): void {
  const folder = new PatchFolder(resolve(cwd, path), patchFiles(mends));
  if (!isDry) {
    folder.write();
    return;
  }
  stdout.write(
    folder
      .changes()
      .map(([name, old, fresh]) => diffOf(posix.join(path, name), old, fresh))
      .join(''),
  );
}
