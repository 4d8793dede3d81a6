import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

const file = join(mkdtempSync(join(tmpdir(), 'profile-')), 'cluster.yaml');

function profileOf(text: string): ClusterProfile {
  writeFileSync(file, text);
  return ClusterProfile.fromFile(file);
}

function refusalOf(text: string): string {
  return thrownBy(() => profileOf(text)).replaceAll(file, 'cluster.yaml');
}

test('reads what the options of a profile say', () => {
  const text = 'openshift: "4.20"\nplatform: aws\nworkers: 6\nfeatureGates: [HostDisk]\nobjects: [{apiVersion: v1, kind: Node}]\n';
  expect(profileOf(text)).toMatchObject({
    openshiftVersion: '4.20',
    platform: 'aws',
    workers: 6,
    featureGates: ['HostDisk'],
    objects: [{ apiVersion: 'v1', kind: 'Node' }],
  });
  expect(profileOf('{"kubevirt": "1.8"}')).toMatchObject({ kubevirtVersion: '1.8', objects: [] });
});

test.each([
  [
    'openshift: 4.20',
    '[cluster.yaml] openshift is 4.2: a release is a text, because 4.20 as a number is 4.2. Put it in quotes. (cluster-profile-invalid)',
  ],
  [
    'kubevirt: "1.8"\nworkrs: 3',
    '[cluster.yaml] workrs is 3: a profile has no such field. Use kubevirt, openshift, treatAs, platform, workers, architecture, ' +
      'evictionStrategy, featureGates, objects, podRequests, hostFailuresTolerated. (cluster-profile-invalid)',
  ],
  ['kubevirt: "1.8"\nworkers: 0', '[cluster.yaml] workers is 0: it is the number of workers. Write 1 or more. (cluster-profile-invalid)'],
  [
    'kubevirt: "1.8"\narchitecture: x86',
    '[cluster.yaml] architecture is "x86": nothing else is known. Use one of amd64, arm64, s390x. (cluster-profile-invalid)',
  ],
  [
    'kubevirt: "1.8"\nobjects: [{kind: Node}]',
    '[cluster.yaml] objects is [{"kind":"Node"}]: it is a list of objects with apiVersion and kind. Write objects as kubectl get -o yaml prints them. ' +
      '(cluster-profile-invalid)',
  ],
  [
    '- a',
    '[cluster.yaml] the document is ["a"]: a profile is a map with openshift or kubevirt in it. Write openshift: "4.20", or kubevirt: "1.8". (cluster-profile-invalid)',
  ],
  [
    '',
    '[cluster.yaml] the document is null: a profile is a map with openshift or kubevirt in it. Write openshift: "4.20", or kubevirt: "1.8". (cluster-profile-invalid)',
  ],
  [
    'kubevirt: "1.8"\nopenshift: "4.20"',
    '[cluster.yaml] openshift is "4.20": a cluster has one of openshift and kubevirt. Remove kubevirt: OpenShift brings its own. (cluster-profile-invalid)',
  ],
  [
    'a: [1',
    '[ClusterProfile.fromFile] path is "cluster.yaml": Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, ' +
      'column 6. Pass a file that npx cdk8s-kubevirt profile has written, or one like it. (cluster-profile-unreadable)',
  ],
  [
    'a: 1\n---\nb: 1',
    '[ClusterProfile.fromFile] path is "cluster.yaml": a profile is one document. Pass a file that npx cdk8s-kubevirt profile has written, or one like ' +
      'it. (cluster-profile-unreadable)',
  ],
])('refuses %j', (text, message) => {
  expect(refusalOf(text)).toBe(message);
});

test('a file that is not there is told', () => {
  expect(thrownBy(() => ClusterProfile.fromFile('nowhere.yaml'))).toBe(
    '[ClusterProfile.fromFile] path is "nowhere.yaml": ENOENT: no such file or directory, open \'nowhere.yaml\'. Pass a file that npx cdk8s-kubevirt ' +
      'profile has written, or one like it. (cluster-profile-unreadable)',
  );
});

test('what pods ask for are quantities', () => {
  const podRequests = [{ node: 'worker-0', requests: { memory: 'much' } }];
  expect(thrownBy(() => ClusterProfile.kubevirt('1.8', { podRequests }))).toBe(
    '[ClusterProfile.kubevirt] options.podRequests[0].requests["memory"] is "much": it is no quantity. Pass quantities such as 250m, 4Gi and 12. ' +
      '(pod-request-invalid)',
  );
});

test('objects in code have a kind too', () => {
  expect(thrownBy(() => ClusterProfile.kubevirt('1.8', { objects: [{ kind: 'Node' }] }))).toBe(
    '[ClusterProfile.kubevirt] options.objects[0] is object: an object of a cluster has an apiVersion and a kind. Pass objects as kubectl get -o ' +
      'yaml prints them. (cluster-object-invalid)',
  );
});
