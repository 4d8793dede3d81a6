import type { MetadataView } from '../graph';
import { Stage } from './stage';

/** What comes of metadata that the API server does not take, as a clause. */
export function refusalOf({ makes }: MetadataView): string {
  return makes === undefined ? 'the API server refuses the object' : `the API server refuses the ${makes} that is made from it`;
}

/** When it strikes that the API server does not take metadata: those of a template only when something is made from it. */
export function stageOf({ makes }: MetadataView): Stage {
  return makes === undefined ? Stage.APPLY : Stage.START;
}
