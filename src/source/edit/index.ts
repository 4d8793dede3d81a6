export * from './edit-manifest';
export * from './splice';
