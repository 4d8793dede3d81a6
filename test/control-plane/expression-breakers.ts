import type { Manifest } from '../../src/graph';

type Fields = Record<string, any>;

const SERVICE = { name: 'web', port: 80 };
const WITHOUT_PORT = { name: 'web' };

/** A filter of each type that is right. */
const FILTERS: Readonly<Record<string, Fields>> = {
  RequestHeaderModifier: { requestHeaderModifier: { remove: ['x-internal'] } },
  ResponseHeaderModifier: { responseHeaderModifier: { remove: ['server'] } },
  RequestMirror: { requestMirror: { backendRef: SERVICE } },
  RequestRedirect: { requestRedirect: { scheme: 'https' } },
  URLRewrite: { urlRewrite: { hostname: 'shop.example.com' } },
  ExtensionRef: { extensionRef: { group: 'example.com', kind: 'Filter', name: 'own' } },
  CORS: { cors: { allowOrigins: ['https://shop.example.com'] } },
};

/** Those that the experimental channel has too. */
const EXPERIMENTAL_FILTERS: Readonly<Record<string, Fields>> = {
  ...FILTERS,
  ExternalAuth: { externalAuth: { protocol: 'HTTP', backendRef: SERVICE, http: {} } },
};

/** Objects that break expressions of CustomResourceDefinitions, one or a few each: variants that fixtures do not go through. */
export function expressionBreakers(): Manifest[] {
  return [
    ...filterLists(FILTERS).flatMap((filters) => withFilters(filters)),
    ...filterLists(EXPERIMENTAL_FILTERS).flatMap((filters) => withFilters(filters, true)),
    ...authentications().flatMap((externalAuth) => withFilters([{ type: 'ExternalAuth', externalAuth }], true)),
    ...['/a/./b', '/a%2fb', '/a%2Fb', '/a/..', '/a/.', '/a/../b', '/a//b', '/a#b', 'a', '/a b'].map((value) =>
      route('HTTPRoute', { rules: [{ matches: [{ path: { value } }] }] }),
    ),
    route('HTTPRoute', { rules: [{ matches: [{ path: { type: 'Regex', value: '/a' } }] }] }),
    ...['HTTPRoute', 'TCPRoute', 'TLSRoute'].flatMap(withoutDistinction),
    ...containerPaths().flatMap(withVolume),
    ...headerActions(),
    ...machineSets(),
    { ...hyperConverged('v1beta1'), spec: { resourceRequirements: { vmiCPUAllocationRatio: 0 } } },
    { ...hyperConverged('v1'), spec: { virtualization: { vmiCPUAllocationRatio: 0 } } },
    policy({ wellKnownCACertificates: 'System', subjectAltNames: [{ type: 'Hostname', hostname: 'a.example.com', uri: 'spiffe://a' }] }),
  ];
}

function filterLists(filters: Readonly<Record<string, Fields>>): Fields[][] {
  const types = Object.keys(filters);
  const filter = (type: string): Fields => ({ type, ...filters[type] });
  const [first, second] = types;
  return [
    ...types.map((type) => [{ type }]),
    ...types.map((type) => [{ ...filter(type === first ? second : first), ...filters[type] }]),
    ...types.map((type) => [filter(type), filter(type)]),
    [filter('RequestRedirect'), filter('URLRewrite')],
    ...['allowHeaders', 'allowMethods', 'allowOrigins'].map((list) => [{ type: 'CORS', cors: { [list]: ['*', 'GET'] } }]),
    [{ type: 'RequestMirror', requestMirror: { backendRef: SERVICE, percent: 1, fraction: { numerator: 1 } } }],
    [{ type: 'RequestMirror', requestMirror: { backendRef: SERVICE, fraction: { numerator: 3, denominator: 2 } } }],
    [{ type: 'RequestMirror', requestMirror: { backendRef: WITHOUT_PORT } }],
    ...['requestRedirect', 'urlRewrite'].flatMap((field) => replacements().map((path) => [{ type: typeOf(field), [field]: { path } }])),
  ];
}

function typeOf(field: string): string {
  return field === 'urlRewrite' ? 'URLRewrite' : 'RequestRedirect';
}

