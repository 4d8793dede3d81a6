import { ApiObject, Chart, Testing } from 'cdk8s';
import { Architecture, ClusterEvictionStrategy, ClusterProfile, ManifestCheck, Platform } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

test('knows the KubeVirt release of an OpenShift release', () => {
  const profile = ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 });
  expect(profile).toMatchObject({
    kubevirtVersion: '1.6',
    openshiftVersion: '4.20',
    platform: Platform.BARE_METAL_IPI,
    workers: 6,
    architecture: Architecture.AMD64,
  });
});

test('assumes the oldest supported release without a profile', () => {
  const profile = ClusterProfile.of(Testing.chart());
  expect(profile.kubevirtVersion).toBe('1.5');
  expect(profile.hasMachineApi).toBeUndefined();
});

test('applies to the whole app', () => {
  const app = Testing.app();
  const profile = ClusterProfile.kubevirt('v1.8.4');
  profile.applyTo(new Chart(app, 'one'));
  profile.applyTo(app);
  expect(ClusterProfile.of(new Chart(app, 'two'))).toBe(profile);
});

test('takes a second profile that says the same', () => {
  const app = Testing.app();
  const profile = ClusterProfile.openshift('4.20', { platform: Platform.AWS, workers: 3 });
  profile.applyTo(app);
  ClusterProfile.openshift('4.20.7', { platform: Platform.AWS, workers: 3, architecture: Architecture.AMD64 }).applyTo(app);
  expect(ClusterProfile.of(app)).toBe(profile);
});

test('takes a profile after the assumed one', () => {
  const app = Testing.app();
  ClusterProfile.of(app).applyTo(app);
  const profile = ClusterProfile.kubevirt('1.5');
  profile.applyTo(app);
  expect(ClusterProfile.of(app)).toBe(profile);
});

test.each([
  [ClusterProfile.kubevirt('1.10', { treatAs: '1.9' }), '1.9', undefined, '1.10'],
  [ClusterProfile.kubevirt('v0.59.1', { treatAs: '1.5' }), '1.5', undefined, '0.59'],
  [ClusterProfile.openshift('4.18', { treatAs: '4.19' }), '1.5', '4.19', '4.18'],
])('treats a release that it does not know as one that it knows (%#)', (profile, kubevirtVersion, openshiftVersion, unsupportedVersion) => {
  expect(profile).toMatchObject({ kubevirtVersion, openshiftVersion, unsupportedVersion });
});

test('says what an unknown release is treated as, where a field is refused', () => {
  const chart = Testing.chart();
  ClusterProfile.openshift('4.18', { treatAs: '4.19' }).applyTo(chart);
  ManifestCheck.attachTo(chart);
  new ApiObject(chart, 'pool', { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', spec: {} });
  expect(thrownBy(() => Testing.synth(chart))).toContain(
    'KubeVirt 1.5 (OpenShift 4.19), as which 4.18 of the cluster is treated, does not serve this version of VirtualMachinePool.',
  );
});

test.each([
  [ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI }), true],
  [ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_UPI }), false],
  [ClusterProfile.openshift('4.20', { platform: Platform.NONE }), false],
  [ClusterProfile.openshift('4.20'), undefined],
  [ClusterProfile.kubevirt('1.9', { platform: Platform.AWS }), false],
])('knows whether there is a Machine API (%#)', (profile, expected) => {
  expect(profile.hasMachineApi).toBe(expected);
});

test.each([
  [ClusterProfile.openshift('4.20', { workers: 2 }), 'LiveMigrate'],
  [ClusterProfile.openshift('4.20', { workers: 1 }), 'None'],
  [ClusterProfile.openshift('4.20'), undefined],
  [ClusterProfile.kubevirt('1.8', { workers: 3 }), 'None'],
])('knows what a drain does to VMs that do not say it (%#)', (profile, expected) => {
  expect(profile.evictionStrategy).toBeUndefined();
  expect(profile._presumedEvictionStrategy).toBe(expected);
});

test('is told what a drain does to VMs that do not say it', () => {
  const profile = ClusterProfile.openshift('4.20', { workers: 2, evictionStrategy: ClusterEvictionStrategy.NONE });
  expect(profile.evictionStrategy).toBe('None');
});

test('knows the feature gates that it is told, each once and in order', () => {
  const featureGates = ['Snapshot', 'HostDisk', 'downwardMetrics', 'HostDisk'];
  expect(ClusterProfile.kubevirt('1.8', { featureGates }).featureGates).toEqual(['HostDisk', 'Snapshot', 'downwardMetrics']);
  expect(ClusterProfile.kubevirt('1.8', { featureGates: [] }).featureGates).toEqual([]);
  expect(ClusterProfile.kubevirt('1.8').featureGates).toBeUndefined();
});

test('takes the feature gates of a release that it does not know', () => {
  const profile = ClusterProfile.kubevirt('1.10', { treatAs: '1.9', featureGates: ['SomethingNew'] });
  expect(profile.featureGates).toEqual(['SomethingNew']);
});

test('takes a second profile with the same feature gates in another order', () => {
  const app = Testing.app();
  const profile = ClusterProfile.kubevirt('1.8', { featureGates: ['HostDisk', 'Snapshot'] });
  profile.applyTo(app);
  ClusterProfile.kubevirt('1.8', { featureGates: ['Snapshot', 'HostDisk'] }).applyTo(app);
  expect(ClusterProfile.of(app)).toBe(profile);
});

test('compares releases', () => {
  const profile = ClusterProfile.kubevirt('1.8');
  expect([profile.atLeast('1.5'), profile.atLeast('1.8'), profile.atLeast('1.9')]).toEqual([true, true, false]);
});

