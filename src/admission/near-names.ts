import { distanceBetween } from './did-you-mean';

const ENDINGS = /-(svc|service|headless)$/;
const SHORTEST_TYPO = 3;
const LONGEST_SHORT_NAME = 6;

/**
 * Whether a name was probably meant to be another one: a slip of the keyboard, or an ending that one has and the other lacks.
 * Names that number or letter things, such as web-1 and web-2, are meant as they are.
 */
export function isNearlyNamed(name: string, other: string): boolean {
  if (name === other || counted(name) === counted(other)) {
    return false;
  }
  return name.replace(ENDINGS, '') === other.replace(ENDINGS, '') || isSlip(name, other);
}

function isSlip(name: string, other: string): boolean {
  const longest = Math.max(name.length, other.length);
  const allowed = longest > LONGEST_SHORT_NAME ? 2 : 1;
  if (Math.min(name.length, other.length) < SHORTEST_TYPO || Math.abs(name.length - other.length) > allowed) {
    return false;
  }
  return sorted(name) === sorted(other) || distanceBetween(name, other) <= allowed;
}

/** The name without what counts: numbers, and parts of one letter. */
function counted(name: string): string {
  return name
    .split('-')
    .filter((part) => part.length > 1)
    .join('-')
    .replace(/-?\d+/g, '');
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
