import { stringify } from 'yaml';
import type { DumpedCluster } from './cluster-dump';

const TITLE = 'What the cluster is, for ClusterProfile.fromFile and for --cluster. Edit it as you like.';

/** A profile as a file; two dumps of a cluster in which nothing has changed give the same. */
export function profileText({ data, unknown }: DumpedCluster): string {
  const gaps = unknown.length === 0 ? [] : ['Not known:', ...unknown.map((gap) => `- ${gap}`)];
  const comments = [TITLE, ...gaps].map((line) => `# ${line}\n`).join('');
  // Readers of YAML 1.1 take a time that is not quoted for a date.
  return comments + stringify(data, { lineWidth: 0, version: '1.1' });
}
