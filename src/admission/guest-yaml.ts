import { isKnownReadable, type ManifestGraph } from '../graph';
import type { YamlFault } from './pyyaml/cursor';
import { type Root, safeLoadFault } from './pyyaml/safe-load';

/** Where cloud-init decides what user data are, and reads them. */
export const CLOUD_INIT_SOURCES = [
  'https://github.com/canonical/cloud-init/blob/main/cloudinit/handlers/__init__.py',
  'https://github.com/canonical/cloud-init/blob/main/cloudinit/handlers/cloud_config.py',
  'https://github.com/canonical/cloud-init/blob/main/cloudinit/util.py',
  'https://github.com/yaml/pyyaml/tree/6.0.3/lib/yaml',
];

/** What cloud-init passes over before the first line: white space, but no byte order mark. */
const LEADING = '^[^\\S\\ufeff]*';
const CLOUD_CONFIG = new RegExp(`${LEADING}#cloud-config(?!-archive|-jsonp)`, 'i');
const ARCHIVE = new RegExp(`${LEADING}#cloud-config-archive`, 'i');
const MARK_BEFORE_HEADER = new RegExp(`${LEADING}\\ufeff\\s*#cloud-config`, 'i');
const JINJA = /^## template: *jinja[^\n]*\n/i;
/** What makes another text of a template. */
const RENDERED = /\{[{%#]/;
const MIME = /mime-version:/i;
/** How far cloud-init looks for the header of a message in several parts. */
const MESSAGE_HEADER = 4096;

/** What PyYAML says of texts, by the graph: most VMs of a group have the same ones. */
const verdicts = new WeakMap<ManifestGraph, Map<string, YamlFault | undefined>>();

/** What keeps cloud-init from loading user data as cloud-config; undefined: it loads, or is something else. */
export function cloudConfigFault(text: string, graph: ManifestGraph): YamlFault | undefined {
  if (MARK_BEFORE_HEADER.test(text)) {
    const reason = 'the character U+FEFF before the header, which keeps cloud-init from knowing a cloud-config';
    return { line: 1, column: 1, reason, remedy: 'Save the text without a byte order mark.' };
  }
  const template = JINJA.exec(text);
  const config = template === null ? text : text.slice(template[0].length);
  const root = CLOUD_CONFIG.test(config) ? 'map' : ARCHIVE.test(config) ? 'list' : undefined;
  if (root === undefined || (template !== null && RENDERED.test(config)) || MIME.test(text.slice(0, MESSAGE_HEADER))) {
    return undefined;
  }
  const fault = verdict(config, root, graph);
  return fault && template !== null ? { ...fault, line: fault.line + 1 } : fault;
}

/** What keeps cloud-init from loading network data of the kind that cloudInitNoCloud has; undefined: it loads. */
export function networkConfigFault(text: string, graph: ManifestGraph): YamlFault | undefined {
  return verdict(text, 'map', graph);
}

function verdict(text: string, root: Root, graph: ManifestGraph): YamlFault | undefined {
  if (isKnownReadable(text)) {
    return undefined;
  }
  const known = verdicts.get(graph) ?? new Map<string, YamlFault | undefined>();
  verdicts.set(graph, known);
  const key = root + text;
  if (!known.has(key)) {
    known.set(key, safeLoadFault(text, root));
  }
  return known.get(key);
}
