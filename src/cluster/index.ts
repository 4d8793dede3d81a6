export * from './architecture';
export * from './cluster-profile';
export * from './platform';
