export * from './device-names';
export * from './dns-names';
export * from './format';
export * from './labels';
