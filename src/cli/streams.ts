/** Where texts go. */
export interface Output {
  readonly write: (text: string) => void;
  /** Whether somebody looks at it. */
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly columns?: number;
}

/** What a command has to do with the world around it. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All that comes in. */
  readonly stdin: () => Promise<Buffer>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: Date;
}
