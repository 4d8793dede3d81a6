import { hasPlaceholder } from '../facts';
import { isObject } from '../graph';
import { isCloudConfig } from './cloud-config-text';
import { readData } from './pyyaml/read-data';

/**
 * The beginnings by which cloud-init knows what user data are, whatever their case, behind white space.
 *
 * @see https://github.com/canonical/cloud-init/blob/26.1/cloudinit/handlers/__init__.py (INCLUSION_TYPES_MAP, type_from_starts_with)
 */
const KNOWN_BEGINNING = /^\s*(?:#include|#!|#cloud-config|#part-handler|#cloud-boothook|## template: jinja)/i;

/** A script for an interpreter that there is not. */
const RUN_BY_CLOUD_CONFIG = /^\s*#!\s*(?:\/\S*\/)?cloud-config\b/i;

/** What begins a message of several parts. */
const MESSAGE = /^(?:mime-version|content-type):/im;

/** What begins JSON, such as that of Ignition, and XML: for another reader. */
const OTHER_FORMAT = /^\s*[{<]/;

/** Keys of cloud-config that nothing else has at its top. */
const CLOUD_CONFIG_KEYS = [
  'bootcmd',
  'chpasswd',
  'disable_root',
  'growpart',
  'package_update',
  'package_upgrade',
  'packages',
  'password',
  'runcmd',
  'ssh_authorized_keys',
  'ssh_pwauth',
  'users',
  'write_files',
];

const HAS_KEY = new RegExp(`^(?:${CLOUD_CONFIG_KEYS.join('|')})[ \\t]*:`, 'm');
const HEADER_LIKE = /^\s*#[\s!]*(?:\/\S*\/)?cloud[-_ ]?config.*(?:\n|$)/i;
const HEADER = '#cloud-config\n';

/** User data that are written like a cloud-config and not known for one, as they would be with the header; undefined: they are right. */
export function withHeader(text: string): string | undefined {
  const isUnknown = !KNOWN_BEGINNING.test(text) || RUN_BY_CLOUD_CONFIG.test(text);
  if (!isUnknown || OTHER_FORMAT.test(text) || MESSAGE.test(text) || !HAS_KEY.test(text)) {
    return undefined;
  }
  const config = HEADER + text.replace(HEADER_LIKE, '').replace(/^\s*\n/, '');
  return isObject(readData(config)) ? config : undefined;
}

/** Something in a cloud-config that a module of cloud-init breaks off at, or that no module looks at. */
export interface CloudConfigFault {
  /** Key of the cloud-config. */
  readonly module: string;
  /** What is wrong, such as `runcmd[1] is a map`. */
  readonly what: string;
  readonly remedy: string;
}

const COMMANDS = ['runcmd', 'bootcmd'];
const TEXT_IN_PLACE_OF_LIST = /^(?:runcmd|bootcmd|write_files|ssh_authorized_keys)[ \t]*:[ \t]*(?!\[|#|[&*!])\S/m;
const MAP_IN_PLACE_OF_LIST = /^write_files[ \t]*:[ \t]*\n[ \t]*[^\s#-]/m;
/** A line of a list with a colon. Its end is that of each kind of line, or a text of other ones would take the square of its length. */
const COMMAND_WITH_COLON = /^[ \t]*-[ \t](?![ \t]*[[|>'"&*!]).*?:(?:[ \t]|$)/m;
const HAS_COMMANDS = /^(?:runcmd|bootcmd)[ \t]*:/m;

/**
 * The types of values for which a module of cloud-init breaks off, as far as they are common mistakes.
 *
 * @see https://github.com/canonical/cloud-init/blob/26.1/cloudinit/util.py (shellify)
 * @see https://github.com/canonical/cloud-init/blob/26.1/cloudinit/config/cc_write_files.py
 * @see https://github.com/canonical/cloud-init/blob/26.1/cloudinit/config/cc_ssh.py
 */
export function cloudConfigTypeFaults(text: string): CloudConfigFault[] {
  // Few texts have something to look into: the others need not be taken apart.
  const isSuspect =
    TEXT_IN_PLACE_OF_LIST.test(text) || MAP_IN_PLACE_OF_LIST.test(text) || (HAS_COMMANDS.test(text) && COMMAND_WITH_COLON.test(text));
  const config = isSuspect && isCloudConfig(text) ? readData(text) : undefined;
  return isObject(config) ? [...COMMANDS.flatMap((module) => commandFaults(module, config[module])), ...listFaults(config)] : [];
}

function commandFaults(module: string, value: unknown): CloudConfigFault[] {
  if (isGivenText(value)) {
    return [{ module, what: `${module} is a text and no list`, remedy: `Write "- " before each command of ${module}, each in a line.` }];
  }
  const index = Array.isArray(value) ? value.findIndex(isObject) : -1;
  const remedy = 'Put the command in quotes: a colon with a space behind it makes a map of it.';
  return index < 0 ? [] : [{ module, what: `${module}[${index}] is a map and no command`, remedy }];
}

function listFaults({ write_files: files, ssh_authorized_keys: keys }: Record<string, unknown>): CloudConfigFault[] {
  const faults: CloudConfigFault[] = [];
  if ((isObject(files) && !isOfWindows(files)) || isGivenText(files)) {
    faults.push({ module: 'write_files', what: 'write_files is no list', remedy: 'Write "- " before the first field of each file.' });
  }
  if (isGivenText(keys)) {
    const what = 'ssh_authorized_keys is a text and no list, of which each letter would be a key';
    faults.push({ module: 'ssh_authorized_keys', what, remedy: 'Write "- " before each key, each in a line.' });
  }
  return faults;
}

/** What cloud-init takes the place of on Windows, Cloudbase-Init, takes one file without a list. */
function isOfWindows({ path }: Record<string, unknown>): boolean {
  return typeof path === 'string' && /^[a-z]:/i.test(path);
}

function isGivenText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !hasPlaceholder(value);
}

/** Whether a cloud-config has a network configuration, which cloud-init takes from elsewhere. */
export function configuresNetwork(text: string): boolean {
  const config = /^network[ \t]*:/m.test(text) && isCloudConfig(text) ? readData(text) : undefined;
  return isObject(config) && isObject(config.network) && config.network.config !== 'disabled';
}
