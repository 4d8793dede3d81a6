/** Prefix of the tags that begin with two exclamation marks. */
export const YAML_TAG = 'tag:yaml.org,2002:';

interface NodeProperties {
  readonly position: number;
  /** The tag as far as one is written. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeProperties {
  readonly kind: 'text';
  readonly text: string;
  /** Whether the text itself says what it is, because it stands without quotes and without a tag. */
  readonly isImplicit: boolean;
}

export interface ListNode extends NodeProperties {
  readonly kind: 'list';
  readonly items: YamlNode[];
}

export interface MapNode extends NodeProperties {
  readonly kind: 'map';
  readonly pairs: (readonly [YamlNode, YamlNode])[];
}

export type YamlNode = ScalarNode | ListNode | MapNode;
