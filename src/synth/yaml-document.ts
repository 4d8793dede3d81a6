import { Yaml } from 'cdk8s';
import { keyText, valueText } from './yaml-text';

const STEP = '  ';
/** Behind longer ones, with escapes, readers no longer look for the colon. */
const LONGEST_KEY = 128;

/** A manifest as the document that cdk8s writes of it, but for texts that readers would misread: these are in quotes. */
export function yamlDocument(manifest: unknown): string {
  return plainDocument(manifest) ?? Yaml.stringify(manifest);
}

/** Whether texts that readers would misread are put in quotes in a document: the package writes it where that is not so. */
export function isWrittenHere(manifest: unknown): boolean {
  return plainDocument(manifest) !== undefined;
}

/**
 * The document of plain data. Undefined: something in it is written as only the package `yaml` knows, such as an object that stands
 * in two places and gets an anchor, or null, which turns a map into a set.
 */
function plainDocument(manifest: unknown): string | undefined {
  if (!isMap(manifest)) {
    return undefined;
  }
  try {
    return `${new Document().collection(manifest, '', '')}\n`.replace(/^ /, '');
  } catch (error) {
    if (error instanceof NotPlain) {
      return undefined;
    }
    throw error;
  }
}

class NotPlain extends Error {}

class Document {
  private readonly seen = new Set<object>();

  /**
   * A map or a list.
   *
   * @param indentation of its lines
   * @param lead what stands in front of the first of them
   */
  public collection(value: object, indentation: string, lead: string): string {
    if (this.seen.has(value)) {
      throw new NotPlain();
    }
    this.seen.add(value);
    if (Array.isArray(value)) {
      return value.length === 0 ? ' []' : this.items(value, indentation, lead);
    }
    if (!isMap(value)) {
      throw new NotPlain();
    }
    const keys = Object.keys(value);
    return keys.length === 0 ? ' {}' : this.members(value, keys, indentation, lead);
  }

  private members(map: Record<string, unknown>, keys: readonly string[], indentation: string, lead: string): string {
    const inner = indentation + STEP;
    const next = `\n${indentation}`;
    const nested = `\n${inner}`;
    let text = '';
    let before = lead;
    for (const key of keys) {
      if (key.length > LONGEST_KEY) {
        throw new NotPlain();
      }
      const value = map[key];
      text += `${before}${keyText(key, indentation)}:`;
      text += typeof value === 'object' && value !== null ? this.collection(value, inner, nested) : ` ${scalar(value, inner)}`;
      before = next;
    }
    return text;
  }

  /** The first line of what stands in a list is beside the dash. */
  private items(list: readonly unknown[], indentation: string, lead: string): string {
    const inner = indentation + STEP;
    const next = `\n${indentation}-`;
    let text = '';
    let before = `${lead}-`;
    for (const value of list) {
      text += before;
      text += typeof value === 'object' && value !== null ? this.collection(value, inner, ' ') : ` ${scalar(value, inner)}`;
      before = next;
    }
    return text;
  }
}

function scalar(value: unknown, indentation: string): string {
  if (typeof value === 'string') {
    return valueText(value, indentation);
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  throw new NotPlain();
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
