import { ClusterProfile } from 'cdk8s-kubevirt';
import { structureFaults } from '../../src/admission/structure/structure-faults';
import { evaluateManifests } from '../../src/audit';
import { isObject, type Manifest, ManifestGraph } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from '../audit/fixture';
import { fieldsOf, followed, type Key, pathOf, valueAtWay, wayOf, withFieldMoved } from './manifest-edits';

const NO_IDEA = 'No known release has such a field here: remove it, or keep it for a newer one.';

const GOOD: Manifest = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    runStrategy: 'Always',
    dataVolumeTemplates: [
      { metadata: { name: 'web-root' }, spec: { source: { blank: {} }, storage: { resources: { requests: { storage: '20Gi' } } } } },
    ],
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        evictionStrategy: 'LiveMigrateIfPossible',
        readinessProbe: { tcpSocket: { port: 22 } },
        domain: {
          cpu: { cores: 2 },
          memory: { guest: '2Gi' },
          devices: {
            disks: [{ name: 'root' }],
            interfaces: [{ name: 'default', masquerade: {} }],
          },
        },
        networks: [{ name: 'default', pod: {} }],
        volumes: [{ name: 'root', dataVolume: { name: 'web-root' } }],
      },
    },
  },
};

function faultsOfStructure(manifest: Manifest, cluster: ClusterProfile) {
  return structureFaults(manifest, { graph: new ManifestGraph([manifest]), cluster });
}

/** What is said of a field that is added to the good VM. */
function remedyFor(
  path: string,
  value: unknown,
  change: { readonly [path: string]: unknown } = {},
  cluster = ClusterProfile.kubevirt('1.8'),
) {
  const manifest = structuredClone(GOOD);
  for (const [place, put] of Object.entries({ ...change, [path]: value })) {
    const way = wayOf(place);
    valueAtWay(manifest, way.slice(0, -1))[way[way.length - 1]] = put;
  }
  return faultsOfStructure(manifest, cluster)?.find((fault) => fault.kind === 'field-unknown' && fault.path === path)?.remedy;
}

const TEMPLATE = 'spec.template.spec';
const DEVICES = `${TEMPLATE}.domain.devices`;
const DATA_VOLUME = 'spec.dataVolumeTemplates[0].spec';

