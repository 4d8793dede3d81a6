import { resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { configPlaces } from '../config/load-config';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';

/** Editors write a file in several steps. */
const SETTLE_MS = 200;

/**
 * Runs at once, and again whenever something changes, until the user ends it.
 *
 * @param config the configuration that the call names; false: none counts
 */
export async function watch(
  paths: readonly string[],
  config: string | false | undefined,
  run: () => Promise<unknown>,
  { cwd, stdout, stderr }: Streams,
): Promise<never> {
  if (paths.includes('-')) {
    throw new UsageError('The standard input cannot be watched. Name files or folders.');
  }
  const { watch: watchFiles } = await import('chokidar');
  const watched = paths.map((path) => resolve(cwd, isDynamicPattern(path) ? '.' : path));
  const watcher = watchFiles([...watched, ...configPlaces(cwd, config)], {
    ignoreInitial: true,
    ignored: /[\\/](node_modules|\.git)([\\/]|$)/,
  });
  const again = async () => {
    stdout.write(stdout.isTerminal ? '\u001b[2J\u001b[H' : '\n');
    try {
      await run();
    } catch (error) {
      if (!(error instanceof UsageError)) {
        throw error;
      }
      stderr.write(`${error.message}\n`);
    }
    stderr.write('Waiting for changes; Ctrl+C ends it.\n');
  };
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(again, SETTLE_MS);
  });
  await again();
  return new Promise(() => {});
}
