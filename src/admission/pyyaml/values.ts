import { YamlRefusal } from './cursor';
import { type MapNode, type ScalarNode, YAML_TAG, type YamlNode } from './nodes';
import { scalarFault } from './scalar-values';

const MERGE = '<<';
const VALUE = '=';
/** What only the tag "!" brings to stand for itself. */
const INDICATORS = ['!', '&', '*'];
const LISTS = ['seq', 'omap', 'pairs'];
const MAPS = ['map', 'set'];
/** What PyYAML makes of a text, and of a map that has one. Of a time it looks at the map itself, and fails. */
const TEXTS = ['str', 'null', 'bool', 'int', 'float', 'binary'];
/** No tag of PyYAML is longer. */
const LONGEST_TAG = 40;
const QUOTE_IT = 'Put the text into quotes.';

/**
 * Refuses what PyYAML's safe constructor makes no value of.
 *
 * @see https://github.com/yaml/pyyaml/blob/6.0.3/lib/yaml/constructor.py
 */
export function checkValues(root: YamlNode): void {
  new Values().check(root);
}

/** The name of the type that a node becomes, as in the tags of YAML 1.1; a tag of its own as it is. */
export function typeOf(node: YamlNode): string {
  if (node.tag !== undefined) {
    return node.tag.startsWith(YAML_TAG) ? node.tag.slice(YAML_TAG.length) : node.tag;
  }
  return node.kind === 'list' ? 'seq' : node.kind === 'map' ? 'map' : 'str';
}

class Values {
  /** Aliases lead to a node again, even to one that they stand in. */
  private readonly seen = new Set<YamlNode>();

  public check(node: YamlNode): void {
    if (this.seen.has(node)) {
      return;
    }
    this.seen.add(node);
    if (node.kind === 'text') {
      checkScalar(node);
      return;
    }
    const type = typeOf(node);
    if (TEXTS.includes(type)) {
      checkScalar({ ...textOfMap(node), tag: node.tag, position: node.position, isImplicit: false });
    } else if (MAPS.includes(type) && node.kind === 'map') {
      this.checkMap(node);
    } else if (LISTS.includes(type) && node.kind === 'list') {
      this.checkItems(type, node.items);
    } else {
      refuseTag(node);
    }
  }

  private checkItems(type: string, items: readonly YamlNode[]): void {
    for (const item of items) {
      if (type === 'seq') {
        this.check(item);
      } else if (item.kind === 'map' && item.pairs.length === 1) {
        item.pairs[0].forEach((member) => {
          this.check(member);
        });
      } else {
        throw new YamlRefusal(item.position, `an entry of a list with the tag !!${type} that is no map of one member`);
      }
    }
  }

  private checkMap(map: MapNode): void {
    for (const [key, value] of map.pairs) {
      if (isImplicit(key, MERGE, 'merge')) {
        this.checkMerged(value);
      } else {
        this.checkKey(key);
        this.check(value);
      }
    }
  }

  /** What is merged need not be a value by itself, but its members get into the map. */
  private checkMerged(value: YamlNode): void {
    const maps = value.kind === 'list' ? value.items : [value];
    for (const map of maps) {
      if (map.kind !== 'map') {
        const reason = 'something behind the key "<<" that is no map, and no list of maps';
        throw new YamlRefusal(map.position, reason, 'Put the key into quotes, or merge a map.');
      }
      if (!this.seen.has(map)) {
        this.seen.add(map);
        this.checkMap(map);
      }
    }
  }

  private checkKey(key: YamlNode): void {
    if (isImplicit(key, VALUE, 'value')) {
      textOfMap(key);
      return;
    }
    this.check(key);
    if (key.kind !== 'text' && [...LISTS, ...MAPS].includes(typeOf(key))) {
      const reason = `a ${key.kind} as a key`;
      throw new YamlRefusal(key.position, reason, 'Put a text that begins with "{" or "[" into quotes, templates of other tools too.');
    }
  }
}

/** Whether a node is a text that stands for something by itself, or has the tag that says so. */
function isImplicit(node: YamlNode, text: string, type: string): boolean {
  return node.kind === 'text' && node.isImplicit ? node.text === text : typeOf(node) === type;
}

function checkScalar(node: ScalarNode): void {
  if (node.isImplicit && [MERGE, VALUE, ...INDICATORS].includes(node.text)) {
    throw new YamlRefusal(node.position, `"${node.text}" as a value without quotes`, QUOTE_IT);
  }
  const fault = scalarFault(node);
  if (fault === 'tag') {
    refuseTag(node);
  } else if (fault !== undefined) {
    throw new YamlRefusal(node.position, fault, QUOTE_IT);
  }
}

/** A map is a text where it has the member "=". */
function textOfMap(map: YamlNode): ScalarNode {
  const passed = new Set<YamlNode>();
  let node: YamlNode | undefined = map;
  while (node !== undefined && node.kind !== 'text' && !passed.has(node)) {
    passed.add(node);
    node = node.kind === 'map' ? node.pairs.find(([key]) => isImplicit(key, VALUE, 'value'))?.[1] : undefined;
  }
  return node?.kind === 'text' ? node : refuseTag(map);
}

function refuseTag({ tag = '', kind, position }: YamlNode): never {
  const name = tag.replace(YAML_TAG, '!!').slice(0, LONGEST_TAG);
  throw new YamlRefusal(
    position,
    `a ${kind} with the tag ${name}, which makes no value here`,
    'Remove the tag, or put a text that begins with "!" into quotes.',
  );
}