test.each<[string, unknown, string]>([
  ['spec.run_strategy', 'Always', 'Its place is runStrategy, which is set: remove it here.'],
  [`${TEMPLATE}.livenesProbe`, { tcpSocket: { port: 22 } }, 'Did you mean livenessProbe?'],
  [`${TEMPLATE}.terminationGracePeriod`, 30, 'Did you mean terminationGracePeriodSeconds?'],
  [`${TEMPLATE}.readinessProbe.period`, 5, 'Did you mean periodSeconds?'],
  [`${TEMPLATE}.domain.io`, 'native', `Did you mean ${DEVICES}.disks[0].io?`],
  [`${TEMPLATE}.StartStrategy`, 'Paused', 'Did you mean startStrategy?'],
  [`${TEMPLATE}.termination_grace_period_seconds`, 30, 'Did you mean terminationGracePeriodSeconds?'],
  [`${TEMPLATE}.volumes[0].registryDisk`, { image: 'registry.example/web' }, NO_IDEA],
  ['spec.affinity', {}, `Did you mean ${TEMPLATE}.affinity?`],
  ['spec.template.hostname', 'web', `Did you mean ${TEMPLATE}.hostname?`],
  ['spec.cpu', { sockets: 1 }, `Its place is ${TEMPLATE}.domain.cpu, which is set: remove it here.`],
  [`${TEMPLATE}.domain.hostname`, 'web', `Did you mean ${TEMPLATE}.hostname?`],
  [`${TEMPLATE}.domain.tpm`, {}, `Did you mean ${DEVICES}.tpm?`],
  [`${TEMPLATE}.sockets`, 2, `Did you mean ${TEMPLATE}.domain.cpu.sockets?`],
  [`${TEMPLATE}.labels`, { tier: 'web' }, `Its place is spec.template.metadata.labels, which is set: remove it here.`],
  ['spec.labels', { tier: 'web' }, 'Did you mean metadata.labels?'],
  [`${DEVICES}.disks[0].bus`, 'virtio', `Did you mean ${DEVICES}.disks[0].disk.bus?`],
  [`${DEVICES}.disks[0].claimName`, 'data', NO_IDEA],
  [`${DEVICES}.interfaces[0].networkName`, 'lan', NO_IDEA],
  [`${DEVICES}.macAddress`, '02:00:00:00:00:01', `Did you mean ${DEVICES}.interfaces[0].macAddress?`],
  [
    `${DATA_VOLUME}.resources`,
    { requests: { storage: '20Gi' } },
    `Its place is ${DATA_VOLUME}.storage.resources, which is set: remove it here.`,
  ],
  [`${DATA_VOLUME}.storageClassName`, 'fast', `Did you mean ${DATA_VOLUME}.storage.storageClassName?`],
  [`${DATA_VOLUME}.source.url`, 'https://images.example/a.img', NO_IDEA],
  [`${DATA_VOLUME}.storage.storage`, '20Gi', NO_IDEA],
  [`${DATA_VOLUME}.storage.storageClass`, 'fast', 'Did you mean storageClassName?'],
  [`${TEMPLATE}.bootOrder`, 1, NO_IDEA],
  ['spec.domain', { memory: { guest: '2Gi' } }, `Its place is ${TEMPLATE}.domain, which is set: remove it here.`],
  [
    'spec.selector',
    { matchLabels: { app: 'web' } },
    'A VirtualMachine is one VM: a VirtualMachinePool has replicas and a selector. Remove it.',
  ],
  ['spec.replicas', 2, 'A VirtualMachine is one VM: a VirtualMachinePool has replicas and a selector. Remove it.'],
  [
    `${TEMPLATE}.serviceAccount`,
    'web',
    'A guest gets the token of a service account from a volume with serviceAccount, as a disk. Remove it.',
  ],
  [`${TEMPLATE}.securityContext`, { runAsUser: 0 }, 'KubeVirt decides how the pod of a VM runs. Remove it.'],
  [
    `${TEMPLATE}.imagePullSecrets`,
    [{ name: 'registry' }],
    'The Secret for the image of a disk is named beside the image: containerDisk.imagePullSecret. Remove it.',
  ],
  ['version', 'v1', NO_IDEA],
  ['spec.type', 'NodePort', NO_IDEA],
  [`${TEMPLATE}.memory`, '2Gi', NO_IDEA],
  [`${TEMPLATE}.containers`, [], 'A VM runs no containers of its own: its disks and volumes say what boots. Remove it.'],
  [`${TEMPLATE}.restartPolicy`, 'Always', 'Whether a VM is restarted is said by runStrategy of the VirtualMachine. Remove it.'],
  [`${DEVICES}.disks[0].volumeName`, 'web-root', `A disk has the volume of its own name, ${TEMPLATE}.volumes[0].name: remove it.`],
])('%s: %j', (path, value, remedy) => {
  expect(remedyFor(path, value)).toBe(remedy);
});

test('a field goes to the target of the disk, the claim of the DataVolume, the handler of the probe that is there', () => {
  expect(remedyFor(`${DEVICES}.disks[0].bus`, 'sata', { [`${DEVICES}.disks[0].cdrom`]: {} })).toBe(
    `Did you mean ${DEVICES}.disks[0].cdrom.bus?`,
  );
  expect(remedyFor(`${DATA_VOLUME}.volumeMode`, 'Block', { [`${DATA_VOLUME}.storage`]: undefined, [`${DATA_VOLUME}.pvc`]: {} })).toBe(
    `Did you mean ${DATA_VOLUME}.pvc.volumeMode?`,
  );
  expect(remedyFor(`${TEMPLATE}.readinessProbe.host`, 'web', {})).toBe(`Did you mean ${TEMPLATE}.readinessProbe.tcpSocket.host?`);
});

test('the watchdog is that of the architecture', () => {
  const path = `${DEVICES}.watchdog.action`;
  const watchdog = { [`${DEVICES}.watchdog`]: { name: 'dog' } };
  expect(remedyFor(path, 'reset', watchdog)).toBe(`Did you mean ${DEVICES}.watchdog.i6300esb.action?`);
  expect(remedyFor(path, 'reset', { ...watchdog, [`${TEMPLATE}.architecture`]: 's390x' })).toBe(
    `Did you mean ${DEVICES}.watchdog.diag288.action?`,
  );
  expect(remedyFor(path, 'reset', { ...watchdog, [`${TEMPLATE}.architecture`]: 'arm64' })).toBe(NO_IDEA);
});

