import { keyText, scalarText } from './yaml-scalar';

const STEP = '  ';

/**
 * Data as YAML that the readers of versions 1.1 and 1.2 read alike; what is undefined is left out, at every depth.
 *
 * cloud-init reads with PyYAML, which knows version 1.1 only, refuses whole texts for a tab or a character that it does not
 * take for printable, and goes on with nothing then.
 *
 * @see https://pyyaml.org/wiki/PyYAMLDocumentation
 */
export function yamlText(data: Record<string, any>): string {
  return node(JSON.parse(JSON.stringify(data)), '').replace(/^[ \n]/, '');
}

/** What follows a colon: a value on the same line, or a block on lines of its own, which are indented like this. */
function node(value: unknown, indentation: string): string {
  if (typeof value !== 'object' || value === null) {
    return ` ${scalarText(value as string | number | boolean | null, indentation)}\n`;
  }
  const entries = Array.isArray(value) ? items(value, indentation) : members(value, indentation);
  return entries === '' ? ` ${Array.isArray(value) ? '[]' : '{}'}\n` : `\n${entries}`;
}

function members(map: object, indentation: string): string {
  return Object.entries(map)
    .map(([key, value]) => `${indentation}${keyText(key, indentation)}:${node(value, indentation + STEP)}`)
    .join('');
}

/** The first line of a block within a list stands beside the dash. */
function items(list: readonly unknown[], indentation: string): string {
  const inner = indentation + STEP;
  return list
    .map((item) => {
      const text = node(item, inner);
      return `${indentation}-${text.startsWith('\n') ? ` ${text.slice(1 + inner.length)}` : text}`;
    })
    .join('');
}
