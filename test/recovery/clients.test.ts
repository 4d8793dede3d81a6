import { FailureClass } from '../../src/facts';
import { nodeHealthCheck, OPENSHIFT, openshift, recover, step, vm } from './world';

const { GUEST_SHUTDOWN, KUBELET, NODE_DRAIN } = FailureClass;
const LABELS = { app: 'db' };
const READINESS = { httpGet: { port: 80 }, periodSeconds: 5 };

function served(template: object = {}) {
  const plain = vm({ readinessProbe: READINESS, ...template });
  return { ...plain, spec: { ...plain.spec, template: { metadata: { labels: LABELS }, ...plain.spec.template } } };
}

function service(spec: object = {}) {
  const ports = [{ name: 'http', port: 80 }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db', namespace: 'shop' }, spec: { selector: LABELS, ports, ...spec } };
}

const ROUTE = {
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  metadata: { name: 'db', namespace: 'shop' },
  spec: { host: 'db.example.com', to: { kind: 'Service', name: 'db' } },
};
const INGRESS = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'db', namespace: 'shop' },
  spec: { defaultBackend: { service: { name: 'db', port: { name: 'http' } } } },
};

function router(name: string, reloadInterval?: string) {
  return {
    apiVersion: 'operator.openshift.io/v1',
    kind: 'IngressController',
    metadata: { name, namespace: 'openshift-ingress-operator' },
    spec: { tuningOptions: { reloadInterval } },
  };
}

test('the names of a headless Service leave out what is not ready', () => {
  const ids = recover(GUEST_SHUTDOWN, [served(), service({ clusterIP: 'None' })]).steps.map(({ id }) => id);
  expect(ids).toContain('ready');
  const published = service({ clusterIP: 'None', publishNotReadyAddresses: true });
  expect(recover(GUEST_SHUTDOWN, [served(), published]).steps.map(({ id }) => id)).not.toContain('ready');
});

describe('behind a Route a VM waits for the router', () => {
  test.each([
    ['that says nothing', [ROUTE], OPENSHIFT, 6],
    ['that an Ingress leads through', [INGRESS], OPENSHIFT, 6],
    ['that says more', [ROUTE], openshift({ objects: [router('default'), router('shard', '30s')] }), 31],
  ])('%s', (_, leading, cluster, seconds) => {
    const recovery = recover(GUEST_SHUTDOWN, [served(), service(), ...leading], cluster);
    expect(step(recovery, 'routed')).toMatchObject({ duration: { best: 0, worst: seconds }, isCritical: true });
    expect(recovery.criticalPath.at(-1)).toBe('routed');
  });

  test('which has looked by the time that a guest without a readiness probe has booted', () => {
    const { steps } = recover(GUEST_SHUTDOWN, [served({ readinessProbe: undefined }), service(), ROUTE]);
    expect(steps.map(({ id }) => id)).not.toContain('routed');
  });

  test('which sends to a VM without a kubelet for as much longer', () => {
    const best = (...leading: object[]) => recover(KUBELET, [served(), service(), nodeHealthCheck('60s'), ...leading]).outage.best ?? 0;
    expect(best() - best(ROUTE)).toBeCloseTo(6);
  });
});

describe('a VM that is moved', () => {
  const MOVED = { evictionStrategy: 'LiveMigrate' };
  const drained = (template: object, ...others: object[]) => recover(NODE_DRAIN, [served({ ...MOVED, ...template }), ...others]);

  test('is away until the readiness probe of the new pod has passed', () => {
    // 11 until the delay is over that KubeVirt adds, 5 for the next probe, 1.1 for Services.
    expect(drained({ readinessProbe: { ...READINESS, initialDelaySeconds: 0 } }, service()).outage.worst).toBe(17.1);
    const { outage, criticalPath } = drained({ readinessProbe: { ...READINESS, initialDelaySeconds: 120 } }, service());
    // 130 less those in which the new pod has run before, or 131.
    expect(outage).toEqual({ best: 92.5, worst: 137.1 });
    expect(criticalPath).toEqual(['readiness-asked', 'ready']);
  });

  test('is away until its new pod counts as ready', () => {
    expect(drained({ readinessProbe: undefined }, service()).outage.worst).toBe(3.1);
    expect(drained({ readinessProbe: undefined }).outage.worst).toBe(1);
  });

  test('is away until the router knows', () => {
    expect(drained({ readinessProbe: undefined }, service(), ROUTE).outage.worst).toBe(9.1);
  });

  test('keeps the address that a network gives it', () => {
    const binding = { name: 'l2bridge' };
    const domain = { devices: { interfaces: [{ name: 'default', binding }] }, memory: { guest: '8Gi' } };
    expect(drained({ domain }, service()).steps.map(({ id }) => id)).not.toContain('ready');
  });

  test('does not arrive where its liveness probe ends the new pod before its memory is there', () => {
    const domain = { devices: { interfaces: [{ name: 'default', masquerade: {} }] }, memory: { guest: '100Gi' } };
    const probed = (livenessProbe: object) => drained({ domain, livenessProbe }, service());
    const ended = probed({ tcpSocket: { port: 80 } });
    expect(step(ended, 'memory-copied')).toMatchObject({
      what: 'The liveness probe ends the new pod 40 s after its start, and the memory of the guest takes 94 s to copy',
      duration: { best: 0, worst: undefined },
    });
    expect(ended.outage.worst).toBe(17.1);
    expect(step(probed({ tcpSocket: { port: 80 }, initialDelaySeconds: 120 }), 'memory-copied').duration.worst).toBe(93.4);
    expect(step(probed({ guestAgentPing: {} }), 'memory-copied').duration.worst).toBe(93.4);
  });
});
