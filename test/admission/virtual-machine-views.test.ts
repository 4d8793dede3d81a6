import { ClusterProfile } from 'cdk8s-kubevirt';
import {
  cloudInitText,
  isShutDownByDrain,
  networkProbesWithPort,
  runStrategyOf,
  runStrategyPath,
  secondsUntilFailure,
  tolerationSeconds,
  USER_DATA,
  watchdogOf,
} from '../../src/admission';
import { type Manifest, ManifestGraph, type VirtualMachineView } from '../../src/graph';

const KUBEVIRT = ClusterProfile.kubevirt('1.8');
const UNREACHABLE = 'node.kubernetes.io/unreachable';

function machine(spec: object, vmSpec: object = {}): VirtualMachineView {
  const manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec: { ...vmSpec, template: { spec } } };
  return new ManifestGraph([manifest]).virtualMachines[0];
}

describe('the run strategy', () => {
  test('is what the VM says, in the old field or the new one', () => {
    expect(runStrategyOf(machine({}, { runStrategy: 'Manual' }))).toBe('Manual');
    expect(runStrategyOf(machine({}, { running: true }))).toBe('Always');
    expect(runStrategyOf(machine({}, { running: false }))).toBe('Halted');
    expect(runStrategyOf(machine({}))).toBeUndefined();
  });

  test('has a path', () => {
    expect(runStrategyPath(machine({}, { running: true }))).toBe('spec.running');
    expect(runStrategyPath(machine({}))).toBe('spec.runStrategy');
  });
});

describe('a probe', () => {
  test('gives up after its initial delay, the delay that KubeVirt adds, and all of its failures', () => {
    expect(secondsUntilFailure({ initialDelaySeconds: 60, periodSeconds: 5, failureThreshold: 4 })).toBe(90);
  });

  test('has the defaults of KubeVirt, also in place of numbers below 1', () => {
    expect(secondsUntilFailure({})).toBe(40);
    expect(secondsUntilFailure({ periodSeconds: 0, failureThreshold: -1 })).toBe(40);
  });

  test('of the network has a port, one in the guest has none', () => {
    const vm = machine({ readinessProbe: { httpGet: { port: 'http' } }, livenessProbe: { exec: { command: ['true'] } } });
    expect(networkProbesWithPort(vm)).toEqual([{ field: 'readinessProbe.httpGet', handler: { port: 'http' } }]);
  });
});

describe('tolerations', () => {
  function seconds(...tolerations: object[]): number | undefined {
    return tolerationSeconds(machine({ tolerations }), UNREACHABLE);
  }

  test('say nothing about a taint that none of them matches', () => {
    expect(seconds()).toBeUndefined();
    expect(seconds({ key: UNREACHABLE, operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 60 })).toBeUndefined();
    expect(seconds({ key: UNREACHABLE, operator: 'Equal', value: 'yes', tolerationSeconds: 60 })).toBeUndefined();
  });

  test('hold for ever without tolerationSeconds', () => {
    expect(seconds({ key: UNREACHABLE, operator: 'Exists' })).toBe(Number.POSITIVE_INFINITY);
  });

  test('hold as long as the shortest that matches', () => {
    expect(seconds({ operator: 'Exists', tolerationSeconds: 90 }, { key: UNREACHABLE, effect: 'NoExecute', tolerationSeconds: 60 })).toBe(
      60,
    );
  });
});

describe('cloud-init user data', () => {
  const ENCODED = Buffer.from('#cloud-config').toString('base64');

  function text(source: object, ...secrets: Manifest[]): string | undefined {
    return cloudInitText(source, USER_DATA, 'shop', new ManifestGraph(secrets));
  }

  function secret(content: object): Manifest {
    return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'init', namespace: 'shop' }, ...content };
  }

  test('is read as text and from base64', () => {
    expect(text({ userData: '#cloud-config' })).toBe('#cloud-config');
    expect(text({ userDataBase64: ENCODED })).toBe('#cloud-config');
    expect(text({ networkData: 'version: 2' })).toBe('');
  });

  test('is read from a Secret of the graph', () => {
    expect(text({ secretRef: { name: 'init' } }, secret({ stringData: { userdata: '#cloud-config' } }))).toBe('#cloud-config');
    expect(text({ secretRef: { name: 'init' } }, secret({ data: { userData: ENCODED } }))).toBe('#cloud-config');
  });

  test('is unknown when its Secret is not in the graph', () => {
    expect(text({ secretRef: { name: 'init' } })).toBeUndefined();
  });
});

describe('a watchdog', () => {
  test('resets the guest unless it says otherwise', () => {
    expect(watchdogOf(machine({ domain: { devices: { watchdog: { name: 'dog' } } } }))).toEqual({
      action: 'reset',
      actionPath: 'spec.template.spec.domain.devices.watchdog.i6300esb.action',
    });
  });

  test('is found on every architecture', () => {
    const watchdog = { name: 'dog', diag288: { action: 'poweroff' } };
    expect(watchdogOf(machine({ domain: { devices: { watchdog } } }))).toEqual({
      action: 'poweroff',
      actionPath: 'spec.template.spec.domain.devices.watchdog.diag288.action',
    });
    expect(watchdogOf(machine({}))).toBeUndefined();
  });
});

describe('a drain', () => {
  const configuration = { evictionStrategy: 'LiveMigrate' };
  const kubevirt = { apiVersion: 'kubevirt.io/v1', kind: 'KubeVirt', spec: { configuration } };

  function isShutDown(evictionStrategy: string | undefined, cluster = KUBEVIRT, ...others: Manifest[]): boolean | undefined {
    return isShutDownByDrain(machine({ evictionStrategy }), new ManifestGraph(others), cluster);
  }

  test('shuts a VM down that is not migrated', () => {
    expect(isShutDown('None')).toBe(true);
    expect(isShutDown('LiveMigrate')).toBe(false);
    expect(isShutDown('External')).toBe(false);
  });

  test('shuts a VM down that cannot be migrated', () => {
    expect(isShutDown('LiveMigrateIfPossible')).toBe(true);
    expect(isShutDown('LiveMigrateIfPossible', ClusterProfile.openshift('4.20'))).toBe(false);
  });

  test('does what the cluster says with a VM that does not say it', () => {
    expect(isShutDown(undefined)).toBe(true);
    expect(isShutDown(undefined, KUBEVIRT, kubevirt)).toBe(false);
    expect(isShutDown(undefined, ClusterProfile.openshift('4.20'))).toBeUndefined();
  });
});
