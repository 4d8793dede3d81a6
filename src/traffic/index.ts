export * from './balance-algorithm';
export * from './insecure-edge-termination-policy';
export * from './probed-service';
export * from './probed-service-props';
export * from './route-tls';
export * from './same-site';
export * from './sticky-route';
export * from './sticky-route-props';
