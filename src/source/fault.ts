/** Where in a file: lines and columns count from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Why something in a file, or all of it, cannot be judged. */
export interface SourceFault {
  /** What is wrong and what to do, in sentences. */
  readonly message: string;
  /** Where, if it is not the file as a whole. */
  readonly place?: SourcePlace;
}

/** A fault at an offset of a text. */
export interface TextFault {
  readonly offset: number;
  readonly message: string;
}