test('what affinities are made of is told where it stands one level off', () => {
  const inAffinity = (affinity: object, kind: string) => {
    const { template, ...spec } = GOOD.spec;
    const found = faultsOfStructure(
      { ...GOOD, spec: { ...spec, template: { ...template, spec: { ...template.spec, affinity } } } },
      ClusterProfile.kubevirt('1.8'),
    );
    return found?.filter((fault) => fault.kind === 'field-unknown').map(({ path, remedy }) => `${path.split(kind)[1]}: ${remedy}`);
  };
  const term = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' };
  const moved = 'It belongs into podAffinityTerm, beside which weight says how much it counts: move it there.';
  expect(
    inAffinity({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, ...term }] } }, 'podAntiAffinity.'),
  ).toEqual([
    `preferredDuringSchedulingIgnoredDuringExecution[0].labelSelector: ${moved}`,
    `preferredDuringSchedulingIgnoredDuringExecution[0].topologyKey: ${moved}`,
  ]);
  expect(
    inAffinity(
      { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] } },
      'podAntiAffinity.',
    ),
  ).toEqual([
    'requiredDuringSchedulingIgnoredDuringExecution[0].weight: Only preferred terms have a weight. Remove it.',
    'requiredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm: Only preferred terms have it: write what is in it one level higher, and remove it.',
  ]);
  const matchExpressions = [{ key: 'gpu', operator: 'Exists' }];
  expect(inAffinity({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { matchExpressions } } }, 'nodeAffinity.')).toEqual([
    'requiredDuringSchedulingIgnoredDuringExecution.matchExpressions: What is required stands in an entry of nodeSelectorTerms, with matchExpressions: move it there.',
  ]);
  expect(
    inAffinity({ nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, matchExpressions }] } }, 'nodeAffinity.'),
  ).toEqual([
    'preferredDuringSchedulingIgnoredDuringExecution[0].matchExpressions: What is preferred stands in preference, with matchExpressions, beside weight: move it there.',
  ]);
});

test('fields of an instance belong below a template, also where there is none yet', () => {
  const { template, ...spec } = GOOD.spec;
  const found = faultsOfStructure({ ...GOOD, spec: { ...spec, ...template.spec } }, ClusterProfile.kubevirt('1.8'));
  const unknown = found?.filter(({ kind }) => kind === 'field-unknown') ?? [];
  expect(unknown.map(({ path }) => path)).toEqual(Object.keys(template.spec).map((name) => `spec.${name}`));
  expect(new Set(unknown.map(({ remedy }) => remedy))).toEqual(
    new Set(['It belongs below spec.template.spec, where a VirtualMachine has what its instance is to be.']),
  );
});

test('an old name is recognized where its new one is free', () => {
  const path = `${TEMPLATE}.volumes[0].registryDisk`;
  expect(remedyFor(path, { image: 'registry.example/web' }, { [`${TEMPLATE}.volumes[0].dataVolume`]: undefined })).toBe(
    'Did you mean containerDisk?',
  );
});

test('nothing is suggested that the release of the cluster lacks', () => {
  const path = `${TEMPLATE}.panicDevices`;
  expect(remedyFor(path, [{ model: 'isa' }])).toBe(`Did you mean ${DEVICES}.panicDevices?`);
  expect(remedyFor(path, [{ model: 'isa' }], {}, ClusterProfile.kubevirt('1.5'))).toBe(NO_IDEA);
});

/** Errors and unknown fields: what a suggestion must not add to. */
function faultsIn(manifests: readonly Manifest[], cluster: ClusterProfile): string[] {
  return evaluateManifests(manifests, cluster)
    .filter(({ severity, rule }) => severity === 'error' || rule.id === 'field-unknown')
    .map(({ rule, manifest, manifestPath }) => `${rule.id} ${manifest.kind} ${manifestPath}`);
}

/** What follows from doing what is said of the unknown fields of one manifest and was not there before. */
function harm(manifests: readonly Manifest[], index: number, cluster: ClusterProfile): string[] {
  const faults = faultsOfStructure(manifests[index], cluster)?.filter(({ kind }) => kind === 'field-unknown') ?? [];
  return faults.flatMap(({ path, remedy }) =>
    followed(manifests, index, wayOf(path), remedy).flatMap((after) => {
      const found = faultsIn(after, cluster);
      const before = found.length === 0 ? [] : faultsIn(manifests, cluster).filter((fault) => !fault.endsWith(` ${path}`));
      return found.filter((fault) => !before.includes(fault)).map((fault) => `${path}: ${remedy} Then: ${fault}`);
    }),
  );
}

