import { YamlRefusal } from './cursor';
import type { YamlNode } from './nodes';
import { Parser } from './parser';

/** Words that stand for something other than a text. */
const NO_TEXT = /^(?:~|null|true|false|yes|no|on|off|)$/i;

/**
 * What stands in a text, as PyYAML takes it apart: maps, lists, and the texts of all that is neither, with null for truths and for
 * nothing. What an alias names is where it is named. Undefined: PyYAML refuses the text, or there is nothing in it.
 */
export function readData(text: string): unknown {
  try {
    const root = new Parser(`${text}\0`).document();
    return root && dataOf(root, new Set());
  } catch (error) {
    if (error instanceof YamlRefusal) {
      return undefined;
    }
    throw error;
  }
}

function dataOf(node: YamlNode, seen: Set<YamlNode>): unknown {
  if (seen.has(node)) {
    return undefined;
  }
  seen.add(node);
  switch (node.kind) {
    case 'text':
      return node.isImplicit && NO_TEXT.test(node.text) ? null : node.text;
    case 'list':
      return node.items.map((item) => dataOf(item, seen));
    default:
      return Object.fromEntries(node.pairs.flatMap(([key, value]) => (key.kind === 'text' ? [[key.text, dataOf(value, seen)]] : [])));
  }
}
