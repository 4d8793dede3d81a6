/*
 * What `text/template` of Go refuses in a text, as far as it can be told without running it.
 *
 * Source: https://pkg.go.dev/text/template
 */

const COMMENT = /\{\{(?:- )?\/\*.*?\*\/(?: -)?\}\}/gs;
/** What stands in quotes may contain the end of an action. */
const ACTION = /\{\{((?:"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'|[^"'`])*?)\}\}/gs;
const QUOTED = /"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'/gs;
const IDENTIFIER = /^[a-z_]\w*$/i;
const FIELD = /^\.([a-z_]\w*)(.*)$/i;
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
  const withoutComments = text.replace(COMMENT, '');
  const actions = [...withoutComments.matchAll(ACTION)].map(([, body]) =>
    body
      .replace(/^- | -$/g, '')
      .replace(QUOTED, '""')
      .trim(),
  );
  if (withoutComments.replace(ACTION, '').includes('{{')) {
    return 'an action is not closed with }}';
  }
  if (actions.some((action) => KEYWORDS.includes(action.split(/\W/, 1)[0]))) {
    return undefined;
  }
  return actions.includes('') ? 'an action is empty' : actions.flatMap((action) => wordFaults(action, fields))[0];
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
