export * from './fault';
export * from './file-roles';
export * from './find-files';
export * from './read-files';
export * from './source-file';
export * from './text-lines';
export * from './unreadable';
