import type { SourcePlace } from './fault';

const LINE_END = /\r\n|\n|\r/g;

/** The lines of a text. */
export class TextLines {
  private readonly starts: readonly number[];

  public constructor(private readonly text: string) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(LINE_END)) {
      starts.push(index + end.length);
    }
    this.starts = starts;
  }

  /** How many there are; what is behind the last line end is a line if there is something. */
  public get count(): number {
    const last = this.starts.length;
    return last > 1 && this.starts[last - 1] === this.text.length ? last - 1 : last;
  }

  /** The text of a line, without its end. */
  public line(number: number): string {
    return this.text.slice(this.starts[number - 1], this.starts[number]).replace(/[\r\n]{1,2}$/, '');
  }

  /** The text between two offsets. */
  public between(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** The offset at which a line begins; that behind the last one is the end. */
  public startOf(number: number): number {
    return this.starts[number - 1] ?? this.text.length;
  }

  /** Where an offset is. */
  public placeOf(offset: number): SourcePlace {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}
