/** What the API server refuses in an IngressController by the expressions of its schema. */
export interface IngressControllerFault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
  /** What was meant in any case; undefined: nobody knows. */
  readonly wanted?: unknown;
  /** There is nothing lost without it. */
  readonly isSurplus?: boolean;
}
