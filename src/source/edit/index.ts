export * from './edit-manifest';
export * from './patch-between';
export { blockText } from './render';
export * from './splice';
