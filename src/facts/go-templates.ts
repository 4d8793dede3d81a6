/*
 * What `text/template` of Go refuses in a text, as far as it can be told without running it.
 *
 * Source: https://pkg.go.dev/text/template
 */

const OPEN = '{{';
const CLOSE = '}}';
const COMMENT_OPEN = /(?:- )?\/\*/y;
const COMMENT_CLOSE = /(?: -)?\}\}/y;
/** What stands in quotes may contain the end of an action. Each piece is looked at once: with the whole action as one pattern it is not. */
const QUOTED = /"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'/sy;
const QUOTES: readonly string[] = ['"', '`', "'"];
const IDENTIFIER = /^[a-z_]\w*$/i;
const FIELD = /^\.([a-z_]\w*)(.*)$/is;
/** Actions with these are not looked into: what a dot means in them depends on where they stand. */
const KEYWORDS = ['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'];
const CONSTANTS = ['false', 'nil', 'true'];
const COMPARISONS = ['eq', 'ge', 'gt', 'le', 'lt', 'ne'];
const PRINTERS = ['html', 'js', 'print', 'printf', 'println', 'urlquery'];
const WORDS = [...CONSTANTS, ...COMPARISONS, ...PRINTERS, 'and', 'call', 'index', 'len', 'not', 'or', 'slice'];

/**
 * What is wrong with a template whose data has these fields, all of them texts: a clause that shows nothing of the template;
 * undefined: nothing that could be told.
 */
export function goTemplateFault(text: string, fields: readonly string[]): string | undefined {
  const actions = actionsOf(text);
  if (actions === undefined) {
    return 'an action is not closed with }}';
  }
  if (actions.some((action) => KEYWORDS.includes(action.split(/\W/, 1)[0]))) {
    return undefined;
  }
  return actions.includes('') ? 'an action is empty' : actions.flatMap((action) => wordFaults(action, fields))[0];
}

/** The actions of a template, without comments and what stands in quotes; undefined: one is not closed. */
function actionsOf(text: string): string[] | undefined {
  const actions: string[] = [];
  for (let start = text.indexOf(OPEN); start >= 0; ) {
    const begin = start + OPEN.length;
    const inside = endOf(COMMENT_OPEN, text, begin);
    const end = inside === undefined ? endOfAction(text, begin, actions) : endOfComment(text, inside);
    if (end === undefined) {
      return undefined;
    }
    start = text.indexOf(OPEN, end);
  }
  return actions;
}

function endOfComment(text: string, inside: number): number | undefined {
  const close = text.indexOf('*/', inside);
  return close < 0 ? undefined : endOf(COMMENT_CLOSE, text, close + 2);
}

function endOfAction(text: string, begin: number, actions: string[]): number | undefined {
  let body = '';
  for (let position = begin; position < text.length; ) {
    if (text.startsWith(CLOSE, position)) {
      actions.push(body.replace(/^- | -$/g, '').trim());
      return position + CLOSE.length;
    }
    const isQuote = QUOTES.includes(text[position]);
    const end = isQuote ? endOf(QUOTED, text, position) : position + 1;
    if (end === undefined) {
      return undefined;
    }
    body += isQuote ? '""' : text[position];
    position = end;
  }
  return undefined;
}

/** Where a match that begins at a place ends; undefined: there is none. */
function endOf(sticky: RegExp, text: string, place: number): number | undefined {
  sticky.lastIndex = place;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function wordFaults(action: string, fields: readonly string[]): string[] {
  return action.split(/[\s|()]+/).flatMap((word) => {
    if (IDENTIFIER.test(word)) {
      return WORDS.includes(word) ? [] : ['it calls a function that Go does not have'];
    }
    const [, field, behind] = FIELD.exec(word) ?? [];
    return field === undefined || (fields.includes(field) && behind === '')
      ? []
      : [`its only field is ${fields.map((known) => `.${known}`).join(', ')}`];
  });
}
