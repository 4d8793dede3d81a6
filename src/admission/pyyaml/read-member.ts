import { YamlRefusal } from './cursor';
import type { YamlNode } from './nodes';
import { Parser } from './parser';
import { checkValues } from './values';

/** The key and the value, both texts, of the innermost of maps with one member each. */
export interface TextMember {
  readonly key: string;
  readonly value: string;
}

/** What PyYAML reads where maps of one member each stand within one another; undefined: it refuses it, or reads something else. */
export function readMember(document: string, levels: number): TextMember | undefined {
  try {
    const root = new Parser(`${document}\0`).document();
    if (root === undefined) {
      return undefined;
    }
    checkValues(root);
    return innermost(root, levels);
  } catch (error) {
    if (error instanceof YamlRefusal) {
      return undefined;
    }
    throw error;
  }
}

function innermost(node: YamlNode, levels: number): TextMember | undefined {
  if (node.kind !== 'map' || node.pairs.length !== 1) {
    return undefined;
  }
  const [[key, value]] = node.pairs;
  if (levels > 1) {
    return innermost(value, levels - 1);
  }
  return key.kind === 'text' && value.kind === 'text' ? { key: key.text, value: value.text } : undefined;
}
