import { diffArrays } from 'diff';
import type { Rule } from '../../src/audit';
import { type Case, failingCases, passingCases } from './case';

/** A manifest in which a rule finds something, and one that is like it in which it finds nothing. */
export interface Example {
  readonly failing: Case;
  readonly passing: Case;
  readonly lines: readonly ExampleLine[];
}

/** A line of both manifests, or of one of them. */
export interface ExampleLine {
  readonly text: string;
  readonly in: 'both' | 'failing' | 'passing';
  /** Whether the finding points to it. */
  readonly isFound: boolean;
}

/** A pair of two clusters is shown only where there is no other. */
const OTHER_CLUSTER = 10_000;

/**
 * The most telling pair: the fewest findings first, then the same cluster with the fewest lines that differ, then lines that are other
 * rather than missing, then the shortest, then the first by name.
 */
export function exampleOf(rule: Rule, failing: readonly Case[] = failingCases(rule)): Example {
  const fewest = Math.min(...failing.map(({ findings }) => findings.length));
  const passing = passingCases(rule);
  const pairs = failing
    .filter(({ findings }) => findings.length === fewest)
    .flatMap((one) => passing.map((other) => ({ failing: one, passing: other, lines: linesOf(one, other) })));
  return pairs.reduce((best, pair) => (isBefore(costOf(pair), costOf(best)) ? pair : best));
}

function costOf({ failing, passing, lines }: Example): readonly number[] {
  const own = lines.filter((line) => line.in === 'failing').length;
  const others = lines.filter((line) => line.in === 'passing').length;
  const isOneSided = own === 0 || others === 0;
  return [Math.max(own, others) + (failing.cluster === passing.cluster ? 0 : OTHER_CLUSTER), isOneSided ? 1 : 0, lines.length];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place >= 0 && one[place] < other[place];
}

function linesOf(failing: Case, passing: Case): ExampleLine[] {
  const found = new Set(failing.findings.map(({ region }) => region.line));
  const lines: ExampleLine[] = [];
  let number = 1;
  for (const { value, added, removed } of diffArrays(split(failing), split(passing))) {
    for (const text of value) {
      lines.push({ text, in: added ? 'passing' : removed ? 'failing' : 'both', isFound: !added && found.has(number) });
      number += added ? 0 : 1;
    }
  }
  return lines;
}

function split({ text }: Case): string[] {
  return text.trimEnd().split('\n');
}
