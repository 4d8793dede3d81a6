/**
 * Begins commands in what a step prints: GitHub Actions and Azure Pipelines look for it anywhere in a line, TeamCity at its start.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * @see https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
const HASH_COMMAND = /##(?=[a-z]*\[)/gi;
/** Begins commands of GitHub Actions at the start of a line. */
const COLON_COMMAND = /^(\s*)::/;

/** A text in which no pipeline finds a command. */
export function withoutCommands(text: string): string {
  return text.replace(HASH_COMMAND, '#\\u0023');
}

/** A line that no pipeline takes for a command, whatever the manifests say. */
export function logLine(line: string): string {
  return withoutCommands(line).replace(COLON_COMMAND, '$1:\\u003a');
}
