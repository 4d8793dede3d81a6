import { isBreak, type YamlFault, YamlRefusal } from './cursor';
import type { YamlNode } from './nodes';
import { Parser } from './parser';
import { checkValues, typeOf } from './values';

const UNPRINTABLE = /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd]/;
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g;
/** For a printable character: Python counts one where JavaScript counts two. */
const STAND_IN = '\ue000';

/** What the whole of a text has to be. */
export type Root = 'map' | 'list';

/**
 * What keeps PyYAML's `safe_load`, with which cloud-init reads, from making a value of a text; undefined: it loads.
 *
 * It holds for PyYAML 6 and older ones, and refuses nothing that PyYAML 6 takes. A text without anything loads.
 *
 * @param root what cloud-init takes
 * @see https://github.com/canonical/cloud-init/blob/26.1/cloudinit/util.py (load_yaml)
 */
export function safeLoadFault(text: string, root: Root): YamlFault | undefined {
  const characters = text.replace(ASTRAL, STAND_IN);
  try {
    load(characters, root);
    return undefined;
  } catch (error) {
    if (error instanceof YamlRefusal) {
      return faultAt(characters, error);
    }
    throw error;
  }
}

function load(text: string, root: Root): void {
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable !== -1) {
    const code = text.charCodeAt(unprintable).toString(16).toUpperCase().padStart(4, '0');
    const remedy = 'Remove it, or put the text into double quotes and write it as an escape there.';
    throw new YamlRefusal(unprintable, `the character U+${code}, which PyYAML refuses in any text`, remedy);
  }
  const node = new Parser(`${text}\0`).document();
  if (node !== undefined) {
    checkValues(node);
    checkRoot(node, root);
  }
}

function checkRoot(node: YamlNode, root: Root): void {
  const type = typeOf(node);
  const isEmpty = type === 'null' || (node.kind === 'text' && node.isImplicit && EMPTY.test(node.text));
  const types = root === 'map' ? ['map'] : ['seq', 'omap', 'pairs', 'set'];
  if (!isEmpty && !types.includes(type)) {
    throw new YamlRefusal(node.position, `a ${node.kind} where all of the text has to be a ${root}`);
  }
}

const EMPTY = /^(?:~|null|Null|NULL|)$/;

function faultAt(text: string, { position, reason, remedy }: YamlRefusal): YamlFault {
  let line = 1;
  let start = 0;
  for (let index = 0; index < position; index++) {
    const code = text.charCodeAt(index);
    if (isBreak(code) && !(code === 0x0d && text.charCodeAt(index + 1) === 0x0a)) {
      line++;
      start = index + 1;
    }
  }
  return { line, column: position - start + 1, reason, remedy };
}
