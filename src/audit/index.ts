export * from './engine';
export * from './finding';
export * from './rule';
export * from './rules';
export * from './severity';
