export { unreadableIntent } from './intent';
export type { ZoneExtent } from './node-failures';
export * from './objectives';
export * from './patience';
export * from './recovery';
export * from './recovery-of';
export * from './recovery-verdict';
export * from './remedy';
export * from './step-origin';
