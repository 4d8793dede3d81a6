import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { ruleContext } from '../../src/audit';
import { FAILURE_INTERVALS, FailureClass, STORAGE_RETRY } from '../../src/facts';
import { type Recovery, recoveriesOf } from '../../src/recovery';
import { call, temporaryFolder } from '../cli/harness';
import { parseManifests } from '../support/synthesize';
import { fencesOfPages, REPOSITORY } from './fence';
import { synthesizedTexts } from './run-fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/from-vsphere.md'), 'utf8');
const shown = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);
const [sample] = fencesOfPages().filter(({ file }) => file === 'docs/from-vsphere.md');
const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
const logged = (['log', 'warn', 'error', 'info'] as const).map((method) => jest.spyOn(console, method).mockReturnValue());
const files = synthesizedTexts(sample);
const told = [written, ...logged].flatMap(({ mock }) => mock.calls);
jest.restoreAllMocks();

test('the synth of the sample says nothing', () => {
  expect(told).toEqual([]);
});

async function answer(...args: readonly string[]) {
  const [, cluster] = /```yaml\n# cluster.yaml\n([\s\S]*?)```/.exec(page) as RegExpExecArray;
  folder.write({ 'cluster.yaml': cluster, ...Object.fromEntries([...files].map(([name, text]) => [`dist/${name}`, text])) });
  return call([...args, '--cluster', 'cluster.yaml'], { cwd: folder.path() });
}

test('the commands print what is on the page', async () => {
  expect(await answer('recovery', 'dist', '--vm', 'erp/db-0', '--failure', 'node-loss')).toEqual({ code: 0, out: shown[0], err: '' });
  expect(await answer('capacity', 'dist')).toEqual({ code: 0, out: shown[1], err: '' });
});

/** A change of one manifest; undefined: it is left out. */
type Change = (manifest: any) => any;

/** How long the first VM of the sample is down, after changes of the manifests. */
function outage(failure: FailureClass, ...changes: readonly Change[]): Recovery['outage'] {
  const all: any[] = [...files.values()].flatMap(parseManifests);
  const manifests = changes.reduce((some, change) => some.map(change).filter((manifest) => manifest !== undefined), all);
  const cluster = ClusterProfile.openshift('4.20', { workers: 3 });
  const [recovery] = recoveriesOf(ruleContext(manifests, cluster).graph, cluster, [failure]);
  return recovery.outage;
}

function shownAs(seconds: number | undefined): string {
  return seconds === undefined ? 'never' : `${seconds} s`;
}

function worst(failure: FailureClass, ...changes: readonly Change[]): string {
  return shownAs(outage(failure, ...changes).worst);
}

const isHealthCheck = ({ kind }: any) => kind === 'NodeHealthCheck';

/** A change of the template of the VMs. */
function guest(change: (spec: any) => any): Change {
  return (manifest) => {
    if (manifest.kind !== 'VirtualMachine') {
      return manifest;
    }
    const { template } = manifest.spec;
    return { ...manifest, spec: { ...manifest.spec, template: { ...template, spec: change(template.spec) } } };
  };
}

function patience(seconds: number): Change {
  return (manifest) => (isHealthCheck(manifest) ? JSON.parse(JSON.stringify(manifest).replaceAll('"60s"', `"${seconds}s"`)) : manifest);
}

const fenceAgents: Change = (manifest) => {
  const remediationTemplate = {
    apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
    kind: 'FenceAgentsRemediationTemplate',
    namespace: 'openshift-workload-availability',
    name: 'redfish',
  };
  return isHealthCheck(manifest) ? { ...manifest, spec: { ...manifest.spec, remediationTemplate } } : manifest;
};

/** What each row of the table of Host Monitoring changes. */
const HOST_MONITORING: Readonly<Record<string, readonly Change[]>> = {
  'no health check': [(manifest) => (isHealthCheck(manifest) ? undefined : manifest)],
  'self node remediation, 300 s of patience, the default': [patience(300)],
  'self node remediation, 60 s of patience, the sample': [],
  'fence agents, 60 s of patience': [fenceAgents],
};

