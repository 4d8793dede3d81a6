export * from './architecture';
export * from './cluster-eviction-strategy';
export * from './cluster-profile';
export * from './cluster-profile-options';
export * from './node-pod-requests';
export * from './platform';
