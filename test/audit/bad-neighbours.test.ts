import { evaluateManifests, type RuleFinding } from '../../src/audit';
import { displayName, type Manifest } from '../../src/graph';
import { fieldTable } from '../../src/imports/field-table';
import { type Fixture, fixtureFolders, fixturesOf } from './fixture';

const ODD: unknown[] = [null, 5, 'x', [], [null], {}, { a: 1 }];
const CORE_KINDS = ['v1/Service', 'v1/Secret', 'v1/ResourceQuota', 'networking.k8s.io/v1/NetworkPolicy', 'networking.k8s.io/v1/Ingress'];
const OTHER_KINDS = ['policy/v1/PodDisruptionBudget', 'autoscaling/v2/HorizontalPodAutoscaler', 'rbac.authorization.k8s.io/v1/Role'];

/** Every kind that is known, as apiVersion and kind. */
function knownKinds(): { readonly apiVersion: string; readonly kind: string }[] {
  const kinds = Object.entries(fieldTable().kinds).map(([key, { version }]) => key.replace('/', `/${version}/`));
  return [...kinds, ...CORE_KINDS, ...OTHER_KINDS].map((key) => {
    const slash = key.lastIndexOf('/');
    return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
  });
}

/** Manifests with something odd in each of their members, and things that are no manifests. */
function neighbours(): unknown[] {
  const odd = knownKinds().flatMap((type) => ODD.map((value) => ({ ...type, metadata: { name: 'odd', namespace: 'odd' }, spec: value })));
  const headless = knownKinds().flatMap((type) => ODD.map((value) => ({ ...type, metadata: value })));
  const names = knownKinds().flatMap((type) =>
    ODD.map((value) => ({ ...type, metadata: { name: value, labels: value, annotations: value } })),
  );
  const types = ODD.flatMap((value) => [{ apiVersion: value, kind: 'VirtualMachine' }, { apiVersion: 'v1', kind: value }, value]);
  return [...odd, ...headless, ...names, ...types];
}

function judged({ manifests, cluster }: Fixture, beside: readonly unknown[]): readonly RuleFinding[] {
  return evaluateManifests([...beside, ...manifests], cluster);
}

const BAD = neighbours();
/** What says how the cluster is set up, and what makes machines again, changes what is found, rightly. */
const SETTINGS = ['KubeVirt', 'HyperConverged', 'ControlPlaneMachineSet'];
/** Where there is a health check, odd as it may be, it is certain how long a failure lasts: what was at risk is missed. */
const AT_RISK = ['recovery-objective-at-risk', 'recovery-objective-missed'];
/** Each fixture is judged beside one bad manifest out of so many, each time others. */
const GROUPS = 40;

test('no rule fails on odd manifests, whichever kind they say to be', () => {
  const failed = evaluateManifests(BAD, fixturesOf('type-meta-missing', 'failing')[0].cluster).filter(
    ({ rule }) => rule.id === 'rule-failed',
  );
  expect(new Set(failed.map(({ manifest, text }) => `${displayName(manifest)} ${text}`))).toEqual(new Set());
});

test('one bad manifest silences no finding about another', () => {
  const bad = BAD.filter((document) => !SETTINGS.includes((document as Manifest | null)?.kind ?? ''));
  const fixtures = fixtureFolders().flatMap((folder) => fixturesOf(folder, 'failing'));
  fixtures.forEach((fixture, position) => {
    const beside = bad.filter((_document, index) => index % GROUPS === position % GROUPS);
    const own = new Set<unknown>(fixture.manifests);
    // Not their texts: one that names another object may name the bad one.
    const about = (findings: readonly RuleFinding[]) =>
      findings
        .filter(({ document }) => own.has(document))
        .map(({ rule: { id }, path }) => `${AT_RISK.includes(id) ? AT_RISK[0] : id} ${JSON.stringify(path)}`);
    expect([fixture.name, about(judged(fixture, beside))]).toEqual([fixture.name, expect.arrayContaining(about(judged(fixture, [])))]);
  });
});

test('a manifest that was changed in place is judged anew', () => {
  const cluster = fixturesOf('type-meta-missing', 'failing')[0].cluster;
  const spec: Record<string, unknown> = {
    runStrategy: 'Always',
    template: { spec: { domain: { devices: {}, memory: { guest: '1Gi' } } } },
  };
  const vm: Manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec };
  const codes = () => evaluateManifests([vm], cluster).map(({ rule }) => rule.id);
  expect(codes()).toEqual([]);
  spec.telepathy = true;
  expect(codes()).toEqual(['field-unknown']);
  spec.telepathy = undefined;
  delete spec.telepathy;
  expect(codes()).toEqual([]);
});

test('the objects of lists are judged, and findings lead to the list', () => {
  const cluster = fixturesOf('type-meta-missing', 'failing')[0].cluster;
  const vm = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec: { runStrategy: 'Always' } };
  const list = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineList', items: [vm] }] };
  const [finding] = evaluateManifests([list], cluster);
  expect([finding.rule.id, finding.manifest, finding.document]).toEqual(['field-required', vm, list]);
});
