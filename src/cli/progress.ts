import type { SingleBar } from 'cli-progress';
import type { Streams } from './streams';

/** What takes longer is worth a bar. */
const PATIENCE_MS = 1000;

/** A bar on a terminal for what takes long; in pipes there is none. */
export class Progress {
  private readonly start = Date.now();
  private bar?: SingleBar;
  private done = 0;

  public constructor(
    private readonly streams: Streams,
    private readonly total: number,
  ) {}

  /** One more is done. */
  public step(): void {
    this.done++;
    const { stdout, stderr } = this.streams;
    if (this.bar === undefined && stdout.isTerminal && stderr.isTerminal && Date.now() - this.start > PATIENCE_MS) {
      this.bar = newBar();
      this.bar.start(this.total, this.done);
    }
    this.bar?.update(this.done);
  }

  /** Takes the bar away. */
  public end(): void {
    this.bar?.stop();
  }
}

/** Loaded when there is a bar to draw. */
function newBar(): SingleBar {
  const { SingleBar: Bar }: typeof import('cli-progress') = require('cli-progress');
  return new Bar({
    format: 'reading {bar} {value}/{total} files',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
  });
}
