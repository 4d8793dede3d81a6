import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml-5';
import { plainScalar } from './plain-scalar';

/** What a word without quotes stands for. */
export type PlainScalar = (text: string) => unknown;

/** What a scalar stands for. */
export function scalarValue(text: string, event: ScalarEvent, plain: PlainScalar = plainScalar): unknown {
  const value = event.valueStart < 0 ? '' : getScalarValue(text, event);
  if (event.tagStart >= 0) {
    return taggedValue(text.slice(event.tagStart, event.tagEnd), value);
  }
  return event.style === SCALAR_STYLE.PLAIN ? plain(value) : value;
}

/** Whether a scalar is the key that merges other mappings into its own. */
export function isMergeKey(text: string, event: Event): boolean {
  return (
    event.type === EVENT_ID.SCALAR &&
    event.style === SCALAR_STYLE.PLAIN &&
    event.valueEnd - event.valueStart === MERGE.length &&
    text.startsWith(MERGE, event.valueStart)
  );
}

const MERGE = '<<';
const STANDARD_TAG = /^(?:!!|!<tag:yaml\.org,2002:)(int|float|bool|null|binary)>?$/;

/** Tags that are not those of YAML are ignored by Go: the value is a text. */
function taggedValue(tag: string, value: string): unknown {
  const [, type] = STANDARD_TAG.exec(tag) ?? [];
  if (type === undefined) {
    return value;
  }
  return type === 'binary' ? Buffer.from(value, 'base64').toString('utf8') : plainScalar(value);
}
