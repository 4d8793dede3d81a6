import type { Directive, TagName } from './properties';

export type TokenKind =
  | 'directive'
  | 'document start'
  | 'document end'
  | 'end of the text'
  | 'list'
  | 'map'
  | 'end of the block'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'text';

export interface Token {
  readonly kind: TokenKind;
  readonly position: number;
  /** Of a text, an alias or an anchor. */
  readonly text?: string;
  /** Whether a text stands without quotes. */
  readonly isPlain?: boolean;
  readonly tag?: TagName;
  readonly directive?: Directive;
}
