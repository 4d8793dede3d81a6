import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { loadAll } from 'js-yaml';
import { dumpedCluster, profileText } from '../../src/profile';

const EXPECTED = 'expected.yaml';

/** What kubectl printed for a cluster, a file for some kinds each. */
function dumpOf(folder: string): unknown[] {
  const files = readdirSync(join(__dirname, folder)).filter((name) => name !== EXPECTED);
  return files.flatMap((name) => loadAll(readFileSync(join(__dirname, folder, name), 'utf8')));
}

describe.each([
  [
    'openshift-bare-metal',
    { kubevirtVersion: '1.6', openshiftVersion: '4.20', platform: 'bare-metal-ipi', workers: 2, architecture: 'amd64' },
  ],
  ['openshift-aws', { kubevirtVersion: '1.8', openshiftVersion: '4.22', platform: 'aws', workers: 2 }],
  ['kubernetes', { kubevirtVersion: '1.8', workers: 1, architecture: 'amd64' }],
])('%s', (folder, cluster) => {
  const text = profileText(dumpedCluster(dumpOf(folder)));
  const expected = join(__dirname, folder, EXPECTED);

  test('gives the profile', () => {
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  test('is a file that a profile is read from', () => {
    const profile = ClusterProfile.fromFile(expected);
    expect(profile).toMatchObject(cluster);
    expect(profile.objects.length).toBe(dumpedCluster(dumpOf(folder)).data.objects?.length);
  });
});

test('no password of a fence agent is kept', () => {
  const { data } = dumpedCluster(dumpOf('openshift-bare-metal'));
  expect(JSON.stringify(data)).not.toContain('hunter2');
});
