export * from './pod-disruption-budget';
export * from './pool-order';
export * from './pool-scale-in-strategy';
export * from './pool-update-strategy';
export * from './virtual-machine-group';
export * from './virtual-machine-group-props';
export * from './virtual-machine-pool';
export * from './virtual-machine-pool-props';
