export * from './alert-thresholds';
export * from './virtual-machine-alerts';
export * from './virtual-machine-alerts-props';
