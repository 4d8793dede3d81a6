import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');

/** The violations of the room arrows in the `src` of a folder, as `rule: from → to`. */
export function violations(folder = REPOSITORY): string[] {
  const program = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(REPOSITORY, '.dependency-cruiser.json');
  const run = spawnSync(process.execPath, [program, '--config', config, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { summary } = parseReport(run.stdout, run.stderr);
  return summary.violations.map((violation: any) => `${violation.rule.name}: ${violation.from} → ${packageName(violation.to)}`).sort();
}

/** `../node_modules/cdk8s/lib/index.js` is `cdk8s`; a path of our own stays. */
function packageName(path: string): string {
  return path.replace(/^.*node_modules\/([^/]+)\/.*$/, '$1');
}

function parseReport(output: string, errors: string): any {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`dependency-cruiser did not report: ${errors}${output}`);
  }
}
