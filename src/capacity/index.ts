export * from './requests/amounts';
export * from './requests/pod-requests';
