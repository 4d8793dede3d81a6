export * from './fleet';
export * from './fleet-app';
export * from './fleet-cluster';
export * from './fleet-summary';
