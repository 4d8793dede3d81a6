import { cases, columns, mutations } from './oracle';
import { summaryOf } from './summary';

/** Prints how our errors compare with the verdicts of a release, of every n-th changed object: `judge.js <release> <n>`. */
const [release, step] = [process.argv[2], Number(process.argv[3])];
const [minimal, changed] = [cases(), mutations().filter((_, index) => index % step === 0)];
const summaries = columns()
  .filter((column) => column.release === release)
  .map((column) => [column.name, { minimal: summaryOf(minimal, column), changed: summaryOf(changed, column) }]);
process.stdout.write(JSON.stringify(Object.fromEntries(summaries)));
