export * from './argument-error';
export * from './arguments';
