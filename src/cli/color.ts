import type { Streams } from './streams';

/**
 * Whether texts are coloured: as the option says, else as the environment says, else on terminals.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function usesColor(option: boolean | undefined, { env, stdout }: Pick<Streams, 'env' | 'stdout'>): boolean {
  if (option !== undefined) {
    return option;
  }
  if (env.NO_COLOR) {
    return false;
  }
  if (env.FORCE_COLOR) {
    return env.FORCE_COLOR !== '0';
  }
  return stdout.isTerminal && env.TERM !== 'dumb';
}
