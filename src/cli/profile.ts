import { resolve } from 'node:path';
import { type DumpedCluster, dumpedCluster, profileText } from '../profile';
import { ExitCode } from './exit-code';
import { refuseFaults } from './fault-lines';
import { readSources } from './read-sources';
import type { Streams } from './streams';
import { writeWholeFile } from './write-file';

/** Where the profile of a cluster goes. */
export interface ProfileOptions {
  readonly output?: string;
}

/**
 * Writes the profile of a cluster from what kubectl printed of its objects.
 *
 * @throws UsageError when a file cannot be read: half of a cluster is another cluster
 */
export async function profile(paths: readonly string[], { output }: ProfileOptions, streams: Streams): Promise<ExitCode> {
  const files = await readSources({ paths, isDump: true }, streams);
  refuseFaults(files, 'No profile was written');
  const cluster = dumpedCluster(files.flatMap(({ manifests }) => manifests.map(({ manifest }) => manifest)));
  const text = profileText(cluster);
  if (output === undefined) {
    streams.stdout.write(text);
  } else {
    writeWholeFile(resolve(streams.cwd, output), text);
  }
  streams.stderr.write(summary(cluster, output));
  return ExitCode.CLEAN;
}

function summary({ data, unknown, others }: DumpedCluster, output: string | undefined): string {
  const kept = data.objects?.length ?? 0;
  const target = output === undefined ? '' : `${output}: `;
  const gaps = unknown.length === 0 ? 'Nothing is missing.' : `Not known:\n${unknown.map((gap) => `  - ${gap}\n`).join('')}`;
  return `${target}${kept} of ${kept + others} objects say what the cluster is. ${gaps.trimEnd()}\n`;
}
