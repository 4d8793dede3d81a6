const HEADER = /^(?:## template: *jinja\s*\n)?#cloud-config\b/;
const COMMENT = /^\s*#.*$/;
const CONTENT = /^(\s*(?:- +)*)content:(.*)$/;
const BLOCK = /^\s*[|>][-+\d]*\s*(?:#.*)?$/;

/**
 * User data as far as cloud-init reads it as cloud-config: without its comments and without the contents of the files that it
 * writes, which only look like settings. Empty for a script and for anything else.
 */
export function cloudConfigText(userData: string): string {
  return isCloudConfig(userData) ? withoutContents(userData.split('\n')).join('\n') : '';
}

/** Whether cloud-init reads user data as cloud-config. */
export function isCloudConfig(userData: string): boolean {
  return HEADER.test(userData);
}

/** User data that is a script, without its comments; empty for anything else. */
export function scriptText(userData: string): string {
  const [first, ...rest] = userData.split('\n');
  return first.startsWith('#!') ? rest.filter((line) => !COMMENT.test(line)).join('\n') : '';
}

function withoutContents(lines: readonly string[]): string[] {
  const kept: string[] = [];
  /** The column of the key whose block is passed over. */
  let column: number | undefined;
  for (const line of lines) {
    if (column !== undefined && (line.trim() === '' || indentationOf(line) > column)) {
      continue;
    }
    column = undefined;
    const [, before, value] = CONTENT.exec(line) ?? [];
    if (before !== undefined) {
      column = BLOCK.test(value) ? before.length : undefined;
    } else if (!COMMENT.test(line)) {
      kept.push(line);
    }
  }
  return kept;
}

/** The column in which a line begins. */
export function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}
