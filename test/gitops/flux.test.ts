import { type App, Chart, Duration, Testing } from 'cdk8s';
import { FluxGitRepository, FluxKustomization, type FluxKustomizationProps, FluxSource } from 'cdk8s-kubevirt';
import { synthesize } from '../support/synthesize';
import { thrownBy } from '../support/thrown';

function kustomization(props: Partial<FluxKustomizationProps> = {}): any {
  const chart = new Chart(Testing.app(), 'hub');
  const source = FluxSource.gitRepository('flux-system');
  new FluxKustomization(chart, 'shop', { metadata: { name: 'shop' }, source, path: './dist/paris', ...props });
  return synthesize(chart.node.root as App).at(-1);
}

test('a Kustomization waits for VMs and disks, and takes halted VMs and disks that wait for their VM as well', () => {
  expect(kustomization()).toEqual({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'shop', namespace: 'flux-system' },
    spec: {
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      path: './dist/paris',
      interval: '600s',
      timeout: '900s',
      prune: true,
      wait: true,
      healthCheckExprs: [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          current:
            "(has(spec.runStrategy) && spec.runStrategy in ['Halted', 'Manual']) || (has(spec.running) && !spec.running) || " +
            "(has(spec.runStrategy) && spec.runStrategy in ['Once', 'RerunOnFailure'] && " +
            "has(status.printableStatus) && status.printableStatus == 'Stopped') || (has(status.ready) && status.ready)",
          failed:
            'has(status.printableStatus) && status.printableStatus in ' +
            "['CrashLoopBackOff', 'DataVolumeError', 'ErrorPvcNotFound', 'ImagePullBackOff']",
        },
        {
          apiVersion: 'cdi.kubevirt.io/v1beta1',
          kind: 'DataVolume',
          current: "has(status.phase) && status.phase in ['Succeeded', 'WaitForFirstConsumer', 'PendingPopulation', 'Paused']",
          failed: "has(status.phase) && status.phase == 'Failed'",
        },
      ],
    },
  });
});

test('a Kustomization comes after others, of a repository of its own, on another cluster', () => {
  const chart = new Chart(Testing.app(), 'hub');
  const { source } = new FluxGitRepository(chart, 'git', {
    metadata: { name: 'shop' },
    url: 'ssh://git@git.example.com/shop.git',
    branch: 'release',
    interval: Duration.seconds(90),
    secretName: 'shop-key',
  });
  const fencing = new FluxKustomization(chart, 'fencing', { metadata: { name: 'fencing' }, source, path: 'dist/fencing' });
  new FluxKustomization(chart, 'shop', {
    metadata: { name: 'shop' },
    source,
    path: 'dist/paris',
    dependsOn: [fencing],
    kubeConfigSecret: 'paris',
    targetNamespace: 'shop',
    serviceAccountName: 'shop',
    prune: false,
    waits: false,
  });
  const [repository, , shop] = synthesize(chart.node.root as App);
  expect(repository).toEqual({
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: 'shop', namespace: 'flux-system' },
    spec: {
      url: 'ssh://git@git.example.com/shop.git',
      interval: '90s',
      ref: { branch: 'release' },
      secretRef: { name: 'shop-key' },
    },
  });
  expect(shop.spec).toMatchObject({
    sourceRef: { kind: 'GitRepository', name: 'shop', namespace: 'flux-system' },
    dependsOn: [{ name: 'fencing', namespace: 'flux-system' }],
    kubeConfig: { secretRef: { name: 'paris' } },
    targetNamespace: 'shop',
    serviceAccountName: 'shop',
    prune: false,
    wait: false,
  });
});

test.each<[string, Partial<FluxKustomizationProps>]>([
  ['(repository-path-invalid)', { path: '/dist' }],
  ['(object-name-invalid)', { kubeConfigSecret: 'Paris' }],
  ['interval is 0 s', { interval: Duration.seconds(0) }],
  ['(whole-seconds)', { timeout: Duration.millis(1500) }],
])('refuses: %s', (text, props) => {
  expect(thrownBy(() => kustomization(props))).toContain(text);
});

test('a repository is read over http, https or ssh', () => {
  const chart = new Chart(Testing.app(), 'hub');
  expect(thrownBy(() => new FluxGitRepository(chart, 'git', { url: 'git@git.example.com:shop.git' }))).toContain(
    '(repository-url-invalid)',
  );
});