test('the table of Host Monitoring has what the model says', () => {
  const rows = Object.entries(HOST_MONITORING).map(([name, changes]) => {
    const { best, worst: longest } = outage(FailureClass.NODE_LOSS, ...changes);
    return `| ${name} | ${shownAs(best)} | ${shownAs(longest)} |`;
  });
  expect(page).toContain(`| --- | --- | --- |\n${rows.join('\n')}\n\n`);
});

test('synth refuses the sample with the default patience', () => {
  const code = sample.code.replace('patience = Duration.seconds(60)', 'patience = Duration.minutes(5)');
  expect(() => synthesizedTexts({ ...sample, code })).toThrow('(fails at run: recovery-objective-missed)');
});

/** The sample with probe and watchdog that notice a failure after that many seconds. */
function sensitivity(seconds: number): Change {
  return guest((spec) => {
    const changed = JSON.parse(JSON.stringify(spec).replaceAll('RuntimeWatchdogSec=60s', `RuntimeWatchdogSec=${seconds}s`));
    return { ...changed, livenessProbe: { ...changed.livenessProbe, failureThreshold: seconds / spec.livenessProbe.periodSeconds } };
  });
}

const withoutProbe = guest(({ livenessProbe, ...spec }) => spec);
const resetInPlace = guest((spec) => JSON.parse(JSON.stringify(spec).replace('"action":"poweroff"', '"action":"reset"')));
const withoutWatchdog = guest((spec) => {
  const { watchdog, ...devices } = spec.domain.devices;
  return { ...spec, domain: { ...spec.domain, devices } };
});

test('the table of VM Monitoring has what the model says', () => {
  const rows = Object.entries(FAILURE_INTERVALS).map(([name, seconds]) => {
    const set = sensitivity(seconds);
    const outages = [
      worst(FailureClass.GUEST_HANG, set),
      worst(FailureClass.GUEST_HANG, set, withoutProbe, resetInPlace),
      worst(FailureClass.GUEST_HANG, set, withoutWatchdog),
      worst(FailureClass.APPLICATION, set),
    ];
    return `| ${[`\`${name.toUpperCase()}\``, `${seconds} s`, `${seconds} s`, seconds / 10, ...outages].join(' | ')} |`;
  });
  expect(page).toContain(`| --- | --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\n`);
});

test.each(Object.entries(FAILURE_INTERVALS))('the sensitivity %s sets what the table says', (name, seconds) => {
  const code = sample.code.replace('GuestMonitoring.MEDIUM', `GuestMonitoring.${name.toUpperCase()}`);
  const machines = (texts: Iterable<string>) => [...texts].flatMap(parseManifests).filter(({ kind }: any) => kind === 'VirtualMachine');
  const made = machines(synthesizedTexts({ ...sample, code }).values());
  expect(made).toEqual(machines(files.values()).map(sensitivity(seconds)));
});

test('the text has the numbers of the model', () => {
  expect(page).toContain(`within ${STORAGE_RETRY.latest} s after the storage is back`);
  expect(page).toContain(`beside it the worst case is ${worst(FailureClass.GUEST_HANG, resetInPlace)}:`);
  expect(page).toContain(`as long as one that is dead: ${worst(FailureClass.NETWORK_PARTITION)} in the sample`);
  expect(page).toContain(`health check and fencing: ${worst(FailureClass.NODE_LOSS)} in the sample`);
});

test('the text has the grace period of the sample', () => {
  const [machine] = [...files.values()].flatMap(parseManifests).filter(({ kind }: any) => kind === 'VirtualMachine') as any[];
  expect(page).toContain(`its grace period of ${machine.spec.template.spec.terminationGracePeriodSeconds} s passes first`);
});

test('every link to a source is one that the page has, and the other way round', () => {
  const used = new Set([...page.matchAll(/\]\[([a-z]+)\]/g)].map(([, name]) => name));
  const given = [...page.matchAll(/^\[([a-z]+)\]: https:/gm)].map(([, name]) => name);
  expect([...used].sort()).toEqual(given.sort());
});
