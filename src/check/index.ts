export * from './finding';
export * from './manifest-check';