function replacements(): Fields[] {
  return [
    { type: 'ReplaceFullPath' },
    { type: 'ReplacePrefixMatch' },
    { type: 'ReplacePrefixMatch', replaceFullPath: '/', replacePrefixMatch: '/' },
    { type: 'ReplaceFullPath', replaceFullPath: '/', replacePrefixMatch: '/' },
    { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' },
  ];
}

function authentications(): Fields[] {
  return [
    { protocol: 'GRPC', backendRef: SERVICE },
    { protocol: 'HTTP', backendRef: SERVICE },
    { protocol: 'HTTP', backendRef: SERVICE, http: {}, grpc: {} },
    { protocol: 'GRPC', backendRef: SERVICE, http: {}, grpc: {} },
    { protocol: 'HTTP', backendRef: WITHOUT_PORT, http: {} },
  ];
}

/** The filters of a rule, and the same of a backend; a redirect is refused beside backends. */
function withFilters(filters: Fields[], experimental = false): Manifest[] {
  const matches = [{ path: { type: 'Exact', value: '/a' } }];
  return [
    route('HTTPRoute', { rules: [{ matches, filters }] }, experimental),
    route('HTTPRoute', { rules: [{ matches, backendRefs: [{ ...SERVICE, filters }] }] }, experimental),
  ];
}

/** References to one parent that nothing tells apart, or not in one way, and rules of one name. */
function withoutDistinction(kind: string): Manifest[] {
  const parents = [
    [{ sectionName: 'a' }, {}],
    [{ sectionName: 'a' }, { sectionName: 'a' }],
  ];
  const rules = [{ backendRefs: [SERVICE] }];
  const sameNames = ['a', 'a'].map((name) => ({ name, backendRefs: [SERVICE] }));
  return [
    ...[true, false].flatMap((experimental) =>
      parents.map((references) =>
        route(kind, { parentRefs: references.map((reference) => ({ name: 'public', ...reference })), rules }, experimental),
      ),
    ),
    ...(kind === 'HTTPRoute' ? [route(kind, { rules: sameNames }, true)] : []),
    route(kind, { rules: [{ backendRefs: [WITHOUT_PORT] }] }),
  ];
}

function route(kind: string, spec: Fields, experimental = false): Manifest {
  const annotations = experimental ? { 'cdk8s-kubevirt/gateway-channel': 'experimental' } : undefined;
  const hostnames = kind === 'TLSRoute' ? { hostnames: ['shop.example.com'] } : {};
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: { name: 'shop', namespace: 'shop', annotations },
    spec: { parentRefs: [{ name: 'public' }], ...hostnames, ...spec },
  };
}

function policy(validation: Fields): Manifest {
  const targetRefs = [{ group: '', kind: 'Service', name: 'web' }];
  const spec = { targetRefs, validation: { hostname: 'web.example.com', ...validation } };
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'BackendTLSPolicy', metadata: { name: 'shop', namespace: 'shop' }, spec };
}

function containerPaths(): Fields[] {
  return [{ path: 'data' }, { path: '/data/../etc' }, { path: '/data', readOnly: false }];
}

/** A volume in each kind that has an instance in it. */
function withVolume(containerPath: Fields): Manifest[] {
  const devices = { filesystems: [{ name: 'data', virtiofs: {} }] };
  const instance = { domain: { devices, memory: { guest: '2Gi' } }, volumes: [{ name: 'data', containerPath }] };
  const template = { metadata: { labels: { app: 'web' } }, spec: instance };
  const selector = { matchLabels: { app: 'web' } };
  const machine = { runStrategy: 'Always', template };
  const object = (apiVersion: string, kind: string, spec: Fields) => ({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  });
  return [
    object('kubevirt.io/v1', 'VirtualMachine', machine),
    object('kubevirt.io/v1', 'VirtualMachineInstance', instance),
    object('kubevirt.io/v1', 'VirtualMachineInstanceReplicaSet', { replicas: 1, selector, template }),
    object('pool.kubevirt.io/v1beta1', 'VirtualMachinePool', {
      replicas: 1,
      selector,
      virtualMachineTemplate: { metadata: { labels: { app: 'web' } }, spec: machine },
    }),
  ];
}

function headerActions(): Manifest[] {
  const names = ['Strict-Transport-Security', 'proxy', 'cookie', 'set-cookie'].map((name) => ({ name, action: { type: 'Delete' } }));
  const actions = [...names, { name: 'x-a', action: { type: 'Set' } }, { name: 'x-a', action: { type: 'Set', set: { value: '%[src]' } } }];
  return ['request', 'response'].flatMap((direction) =>
    actions.map((action) => ({
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: { to: { kind: 'Service', name: 'web' }, port: { targetPort: 'http' }, httpHeaders: { actions: { [direction]: [action] } } },
    })),
  );
}

/** A platform without its domains, each, and domains of AWS and OpenStack that say half. */
function machineSets(): Manifest[] {
  const labels = {
    'machine.openshift.io/cluster-api-cluster': 'shop-x7k2p',
    'machine.openshift.io/cluster-api-machine-role': 'master',
    'machine.openshift.io/cluster-api-machine-type': 'master',
  };
  const machines = (failureDomains: Fields): Fields => ({ failureDomains, metadata: { labels }, spec: { providerSpec: { value: {} } } });
  const domains = [
    ...['AWS', 'Azure', 'GCP', 'OpenStack', 'VSphere', 'Nutanix'].map((platform) => ({ platform })),
    ...['ID', 'ARN', 'Filters'].map((type) => ({ platform: 'AWS', aws: [{ subnet: { type } }] })),
    { platform: 'OpenStack', openstack: [{ availabilityZone: 'a', rootVolume: { volumeType: 'fast' } }] },
  ];
  const templates: Fields[] = [
    ...domains.map((failureDomains) => ({ machines_v1beta1_machine_openshift_io: machines(failureDomains) })),
    {},
  ];
  return templates.map((template) => ({
    apiVersion: 'machine.openshift.io/v1',
    kind: 'ControlPlaneMachineSet',
    metadata: { name: 'cluster', namespace: 'openshift-machine-api' },
    spec: {
      replicas: 3,
      state: 'Active',
      selector: { matchLabels: labels },
      template: { machineType: 'machines_v1beta1_machine_openshift_io', ...template },
    },
  }));
}

function hyperConverged(version: string): Manifest {
  return {
    apiVersion: `hco.kubevirt.io/${version}`,
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged', namespace: 'openshift-cnv' },
  };
}
