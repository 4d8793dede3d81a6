/** Where it comes from how long a step of a recovery takes. */
export enum StepOrigin {
  /** A field that is set. */
  FIELD = 'field',
  /** A field that is not set: a default applies. */
  DEFAULT = 'default',
  /** How a component works; nobody can set it. */
  BEHAVIOUR = 'behaviour',
  /** Nothing says it. */
  ASSUMED = 'assumed',
}
