import { dump } from 'js-yaml-5';
import type { DumpedCluster } from './cluster-dump';

const TITLE = 'What the cluster is, for ClusterProfile.fromFile and for --cluster. Edit it as you like.';

/** A profile as a file; two dumps of a cluster in which nothing has changed give the same. */
export function profileText({ data, unknown }: DumpedCluster): string {
  const gaps = unknown.length === 0 ? [] : ['Not known:', ...unknown.map((gap) => `- ${gap}`)];
  const comments = [TITLE, ...gaps].map((line) => `# ${line}\n`).join('');
  return comments + dump(JSON.parse(JSON.stringify(data)), { lineWidth: -1, noRefs: true });
}
