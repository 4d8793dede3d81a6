export * from './cluster-dump';
export * from './kept-kinds';
export * from './profile-text';
