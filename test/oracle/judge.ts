import { cases, columns, mutations } from './oracle';
import { summaryOf } from './summary';

/** Prints how our errors compare with the verdicts of a release: `judge.js <release>`. */
const [minimal, changed] = [cases(), mutations()];
const summaries = columns()
  .filter(({ release }) => release === process.argv[2])
  .map((column) => [column.name, { minimal: summaryOf(minimal, column), changed: summaryOf(changed, column) }]);
process.stdout.write(JSON.stringify(Object.fromEntries(summaries)));
