export * from './migration-quotas';
export * from './placement/answers';
export * from './placement/failures';
export * from './placement/shortage';
export * from './remediation-limits';
export * from './requests/amounts';
export * from './requests/pod-requests';
