import { withoutCommands } from '../facts';

/** Begins commands of GitHub Actions at the start of a line. */
const COLON_COMMAND = /^(\s*)::/;

/** A line that no pipeline takes for a command, whatever the manifests say. */
export function logLine(line: string): string {
  return withoutCommands(line).replace(COLON_COMMAND, '$1:\\u003a');
}
