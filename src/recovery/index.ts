export type { ZoneExtent } from './node-failures';
export * from './objectives';
export * from './recovery';
export * from './recovery-of';
export * from './remedy';
