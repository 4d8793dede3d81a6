import {
  credentialInQuery,
  credentialOptions,
  holdsPasswordInUrl,
  holdsPrivateKey,
  isCredentialHeader,
  isCredentialOption,
  isCredentialVariable,
  isWritten,
} from '../../facts';

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;
const HEADER_OPTION = /^(?:-[A-Za-z]*H|--header)$/;
const HEADER = /^([\w-]+)\s*:(.*)$/s;
const SHELLS = /^(?:.*\/)?(?:sh|ash|bash|dash|ksh|zsh)$/;
const RUNS_TEXT = /^-[a-z]*c$/;
/** Words that run the command behind them. */
const WRAPPERS = ['sudo', 'env', 'exec', 'nohup', 'time', 'export', 'then', 'do', 'else', 'if', '!'];
/** A word, as a shell takes a line apart; a separator of commands is a word of its own. */
const WORD = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|([^\s"'\\;&|()]))|([;&|()]+)|(\s+)/gs;
const CHPASSWD = /^(?:.*\/)?chpasswd$/;
const USER_AND_PASSWORD = /^[a-z_][\w.-]*:(.+)$/i;
/** Options of one letter in one word, such as `-sSu`. */
const CLUSTER = /^-[A-Za-z]{2,}$/;
/** What is longer is no command that somebody wrote. */
const LONGEST_SCRIPT = 65_536;

/** What is secret in the words of a command, such as `--password` or `curl -u`: never the values. */
export function credentialsInCommand(words: readonly string[]): string[] {
  const [program = '', option = '', script] = words;
  if (SHELLS.test(program) && RUNS_TEXT.test(option) && script !== undefined) {
    return credentialsInScript(script);
  }
  return credentialsInWords(words);
}

/** The same for the commands of a shell script. */
export function credentialsInScript(script: string): string[] {
  const found = script
    .slice(0, LONGEST_SCRIPT)
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => credentialsInLine(line));
  return [...new Set([...found, ...(holdsPrivateKey(script) ? ['a private key'] : [])])];
}

function credentialsInLine(line: string): string[] {
  const commands = commandsOf(line);
  const piped = commands.some(([program = '']) => CHPASSWD.test(program)) ? commands.flat() : [];
  const isFed = piped.some((word) => isWritten(USER_AND_PASSWORD.exec(word)?.[1] ?? ''));
  return [...commands.flatMap((words) => credentialsInCommand(words)), ...(isFed ? ['chpasswd'] : [])];
}

/** The commands of a line, each as its words. */
function commandsOf(line: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  const end = () => {
    const command = commands[commands.length - 1];
    if (word !== undefined && !(command.length === 0 && WRAPPERS.includes(word))) {
      command.push(word);
    }
    word = undefined;
  };
  for (const [, double, single, escaped, plain, separator, space] of line.matchAll(WORD)) {
    if (space !== undefined || separator !== undefined) {
      end();
      if (separator !== undefined) {
        commands.push([]);
      }
    } else {
      word = (word ?? '') + (double ?? single ?? escaped ?? plain);
    }
  }
  end();
  return commands.filter((words) => words.length > 0);
}

function credentialsInWords(words: readonly string[]): string[] {
  const start = words.findIndex((word) => !ASSIGNMENT.test(word) && !WRAPPERS.includes(word));
  const command = start < 0 ? [] : words.slice(start);
  const options = credentialOptions(command);
  const found: string[] = [];
  words.forEach((word, index) => {
    const next = words[index + 1] ?? '';
    const [, variable, value] = ASSIGNMENT.exec(word) ?? [];
    if (variable !== undefined && isCredentialVariable(variable) && isWritten(value)) {
      found.push(variable);
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if (isCredentialOption(option) && isWritten(equals < 0 ? next : word.slice(equals + 1))) {
      found.push(option);
    }
    found.push(...options.filter((known) => isWritten(secretOf(known, word, next))).map((known) => `${nameOf(command)} ${known.option}`));
    found.push(...headersIn(option, equals < 0 ? next : word.slice(equals + 1)));
  });
  const text = words.join(' ');
  return [...found, ...(holdsPasswordInUrl(text) ? ['a password in a URL'] : []), ...queriesIn(words)];
}

function nameOf([program]: readonly string[]): string {
  return program.replace(/^.*[/\\]/, '');
}

/** What a program takes for a secret in a word, or in the one behind it; empty: nothing. */
function secretOf({ option, attached, behind }: ReturnType<typeof credentialOptions>[number], word: string, next: string): string {
  const isAttached = attached !== undefined && word.startsWith(option) && word.length > option.length && !word.startsWith('--');
  const isOption = word === option || (behind !== undefined && CLUSTER.test(word) && word.endsWith(option.slice(1)));
  if (behind === undefined) {
    return isAttached ? word.slice(option.length) : word === option && attached !== 'only' ? next : '';
  }
  const value = isOption ? next : isAttached ? word.slice(option.length) : '';
  const position = value.indexOf(behind);
  return position < 0 ? '' : value.slice(position + behind.length);
}

function headersIn(option: string, value: string): string[] {
  const [, header, content] = (HEADER_OPTION.test(option) && HEADER.exec(value)) || [];
  const secret = content?.trim().replace(/^(?:Basic|Bearer|Token) +/i, '') ?? '';
  return header !== undefined && isWritten(secret) && isCredentialHeader(header, content) ? [`the header ${header}`] : [];
}

function queriesIn(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const query = word.includes('://') ? credentialInQuery(word) : undefined;
    return query === undefined ? [] : [`${query} in a URL`];
  });
}
