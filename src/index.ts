export { Severity } from './audit/severity';
export * from './check';
export * from './cluster';
export * as imports from './imports';
export * from './nodes';
export * from './traffic';
export * from './vm';
