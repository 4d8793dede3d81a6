import { App, Chart, Size } from 'cdk8s';
import { ClusterProfile, ManifestCheck, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';
import { node, profile } from './clusters';

function appWith(hosts: number, gibibytes: readonly number[], hostFailuresTolerated?: number) {
  const app = new App();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  gibibytes.forEach((memory, index) => {
    new VirtualMachine(chart, `vm-${index}`, { metadata: { name: `vm-${index}` }, memory: Size.gibibytes(memory) });
  });
  const { objects, podRequests } = profile(Array.from({ length: hosts }, (_, index) => node(`worker-${index}`, { memory: 64 })));
  ClusterProfile.kubevirt('1.8', { objects, podRequests, hostFailuresTolerated }).applyTo(app);
  return app;
}

test('the profile makes it a rule that all VMs fit when a host fails', () => {
  const text =
    'spec.template.spec.domain.memory.guest is "40Gi": when worker-0 is lost, 1 of 1 VM finds no host: shop/vm-0 (needs 40.3 GiB of memory on ' +
    'one host; largest gap 23.7 GiB); 16.6 GiB of memory short in all; not all fit either with worker-1 lost. Add 1 host like worker-0: ' +
    'everything fits then. (fails at run: host-failure-not-tolerated)';
  expect(thrownBy(() => appWith(2, [40, 40], 1).synthYaml())).toContain(text);
});

test.each([
  ['with another host', 3, [40, 40], 1],
  ['with smaller VMs', 2, [20, 20], 1],
  ['where no host may fail', 2, [40, 40], 0],
  ['where nobody says how many may', 2, [40, 40], undefined],
])('nothing is found %s', (_what, hosts, gibibytes, failures) => {
  const texts = ManifestCheck.findings(appWith(hosts, gibibytes, failures)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('host-failure'))).toEqual([]);
});

test('what may not fit is a warning', () => {
  const texts = ManifestCheck.findings(appWith(3, [30, 28, 20, 40], 1)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('host-failure-perhaps-not-tolerated'))).toHaveLength(1);
});
