import { type Bound, CHARTS } from './limits';
import { type Measurement, synth } from './measure';
import { beginTable, printRow } from './table';

/** How many charts are compared with cdk8s: its time grows with their square. */
const COMPARED = 4_000;
const FEWEST = 1_000;
const MOST = 16_000;

/** Charts of one shop each: time against that of bare objects, and how it grows where cdk8s no longer comes to an end. */
export function measureCharts(): Bound[] {
  beginTable('One shop in each chart, each chart in a file of its own. One process a run.');
  const [fewest, compared, most] = [FEWEST, COMPARED, MOST].map((charts) => row(`${charts} charts, constructs`, charts, 'constructs'));
  const bare = row(`${COMPARED} charts, literals`, COMPARED, 'literals');
  return [
    { name: `time, ${COMPARED} charts`, measured: compared.seconds / bare.seconds, limit: CHARTS.seconds },
    { name: `exponent of time, ${FEWEST} to ${MOST} charts`, measured: exponent(fewest, most), limit: CHARTS.exponent },
  ];
}

function row(name: string, charts: number, variant: 'constructs' | 'literals'): Measurement {
  const measurement = synth(variant, charts, charts);
  printRow(name, measurement);
  return measurement;
}

/** 1: twice as many charts take twice as long. */
function exponent(fewest: Measurement, most: Measurement): number {
  return Math.log(most.seconds / fewest.seconds) / Math.log(MOST / FEWEST);
}
