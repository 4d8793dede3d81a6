export * from './engine';
export * from './evaluate-manifests';
export * from './finding';
export * from './rule';
export * from './rules';
export * from './severity';
