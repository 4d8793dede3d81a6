import type { MetadataView } from '../graph';
import { Stage } from './stage';

/** What comes of metadata that the API server does not take, as a clause. */
export function refusalOf(view: MetadataView): string {
  return isOfObject(view) ? 'the API server refuses the object' : `the API server refuses the ${view.makes} that is made from it`;
}

/** When it strikes that the API server does not take metadata: those of most templates only when something is made from it. */
export function stageOf(view: MetadataView): Stage {
  return isOfObject(view) ? Stage.APPLY : Stage.START;
}

/** The API server validates the template of pods with the object that has it, and no other template. */
function isOfObject({ makes }: MetadataView): boolean {
  return makes === undefined || makes === 'pod';
}
