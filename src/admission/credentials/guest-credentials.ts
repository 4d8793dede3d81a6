import {
  CLOUD_CONFIG_CREDENTIALS,
  CLOUD_CONFIG_PASSWORD_LISTS,
  CREDENTIAL_PROGRAMS,
  isCredentialHeader,
  NETWORK_DATA_CREDENTIALS,
  parsedJson,
} from '../../facts';
import { isObject } from '../../graph';
import { isCloudConfig } from '../cloud-config-text';
import { readData } from '../pyyaml/read-data';
import { credentialsInCommand, credentialsInScript } from './command-credentials';
import { credentialsInFile, credentialsInText } from './file-credentials';
import { credentialsAt, type GuestCredential, passwordAt } from './guest-credential';
import { ignitionCredentials } from './ignition';
import { type Leaf, leavesOf } from './leaves';

const IS_CLOUD_CONFIG = pattern(CLOUD_CONFIG_CREDENTIALS);
const COMMANDS = /^(?:runcmd|bootcmd)\[\]/;
const CONTENTS = /^(?:write_files\[\]|wireguard\.interfaces\[\])\.content$/;
const HEADERS = /(?:^|\.)headers\.[^.]+$/;
const BASE64 = ['b64', 'base64'];
const WORDS = [
  'pass',
  'pwd',
  'bindpw',
  'rootpw',
  'psk\\b',
  'token',
  'secret',
  'private',
  'shared',
  'key\\b',
  'authorization',
  '_auth\\b',
  '"auth"',
  'cookie',
  '://',
  'b64',
  'base64',
  'data:',
];
const SUSPECT = new RegExp(`${WORDS.join('|')}|\\b(?:${CREDENTIAL_PROGRAMS.join('|')})\\b`, 'i');
const SCRIPT = /^#!|^#cloud-boothook\b/;

/**
 * The credentials in user data: cloud-config, a script, a configuration of Ignition, or something else, of which only what
 * looks like one is told.
 */
export function userDataCredentials(userData: string): GuestCredential[] {
  return isSuspect(userData) ? readUserData(userData) : [];
}

function readUserData(userData: string): GuestCredential[] {
  const ignition = userData.trimStart().startsWith('{') ? parsedJson(userData) : undefined;
  if (isObject(ignition)) {
    return ignitionCredentials(ignition);
  }
  const config = isCloudConfig(userData) ? readData(userData) : undefined;
  if (config === undefined) {
    const found = SCRIPT.test(userData) ? credentialsInFile(userData) : credentialsInText(userData);
    return found.map((place) => ({ place, isHash: false }));
  }
  return [...leavesOf(config)].flatMap(inCloudConfig).concat(isObject(config) ? commandLists(config) : []);
}

/** The credentials in network data. */
export function networkDataCredentials(networkData: string): GuestCredential[] {
  return !isSuspect(networkData)
    ? []
    : [...leavesOf(readData(networkData))]
        .filter(({ field }) => NETWORK_DATA_CREDENTIALS.includes(field.slice(field.lastIndexOf('.') + 1)))
        .flatMap(({ path, text }) => passwordAt(path, text));
}

/** Most data have none of the words that stand at a credential, and need not be taken apart. */
function isSuspect(text: string): boolean {
  return SUSPECT.test(text);
}

function inCloudConfig(leaf: Leaf): GuestCredential[] {
  const { path, field, text, parent } = leaf;
  if (IS_CLOUD_CONFIG.test(field)) {
    return isObject(parent) && parent.type === 'RANDOM' ? [] : passwordAt(path, text);
  }
  if (CLOUD_CONFIG_PASSWORD_LISTS.includes(field)) {
    return text.split('\n').flatMap((line) => passwordAt(path, line.split(':').slice(1).join(':').trim()));
  }
  if (HEADERS.test(field) && isCredentialHeader(path.slice(path.lastIndexOf('.') + 1), text)) {
    return [{ place: path, isHash: false }];
  }
  return credentialsAt(path, foundIn(leaf));
}

function foundIn({ field, text, parent }: Leaf): string[] {
  if (CONTENTS.test(field)) {
    const isEncoded = isObject(parent) && BASE64.includes(String(parent.encoding));
    return credentialsInFile(isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text);
  }
  return COMMANDS.test(field) ? (field.endsWith('[][]') ? [] : credentialsInScript(text)) : credentialsInText(text);
}

/** The commands of cloud-config that are lists of words. */
function commandLists(config: Record<string, any>): GuestCredential[] {
  return ['bootcmd', 'runcmd'].flatMap((module) =>
    (Array.isArray(config[module]) ? config[module] : []).flatMap((words: unknown, index: number) =>
      Array.isArray(words) ? credentialsAt(`${module}[${index}]`, credentialsInCommand(words.map(String))) : [],
    ),
  );
}

function pattern(fields: readonly string[]): RegExp {
  return new RegExp(`^(?:${fields.map((field) => field.replace(/[.[\]]/g, '\\$&').replaceAll('*', '[^.]+')).join('|')})$`);
}
