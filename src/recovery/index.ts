export * from './recovery';
export * from './recovery-of';
