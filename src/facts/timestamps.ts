import type { Format } from './format';

const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:[.,]\\d+)?';

/**
 * A point in time.
 *
 * Source: RFC 3339, as Go's time package parses it for `metav1.Time`.
 */
export const TIMESTAMP: Format = {
  pattern: new RegExp(`^${DATE}T${CLOCK}(?:Z|[-+](?:[01]\\d|2[0-3]):[0-5]\\d)$`),
  words: 'a time such as 2026-01-31T12:00:00Z',
};
