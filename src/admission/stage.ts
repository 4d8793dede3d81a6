/** When an error strikes. */
export enum Stage {
  /** The API server or a webhook refuses the object: nothing of it gets into the cluster. */
  APPLY = 'apply',
  /** The object is accepted, and the instance of the VM or its pod is refused: the VM never runs. */
  START = 'start',
  /** Everything runs, and what the manifest promises does not happen. */
  RUN = 'run',
}
