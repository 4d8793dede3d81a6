import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asRule, type BrokenRule, customRuleFaults, type ICustomRule, RuleBook } from '../../audit';
import { shownException } from '../../facts';
import type { ConfigFault } from './config-faults';

/** The rules of modules beside those of this package, and what is wrong with them. */
export interface LoadedRules {
  readonly book: RuleBook;
  readonly faults: readonly ConfigFault[];
}

/** Loads modules that export a rule or a list of rules: `module.exports`, or the default export. */
export async function loadRules(paths: readonly string[], folder: string, verbose = false): Promise<LoadedRules> {
  let book = RuleBook.OWN;
  const faults: ConfigFault[] = [];
  for (const [index, path] of paths.entries()) {
    const at = ['customRules', index];
    try {
      const exported = await exportOf(resolve(folder, path));
      const rules: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
      if (rules.length === 0) {
        faults.push({ path: at, message: `${path} exports no rule. Export one, or a list of them.` });
      }
      for (const [position, rule] of rules.entries()) {
        const wrong = customRuleFaults(rule, book);
        const named = `${path}${Array.isArray(exported) ? `, rule ${position + 1}` : ''}`;
        faults.push(...wrong.map((fault) => ({ path: at, message: `${named}: ${fault}` })));
        book = wrong.length === 0 ? book.with(asRule(rule as ICustomRule)) : book;
      }
    } catch (error) {
      faults.push({ path: at, message: `${path} cannot be loaded: ${reasonOf(error, folder)}` });
      faults.push(...(verbose ? stackOf(error).map((line) => ({ path: at, message: line })) : []));
    }
  }
  return { book, faults };
}

async function exportOf(path: string): Promise<unknown> {
  const loaded: any = await import(pathToFileURL(path).href);
  const exported = loaded.default ?? loaded;
  // What TypeScript compiles has its default export within that of the module.
  return exported?.__esModule === true && exported.default !== undefined ? exported.default : exported;
}

/** What went wrong, without the places of this machine, and where in the module. */
function reasonOf(error: unknown, folder: string): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    const [, missing] = /Cannot find (?:module|package) '([^']+)'/.exec(String(error)) ?? [];
    return `there is no ${missing === undefined ? 'such module' : missing.replace(`${folder}/`, '')}. Name a file that exists, and install what it imports.`;
  }
  const [, line] = /\/[^/\n]*?\.[cm]?[jt]s:(\d+)/.exec(String((error as Error)?.stack)) ?? [];
  return `${shownException(String(error))}${line === undefined ? '' : ` (line ${line})`}. Mend it.`;
}

/** What is told of a rule that does not work. */
export function brokenRuleLines(error: BrokenRule, verbose: boolean): string[] {
  const hint = 'Call the audit with --verbose to see where.';
  const { rule, what, cause } = error;
  const line = `The rule ${rule} does not work: ${what}. Mend it.`;
  return cause === undefined ? [line] : verbose ? [line, ...stackOf(cause)] : [`${line} ${hint}`];
}

function stackOf(error: unknown): string[] {
  return String((error as Error)?.stack ?? error).split('\n');
}
