export * from './label-selector';
export * from './manifest';
export * from './manifest-graph';
export * from './virtual-machine-node';