const fixtures = fixtureFolders()
  .flatMap((folder) => [...fixturesOf(folder, 'passing'), ...fixturesOf(folder, 'failing')])
  .filter(({ manifests }) => manifests.every(isObject));

test('following what is said of the unknown fields of all fixtures brings no error', () => {
  expect(fixtures.flatMap(({ manifests, cluster }) => manifests.flatMap((_, index) => harm(manifests, index, cluster)))).toEqual([]);
});

/** A field put where it does not belong. */
interface Misplacement {
  readonly how: 'misspelt' | 'moved';
  readonly from: readonly Key[];
  readonly to: readonly Key[];
}

function misplacements(manifest: Manifest): Misplacement[] {
  return fieldsOf(manifest)
    .filter((way) => way[0] === 'spec' && way.length > 1)
    .flatMap((from) => [...misspelt(from), ...moved(manifest, from)])
    .filter(({ to }) => valueAtWay(manifest, to) === undefined);
}

function misspelt(from: readonly Key[]): Misplacement[] {
  const name = from[from.length - 1] as string;
  const spellings = [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    `${name}s`,
    ...(name.length > 3 ? [name.slice(0, 2) + name.slice(3)] : []),
  ];
  return spellings.map((spelling) => ({ how: 'misspelt', from, to: [...from.slice(0, -1), spelling] }));
}

/** One and two objects up, and into each object beside it. */
function moved(manifest: Manifest, from: readonly Key[]): Misplacement[] {
  const name = from[from.length - 1];
  const [parent, above, farAbove] = objectsAround(manifest, from);
  const beside = Object.keys(valueAtWay(manifest, parent)).filter(
    (key) => key !== name && isObject(valueAtWay(manifest, [...parent, key])),
  );
  const objects = [above, farAbove, ...beside.map((key) => [...parent, key])].filter((object) => object !== undefined && object.length > 0);
  return objects.map((object) => ({ how: 'moved', from, to: [...object, name] }));
}

function objectsAround(manifest: Manifest, way: readonly Key[]): (readonly Key[])[] {
  return way.map((_, index) => way.slice(0, way.length - 1 - index)).filter((object) => isObject(valueAtWay(manifest, object)));
}

/** Each misplacement once for all fixtures that have its field at its place. */
function plantedIn({ manifests, cluster }: Fixture, known: Set<string>) {
  return manifests.flatMap((manifest, index) =>
    misplacements(manifest)
      .filter(({ how, from, to }) =>
        isNew(known, how === 'moved' ? [...from.slice(-2), ...to.slice(-2)] : [...from.slice(-1), ...to.slice(-1)]),
      )
      .flatMap(({ how, from, to }) => {
        const planted = manifests.map((each, i) => (i === index ? withFieldMoved(each, from, to) : each));
        const path = pathOf(to);
        const fault = faultsOfStructure(planted[index], cluster)?.find((each) => each.path === path && each.kind === 'field-unknown');
        return fault === undefined ? [] : [{ how, from, planted, index, cluster, remedy: fault.remedy }];
      }),
  );
}

function isNew(known: Set<string>, names: readonly Key[]): boolean {
  const key = names.filter((name) => typeof name === 'string').join(' ');
  return !known.has(key) && known.add(key) !== undefined;
}

test('following what is said of fields that are misspelt or misplaced in good manifests brings no error, and most are found', () => {
  const known = new Set<string>();
  const good = fixtures.filter(({ manifests, cluster }) => faultsIn(manifests, cluster).length === 0);
  const planted = good.flatMap((fixture) => plantedIn(fixture, known));
  expect(planted.flatMap((each) => harm(each.planted, each.index, each.cluster))).toEqual([]);
  for (const [how, share] of [
    ['misspelt', 0.99],
    ['moved', 0.7],
  ] as const) {
    const all = planted.filter((each) => each.how === how);
    const found = all.filter(({ from, remedy }) => remedy.includes(pathOf(from)) || remedy.includes(`mean ${from[from.length - 1]}`));
    expect(all.length).toBeGreaterThan(200);
    expect(found.length / all.length).toBeGreaterThanOrEqual(share);
  }
});
