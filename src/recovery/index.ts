export type { ZoneExtent } from './node-failures';
export * from './recovery';
export * from './recovery-of';
