import { Chart, Duration, Size, Testing } from 'cdk8s';
import { ClusterProfile, ManifestCheck, MigrationFallback, MigrationPolicy, type MigrationPolicyProps } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function policy(props: MigrationPolicyProps = {}, release = '1.9') {
  const app = Testing.app();
  ClusterProfile.kubevirt(release).applyTo(app);
  return new MigrationPolicy(new Chart(app, 'shop', { namespace: 'shop' }), 'policy', { metadata: { name: 'web' }, ...props });
}

function specOf(props: MigrationPolicyProps) {
  return Testing.synth(Chart.of(policy(props)))[0].spec;
}

test('belongs to no namespace and asks for labels of VMs and namespaces', () => {
  const made = policy({ podLabels: { app: 'web' }, namespaceLabels: { team: 'shop' } });
  expect(Testing.synth(Chart.of(made))).toEqual([
    {
      apiVersion: 'migrations.kubevirt.io/v1alpha1',
      kind: 'MigrationPolicy',
      metadata: { name: 'web' },
      spec: { selectors: { virtualMachineInstanceSelector: { app: 'web' }, namespaceSelector: { team: 'shop' } } },
    },
  ]);
});

test('says how its VMs are migrated', () => {
  const options = {
    autoConverge: true,
    bandwidth: Size.mebibytes(512),
    completionTimeout: Duration.minutes(5),
    maximumDowntime: Duration.millis(300),
  };
  expect(specOf({ podLabels: { app: 'web' }, ...options })).toMatchObject({
    allowAutoConverge: true,
    bandwidthPerMigration: '512Mi',
    completionTimeoutPerGiB: 300,
    maxDowntimeMs: 300,
  });
});

test.each([
  [MigrationFallback.ABORT, false, false],
  [MigrationFallback.PAUSE, false, true],
  [MigrationFallback.POST_COPY, true, true],
])('writes both switches for the fallback %s', (fallback, allowPostCopy, allowWorkloadDisruption) => {
  expect(specOf({ podLabels: { app: 'web' }, fallback })).toMatchObject({ allowPostCopy, allowWorkloadDisruption });
});

test('without a label warns that it holds for every VM', () => {
  expect(ManifestCheck.findings(policy()).map(({ code }) => code)).toEqual(['migration-policy-matches-everything']);
});

test('asked for a downtime on a release without it, is refused at synth', () => {
  const made = policy({ podLabels: { app: 'web' }, maximumDowntime: Duration.seconds(1) }, '1.8');
  expect(ManifestCheck.findings(made).map(({ code }) => code)).toEqual(['field-newer-than-cluster']);
});

test.each<[string, MigrationPolicyProps, string]>([
  [
    'no time at all',
    { completionTimeout: Duration.seconds(0) },
    '[shop/policy] completionTimeout is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)',
  ],
  [
    'parts of a mebibyte',
    { bandwidth: Size.kibibytes(1500) },
    '[shop/policy] bandwidth is 1500 Ki: whole mebibytes only. Use Size.mebibytes(2). (whole-mebibytes)',
  ],
  [
    'a downtime above the limit of the API',
    { maximumDowntime: Duration.minutes(34) },
    '[shop/policy] maximumDowntime is 2040000: the value must be between 1 and 2000000. Pass 2000000 or less. (out-of-range)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrownBy(() => policy(props))).toBe(message);
});