test.each([
  [
    'an old KubeVirt',
    () => ClusterProfile.kubevirt('1.4'),
    `[ClusterProfile.kubevirt] version is "1.4": this library knows KubeVirt 1.5 to 1.9. Update the cluster, or take the nearest release at your own risk, ClusterProfile.kubevirt('1.4', { treatAs: '1.5' }): what 1.4 lacks beside it is not told then. (kubevirt-version-unsupported)`,
  ],
  [
    'a new KubeVirt',
    () => ClusterProfile.kubevirt('v1.10.2'),
    `[ClusterProfile.kubevirt] version is "v1.10.2": this library knows KubeVirt 1.5 to 1.9. Look for a newer version of the library, or take the nearest release at your own risk, ClusterProfile.kubevirt('1.10', { treatAs: '1.9' }): what 1.10 has changed since is not reckoned with then. (kubevirt-version-unsupported)`,
  ],
  [
    'a release of OpenShift as one of KubeVirt',
    () => ClusterProfile.kubevirt('4.20'),
    '[ClusterProfile.kubevirt] version is "4.20": this library knows KubeVirt 1.5 to 1.9. 4.20 is a release of OpenShift: use ClusterProfile.openshift. (kubevirt-version-unsupported)',
  ],
  [
    'a release of KubeVirt as one of OpenShift',
    () => ClusterProfile.openshift('1.8'),
    '[ClusterProfile.openshift] version is "1.8": this library knows OpenShift 4.19 to 4.23. 1.8 is a release of KubeVirt: use ClusterProfile.kubevirt. (openshift-version-unsupported)',
  ],
  [
    'a word for a KubeVirt release',
    () => ClusterProfile.kubevirt('latest'),
    `[ClusterProfile.kubevirt] version is "latest": this library knows KubeVirt 1.5 to 1.9. Pass a release such as '1.9'. (kubevirt-version-unsupported)`,
  ],
  [
    'an old OpenShift',
    () => ClusterProfile.openshift('4.18'),
    `[ClusterProfile.openshift] version is "4.18": this library knows OpenShift 4.19 to 4.23. Update the cluster, or take the nearest release at your own risk, ClusterProfile.openshift('4.18', { treatAs: '4.19' }): what 4.18 lacks beside it is not told then. (openshift-version-unsupported)`,
  ],
  [
    'a release that has lost its last digit',
    () => ClusterProfile.openshift('4.2'),
    `[ClusterProfile.openshift] version is "4.2": this library knows OpenShift 4.19 to 4.23. 4.2 is another release than 4.20: pass '4.20' if that is meant. (openshift-version-unsupported)`,
  ],
  [
    'a new OpenShift',
    () => ClusterProfile.openshift('4.24'),
    `[ClusterProfile.openshift] version is "4.24": this library knows OpenShift 4.19 to 4.23. Look for a newer version of the library, or take the nearest release at your own risk, ClusterProfile.openshift('4.24', { treatAs: '4.23' }): what 4.24 has changed since is not reckoned with then. (openshift-version-unsupported)`,
  ],
  [
    'to treat a release as one that is not known either',
    () => ClusterProfile.openshift('4.18', { treatAs: '4.17' }),
    '[ClusterProfile.openshift] options.treatAs is "4.17": this library knows OpenShift 4.19 to 4.23. Pass a release from 4.19 to 4.23. (openshift-version-unsupported)',
  ],
  [
    'to treat a known release as another one',
    () => ClusterProfile.kubevirt('1.9', { treatAs: '1.8' }),
    '[ClusterProfile.kubevirt] options.treatAs is "1.8": KubeVirt 1.9 is known as it is. Leave it out. (treat-as-without-need)',
  ],
  [
    'no workers',
    () => ClusterProfile.openshift('4.20', { workers: 0 }),
    '[ClusterProfile.openshift] workers is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'a feature gate that nobody knows',
    () => ClusterProfile.kubevirt('1.8', { featureGates: ['HostDisk', 'HotDisk'] }),
    '[ClusterProfile.kubevirt] options.featureGates[1] is "HotDisk": no release of KubeVirt that this library knows has a feature gate of this name. Pass the names that spec.configuration.developerConfiguration.featureGates of the KubeVirt object has. (feature-gate-unknown)',
  ],
  [
    'a feature gate in other letters',
    () => ClusterProfile.openshift('4.22', { featureGates: ['hostdisk'] }),
    `[ClusterProfile.openshift] options.featureGates[0] is "hostdisk": no release of KubeVirt that this library knows has a feature gate of this name. Pass 'HostDisk'. (feature-gate-unknown)`,
  ],
  [
    'a second profile with other feature gates',
    () => {
      const app = Testing.app();
      ClusterProfile.kubevirt('1.8', { featureGates: [] }).applyTo(app);
      ClusterProfile.kubevirt('1.8', { featureGates: ['HostDisk', 'VSOCK'] }).applyTo(app);
    },
    '[ClusterProfile.applyTo] scope is an app that has a profile already: one app targets one cluster, and the two profiles differ in featureGates ([], [HostDisk, VSOCK]). Write one app per cluster, or apply one profile only. (cluster-profile-twice)',
  ],
  [
    'a second profile that says something else',
    () => {
      const app = Testing.app();
      ClusterProfile.openshift('4.21', { workers: 3 }).applyTo(app);
      ClusterProfile.openshift('4.22', { workers: 3, platform: Platform.AWS }).applyTo(app);
    },
    '[ClusterProfile.applyTo] scope is an app that has a profile already: one app targets one cluster, and the two profiles differ in kubevirtVersion (1.7, 1.8), openshiftVersion (4.21, 4.22), platform (unknown, aws). Write one app per cluster, or apply one profile only. (cluster-profile-twice)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(act)).toBe(message);
});
