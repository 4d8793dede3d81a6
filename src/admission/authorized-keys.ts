import type { VirtualMachineView } from '../graph';
import { cloudInitVolumes } from './cloud-init';

const LIST = /^\s*(?:- +)?ssh[_-]authorized[_-]keys: *(.*)$/;
const ITEM = /^\s*- +(.*)$/;
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
}

/** The SSH keys in the user data that stands in the manifest of a VM, as far as they are written there in one line each. */
export function authorizedKeysOf(vm: VirtualMachineView): AuthorizedKey[] {
  return cloudInitVolumes(vm).flatMap(({ path, source: { userData } }) =>
    typeof userData === 'string' ? authorizedKeys(userData).map((key) => ({ path: `${path}.userData`, value: userData, key })) : [],
  );
}

function authorizedKeys(userData: string): string[] {
  const found: string[] = [];
  let isInList = false;
  for (const line of userData.split('\n')) {
    const rest = LIST.exec(line)?.[1].trim();
    const item = ITEM.exec(line)?.[1];
    if (rest !== undefined) {
      isInList = rest === '' || rest.startsWith('#');
      found.push(...(rest.startsWith('[') ? (rest.match(QUOTED_OR_PLAIN) ?? []) : []));
    } else if (isInList && item !== undefined) {
      found.push(item);
    } else if (line.trim() !== '' && !line.trim().startsWith('#')) {
      isInList = false;
    }
  }
  return found.map(unquoted).filter((key) => key !== '' && !WRITTEN_ELSEWHERE.test(key));
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1.*$/, '$2');
}
