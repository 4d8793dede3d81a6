export * from './argo-application';
export * from './argo-application-props';
export * from './argo-application-set';
export * from './argo-destination';
export * from './flux-kustomization';
export * from './flux-source';
export * from './sync-hook';
export * from './sync-policy';
