import { evaluateManifests, Severity } from '../../src/audit';
import { ClusterProfile } from '../../src/cluster';

/** As a shell, Flux and clusterctl write it. */
const HOST = `$\{HOST}`;

const CLUSTER = ClusterProfile.openshift('4.20');

function route(name: string, host: string) {
  return {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name, namespace: 'shop' },
    spec: { host, to: { kind: 'Service', name: 'web' }, tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' } },
  };
}

function told(...manifests: object[]) {
  return evaluateManifests(manifests, CLUSTER).map(({ rule, severity, manifestPath }) => `${severity} ${rule.id} ${manifestPath}`);
}

test('what a tool fills in is not judged, and told once', () => {
  expect(told(route('web', `shop.${HOST}`))).toEqual(['info placeholder-not-filled-in spec.host']);
  expect(told(route('web', '{{ .Values.host | UPPER }}'))).toEqual(['info placeholder-not-filled-in spec.host']);
});

test('its text says what to judge', () => {
  const [{ text }] = evaluateManifests([route('web', `shop.${HOST}`)], CLUSTER);
  expect(text).toBe(
    `spec.host is "shop.${HOST}": it has a placeholder for a tool to fill in, and what comes of it is not judged: as it stands, it would be a fault. ` +
      'Audit what the tool makes of it, e.g. of envsubst, flux build or helm template. (placeholder-not-filled-in)',
  );
});

test('other values of the object are judged', () => {
  const { metadata, ...rest } = route('web', HOST);
  const labelled = { ...rest, metadata: { ...metadata, labels: { tier: 'a b' } } };
  expect(told(labelled)).toEqual(['error label-invalid metadata.labels["tier"]', 'info placeholder-not-filled-in spec.host']);
});

test('what is no placeholder is judged as ever', () => {
  expect(told(route('web', 'Shop.example.com'))).toContain('error route-host-upper-case spec.host');
  expect(told(route('web', '<host>'))).toContain('error field-pattern-mismatch spec.host');
});

test('objects whose names are filled in later are not taken for one object', () => {
  const names = (name: string) => told(route(name, 'a.example.com'), route(name, 'b.example.com')).filter((line) => /declared/.test(line));
  expect(names(`${HOST}-web`)).toEqual([]);
  expect(names('web')).toHaveLength(2);
});

test('its severity is for a configuration to set', () => {
  const severities = new Map([['placeholder-not-filled-in', Severity.ERROR]]);
  const [finding] = evaluateManifests([route('web', HOST)], CLUSTER, { severities });
  expect(finding.severity).toBe(Severity.ERROR);
});
