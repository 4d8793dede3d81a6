import type { MetadataView } from '../graph';

/** What comes of metadata that the API server does not take, as a clause. */
export function refusalOf({ makes }: MetadataView): string {
  return makes === undefined ? 'the API server refuses the object' : `the API server refuses the ${makes} that is made from it`;
}
