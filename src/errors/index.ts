export * from './argument-error';
export * from './arguments';
export * from './calls';
