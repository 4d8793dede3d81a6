/**
 * Patterns that match what those of the API server match. Go never goes back over a text; ECMAScript does, and for these would need
 * longer than anybody waits.
 */
const WITHOUT_WAYS_BACK: Readonly<Record<string, string>> = {
  '^[!-~]+([\\t ]?[!-~]+)*$': '^[!-~]+(?:[\\t ][!-~]+)*$',
  '^0|([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$': '^0|[0-9](?:ns|us|µs|ms|s|m|h)$',
  '^(%(%|(\\{[-+]?[QXE](,[-+]?[QXE])*\\})?([A-Za-z]+|\\[[.0-9A-Z_a-z]+(\\([^)]+\\))?(,[.0-9A-Z_a-z]+(\\([^)]+\\))?)*\\]))|[^%[:cntrl:]])*$':
    '^(?:%(?:%|(?:\\{[-+]?[QXE](?:,[-+]?[QXE])*\\})?(?:[A-Za-z]|\\[[.0-9A-Z_a-z]+(?:\\([^)]+\\))?(?:,[.0-9A-Z_a-z]+(?:\\([^)]+\\))?)*\\]))|[^%[:cntrl:]])*$',
};

/** What counts inside and outside of brackets: an escape, a named class, and where brackets begin and end. */
const TOKEN = /\\.|\[:\w+:\]|\[\^?\]?|\]/g;

/** Named classes that patterns use, as RE2 has them: of ASCII only. */
const NAMED_CLASSES: Readonly<Record<string, string>> = { '[:cntrl:]': '\\x00-\\x1f\\x7f' };

/**
 * A pattern of a CustomResourceDefinition. Go writes the case-insensitive flag into the pattern, ECMAScript beside it.
 *
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function ecmaScript(pattern: string): RegExp {
  const plain = withBracketsOfEcmaScript(WITHOUT_WAYS_BACK[pattern] ?? pattern);
  return plain.includes('(?i)') ? new RegExp(plain.replace('(?i)', ''), 'iu') : new RegExp(plain);
}

/** Between brackets, Go has named classes, and reads a bracket as itself where it is the first character or opens another. */
function withBracketsOfEcmaScript(pattern: string): string {
  let isInside = false;
  return pattern.replace(TOKEN, (token) => {
    if (token.startsWith('\\')) {
      return token;
    }
    if (isInside) {
      isInside = !token.endsWith(']') || token in NAMED_CLASSES;
      return NAMED_CLASSES[token] ?? token.replace('[', '\\[');
    }
    isInside = token.startsWith('[');
    return token.replace(/(?<=.)\]/, '\\]');
  });
}
