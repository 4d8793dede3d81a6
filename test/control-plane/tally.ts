import { writeProof } from '../support/proof';

/** The server of go/go.mod. */
const AGAINST = ['kube-apiserver 1.36.3'];

/** Counts what a suite did, and writes it as a table. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  /**
   * @param suite the name of the table's file
   * @param title what is proven
   * @param of what the rows are
   */
  public constructor(
    private readonly suite: string,
    private readonly title: string,
    private readonly of: string,
  ) {}

  public add(row: string, column: string, count = 1): void {
    const counts = this.counts.get(row) ?? new Map<string, number>();
    counts.set(column, (counts.get(column) ?? 0) + count);
    this.counts.set(row, counts);
  }

  public write(): void {
    const columns = [...new Set([...this.counts.values()].flatMap((counts) => [...counts.keys()]))];
    const rows = [...this.counts].map(([row, counts]) => [row, ...columns.map((column) => counts.get(column) ?? 0)]);
    writeProof({ suite: this.suite, title: this.title, against: AGAINST, columns: [this.of, ...columns], rows });
  }
}
