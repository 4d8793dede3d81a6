export * from './apply-defaults';
export * from './computed';
export * from './hotplug-defaults';
export { HYPERV_NEEDS } from './hyperv-defaults';
export * from './instance-defaults';
export * from './machine-defaults';
export * from './mutating-default';
export * from './object-defaults';
export * from './topology';
