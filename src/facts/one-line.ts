/**
 * Control characters, line ends, halves of characters, what turns the direction of writing and what nobody sees: with them a text
 * could forge lines of a log, or look like another text.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What may be unprintable: properties of characters are looked up in these only, which most texts do not have. */
const NOT_ASCII = /[^ -~]+/g;

/**
 * Begins commands in what a step prints: GitHub Actions and Azure Pipelines look for it anywhere in a line, TeamCity at its start.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * @see https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
const HASH_COMMAND = /##(?=[a-z]*\[)/gi;

/** A text in which no pipeline finds a command. */
export function withoutCommands(text: string): string {
  return text.replace(HASH_COMMAND, '#\\u0023');
}

/** A text on one line, with escapes as JSON has them, and without commands for whoever reads it. */
export function onOneLine(text: string): string {
  return withoutCommands(text.replace(NOT_ASCII, (part) => part.replace(UNPRINTABLE, escaped)));
}

/** Text in quotes, as in JSON, on one line. */
export function quoted(text: string): string {
  return onOneLine(JSON.stringify(text));
}

/** JSON has no escapes for characters beyond the first 65,536: two stand for one. */
function escaped(character: string): string {
  return character.split('').map(escapedUnit).join('');
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
