import { Chart, Testing } from 'cdk8s';
import { Architecture, ClusterEvictionStrategy, ClusterProfile, Platform } from 'cdk8s-kubevirt';
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

test('compares releases', () => {
  const profile = ClusterProfile.kubevirt('1.8');
  expect([profile.atLeast('1.5'), profile.atLeast('1.8'), profile.atLeast('1.9')]).toEqual([true, true, false]);
});

test.each([
  [
    'an old KubeVirt',
    () => ClusterProfile.kubevirt('1.4'),
    '[ClusterProfile.kubevirt] version is "1.4": the supported KubeVirt releases are 1.5 to 1.9. Pass a release from 1.5 to 1.9. (kubevirt-version-unsupported)',
  ],
  [
    'a word for a KubeVirt release',
    () => ClusterProfile.kubevirt('latest'),
    '[ClusterProfile.kubevirt] version is "latest": the supported KubeVirt releases are 1.5 to 1.9. Pass a release from 1.5 to 1.9. (kubevirt-version-unsupported)',
  ],
  [
    'an old OpenShift',
    () => ClusterProfile.openshift('4.18'),
    '[ClusterProfile.openshift] version is "4.18": the supported OpenShift releases are 4.19 to 4.23. Pass a release from 4.19 to 4.23. (openshift-version-unsupported)',
  ],
  [
    'no workers',
    () => ClusterProfile.openshift('4.20', { workers: 0 }),
    '[ClusterProfile.openshift] workers is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'a second profile',
    () => {
      const app = Testing.app();
      ClusterProfile.kubevirt('1.8').applyTo(app);
      ClusterProfile.kubevirt('1.9').applyTo(app);
    },
    '[ClusterProfile.applyTo] scope is an app that has a profile already: one app targets one cluster. Write one app per cluster, or apply one profile only. (cluster-profile-twice)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(act)).toBe(message);
});
