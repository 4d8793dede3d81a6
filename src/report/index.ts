export * from './audit-report';
export * from './formats';
export * from './json';
export * from './options';
export * from './text';
