export * from './condition-status';
export * from './machine-health-check';
export * from './machine-selector';
export * from './metal3-remediation-template';
export * from './remediation';
export * from './unhealthy-condition';
