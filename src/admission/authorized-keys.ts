import type { VirtualMachineView } from '../graph';
import { cloudConfigText, indentationOf } from './cloud-config-text';
import { cloudInitVolumes } from './cloud-init';

const LIST = /^\s*(?:- +)?ssh[_-]authorized[_-]keys:(.*)$/s;
const ITEM = /^\s*- +(.*)$/s;
const QUOTED_OR_PLAIN = /"[^"]*"|'[^']*'|[^,[\]"']+/g;
/** What another tool fills in, and what YAML writes elsewhere: aliases and text in several lines. */
const WRITTEN_ELSEWHERE = /[{}$]|^[*&|>!]/;

/** An entry of a list of SSH keys in user data. */
export interface AuthorizedKey {
  /** Manifest path of the user data. */
  readonly path: string;
  /** The user data as a whole. */
  readonly value: string;
  readonly key: string;
  /** Which of the keys in the user data it is, from 1: what the guest reads is not shown. */
  readonly number: number;
}

/** The SSH keys in the user data that stands in the manifest of a VM, as far as they are written there in one line each. */
export function authorizedKeysOf(vm: VirtualMachineView): AuthorizedKey[] {
  return cloudInitVolumes(vm).flatMap(({ path, source: { userData, userDataBase64 } }) => [
    ...keysIn(`${path}.userData`, userData, 'utf8'),
    ...keysIn(`${path}.userDataBase64`, userDataBase64, 'base64'),
  ]);
}

function keysIn(path: string, value: unknown, encoding: BufferEncoding): AuthorizedKey[] {
  const text = typeof value === 'string' ? Buffer.from(value, encoding).toString('utf8') : '';
  return authorizedKeys(cloudConfigText(text)).map((key, index) => ({ path, value: value as string, key, number: index + 1 }));
}

function authorizedKeys(settings: string): string[] {
  const found: string[] = [];
  let isInList = false;
  let isWrapped = false;
  const lines = settings.split('\n');
  for (const [index, line] of lines.entries()) {
    const rest = LIST.exec(line)?.[1].trim();
    const item = ITEM.exec(line)?.[1];
    if (rest !== undefined) {
      isInList = rest === '' || rest.startsWith('#');
      found.push(...(rest.startsWith('[') ? (rest.match(QUOTED_OR_PLAIN) ?? []) : []));
    } else if (isInList && item !== undefined) {
      isWrapped = isContinued(line, lines[index + 1]);
      found.push(...(isWrapped ? [] : [item]));
    } else if (line.trim() !== '') {
      isInList = isInList && isWrapped;
      isWrapped = false;
    }
  }
  return found.map(unquoted).filter((key) => key !== '' && !WRITTEN_ELSEWHERE.test(key));
}

/** Whether the text of an entry goes on in the next line. */
function isContinued(line: string, next = ''): boolean {
  return next.trim() !== '' && !ITEM.test(next) && indentationOf(next) > indentationOf(line);
}

/** What stands between the first character, if that is a quote, and the last one like it. */
function unquoted(text: string): string {
  const plain = text.trim();
  const end = plain.startsWith('"') || plain.startsWith("'") ? plain.lastIndexOf(plain[0]) : 0;
  return end > 0 ? plain.slice(1, end) : plain;
}
