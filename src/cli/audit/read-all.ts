import type { ReportedFile } from '../../report';
import type { SourceFile } from '../../source';
import { readSources } from '../read-sources';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import type { AuditSettings } from './settings';

/** What there is to judge. @throws UsageError when it is nothing, and for parameters that no template has */
export async function readAll(settings: AuditSettings, streams: Streams): Promise<SourceFile[]> {
  const files = await readSources(settings, streams);
  refuseUnknownParameters(files, settings);
  return files;
}

/** What a report says of a file. */
export function reportedFile({ path, manifests, delivered, others, templates, faults }: SourceFile): ReportedFile {
  return {
    path,
    objects: manifests.length + delivered.length,
    others,
    templates: templates === 0 ? undefined : templates,
    faults: faults.length === 0 ? undefined : faults,
  };
}

/** A typing error in the name of a parameter must not pass for a value that counts. */
function refuseUnknownParameters(files: readonly SourceFile[], { parameters, loaded }: AuditSettings): void {
  const configured = new Set(Object.keys(loaded?.config.parameters ?? {}));
  for (const name of parameters.keys()) {
    if (!configured.has(name) && !files.some((file) => file.parameters.has(name))) {
      const known = [...new Set(files.flatMap((file) => [...file.parameters]))];
      const remedy = known.length === 0 ? 'Leave it out.' : `Use one of ${known.join(', ')}.`;
      throw new UsageError(`--param names ${name}, and no template has such a parameter. ${remedy}`);
    }
  }
}
