import { type Bound, holds } from './limits';
import type { Measurement } from './measure';

/** The head of a table of measurements, below what they are of. */
export function beginTable(about: string): void {
  console.log(`\n${about}\n\n| what | time | peak memory |\n| --- | ---: | ---: |`);
}

/** One line of the table. */
export function printRow(name: string, { seconds, mebibytes }: Measurement): void {
  console.log(`| ${name} | ${seconds.toFixed(3)} s | ${Number.isNaN(mebibytes) ? '' : `${mebibytes.toFixed(0)} MiB`} |`);
}

/** The table of what is limited. */
export function printBounds(bounds: readonly Bound[]): void {
  console.log('\n| ratio or bound | measured | limit | |\n| --- | ---: | ---: | --- |');
  for (const bound of bounds) {
    console.log(`| ${bound.name} | ${bound.measured.toFixed(2)} | ${bound.limit} | ${holds(bound) ? 'ok' : 'FAIL'} |`);
  }
}
