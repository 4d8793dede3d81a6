import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration, Size, Testing, YamlOutputType } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  HighlyAvailableVM,
  NodeHealthCheck,
  Probe,
  RecoveryReport,
  RecoveryReportFormat,
  type RecoveryReportProps,
} from 'cdk8s-kubevirt';
import { call } from '../cli/harness';
import { thrownBy } from '../support/thrown';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recovery-report-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

interface Design {
  readonly props?: RecoveryReportProps;
  readonly outdir?: string;
  readonly patience?: number;
  readonly objective?: number;
  readonly yamlOutputType?: YamlOutputType;
}

function design({ props, outdir = 'dist', patience = 60, objective = 900, yamlOutputType }: Design = {}): App {
  const app = new App({ outdir: join(folder, outdir), yamlOutputType });
  ClusterProfile.openshift('4.20', { workers: 6 }).applyTo(app);
  const timeout = Duration.seconds(patience);
  new NodeHealthCheck(new Chart(app, 'cluster'), 'workers', {
    metadata: { name: 'workers' },
    minHealthy: '51%',
    unhealthyConditions: [
      { type: 'Ready', status: ConditionStatus.FALSE, timeout },
      { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout },
    ],
  });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  for (const name of ['web', 'db']) {
    new HighlyAvailableVM(chart, name, {
      metadata: { name },
      memory: Size.gibibytes(8),
      disks: [Disk.fromDataSource('root', { name: 'rhel9', size: Size.gibibytes(60) })],
      liveness: Probe.fromTcpSocket({ port: 80 }),
      bootTime: Duration.minutes(2),
      recoveryObjective: Duration.seconds(objective),
    });
  }
  new RecoveryReport(app, 'recovery', props);
  return app;
}

function written(outdir = 'dist'): string[] {
  const all = existsSync(join(folder, outdir)) ? readdirSync(join(folder, outdir), { recursive: true, encoding: 'utf8' }) : [];
  return all.filter((name) => /recovery/.test(name)).sort();
}

function content(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('the report beside the manifests', () => {
  it('says what the command says of them', async () => {
    design().synth();
    expect(written()).toEqual(['recovery.md', 'recovery.report']);
    const cluster = join(folder, 'cluster.yaml');
    writeFileSync(cluster, 'openshift: "4.20"\nworkers: 6\n');
    const asked = await call(['recovery', 'dist', '--cluster', 'cluster.yaml', '--format', 'json'], { cwd: folder });
    expect(content('dist/recovery.report')).toBe(asked.out);
    const markdown = await call(['recovery', 'dist', '--cluster', 'cluster.yaml', '--format', 'markdown'], { cwd: folder });
    expect(content('dist/recovery.md')).toBe(markdown.out);
    expect(JSON.parse(asked.out)).toMatchObject({ cluster: 'OpenShift 4.20', exitCode: 0, summary: { vms: 2, missed: 0 } });
  });

  it('is what the command compares with', async () => {
    design({ outdir: 'before', patience: 300 }).synth();
    design({ outdir: 'after', patience: 60 }).synth();
    const cluster = ['--cluster', 'openshift:4.20'];
    const { code, out } = await call(['recovery', 'after', ...cluster, '--against', 'before/recovery.report'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('against before/recovery.report: 0 longer, ');
    expect(out).toContain('node loss, partition');
    expect(out).toMatch(/unhealthyConditions\[1\]\.duration 300s → 61 s, unhealthyConditions\[1\]\.duration 60s/);
  });

  it('is what fields would save, where an objective is at risk', () => {
    const app = design({ patience: 300, objective: 700, props: { formats: [RecoveryReportFormat.JSON] } });
    const accepted = 'recovery-objective-missed: as long as it takes\nrecovery-objective-at-risk: as long as it takes';
    for (const name of ['web', 'db']) {
      ApiObject.of(app.node.findChild('shop').node.findChild(name)).metadata.addAnnotation('cdk8s-kubevirt/acknowledge', accepted);
    }
    app.synth();
    const { recoveries, exitCode } = JSON.parse(content('dist/recovery.report'));
    const loss = recoveries.find(({ failure }: any) => failure === 'node-loss');
    expect(loss.outage.worst).toBeGreaterThan(700);
    expect(exitCode).toBe(loss.verdict === 'missed' ? 1 : 0);
    expect(loss.steps.flatMap(({ savings }: any) => savings)).toContainEqual(
      expect.objectContaining({ path: 'spec.unhealthyConditions[1].duration', value: '60s', object: 'NodeHealthCheck workers' }),
    );
  });

  it.each(Object.values(YamlOutputType).filter((type) => typeof type === 'string'))('is there with %s, and is no manifest', (type) => {
    const formats = Object.values(RecoveryReportFormat);
    design({ yamlOutputType: YamlOutputType[type as keyof typeof YamlOutputType], props: { formats } }).synth();
    expect(written()).toEqual(['recovery.html', 'recovery.md', 'recovery.report']);
    const read = /\.(json|ya?ml)$/;
    expect(written().filter((name) => read.test(name))).toEqual([]);
    expect(readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).some((name) => read.test(name))).toBe(true);
    expect(content('dist/recovery.html')).toMatch(/^<!DOCTYPE html>/);
  });

  it('has the same bytes each time', () => {
    const formats = Object.values(RecoveryReportFormat);
    design({ outdir: 'one', props: { formats } }).synth();
    const app = design({ outdir: 'two', props: { formats } });
    app.synth();
    app.synth();
    for (const name of written('one')) {
      expect(content(`two/${name}`)).toBe(content(`one/${name}`));
    }
  });

  it('is not written where the synth fails', () => {
    const app = design();
    new ApiObject(app.node.findChild('shop') as Chart, 'broken', { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec: {} });
    expect(() => app.synth()).toThrow('Validation failed');
    expect(written()).toEqual([]);
  });

  it('is not written where manifests are printed', () => {
    const app = design();
    expect(app.synthYaml()).toContain('kind: VirtualMachine');
    Testing.synth(app.node.findChild('shop') as Chart);
    expect(written()).toEqual([]);
  });

  it('is of the VMs below its scope, under a name of its own', () => {
    const app = design();
    const chart = new Chart(app, 'erp', { namespace: 'erp' });
    new HighlyAvailableVM(chart, 'erp', { metadata: { name: 'erp' }, memory: Size.gibibytes(2), watchdog: {} });
    new RecoveryReport(chart, 'report', { fileName: 'recovery-of-erp', formats: [RecoveryReportFormat.JSON] });
    new RecoveryReport(new Chart(app, 'empty'), 'report', { fileName: 'recovery-of-none' });
    app.synth();
    expect(written()).toEqual(['recovery-of-erp.report', 'recovery.md', 'recovery.report']);
    const names = (file: string) => [...new Set(JSON.parse(content(`dist/${file}`)).recoveries.map(({ vm }: any) => vm.name))];
    expect(names('recovery-of-erp.report')).toEqual(['erp']);
    expect(names('recovery.report')).toEqual(['web', 'db', 'erp']);
  });

  it('says where nobody has named the cluster', () => {
    const app = new App({ outdir: join(folder, 'dist') });
    new HighlyAvailableVM(new Chart(app, 'shop'), 'web', { memory: Size.gibibytes(2), watchdog: {} });
    new RecoveryReport(app, 'recovery');
    app.synth();
    expect(JSON.parse(content('dist/recovery.report')).cluster).toBe('KubeVirt 1.5, which is assumed (a ClusterProfile says what it is)');
  });

  it.each(['', '../recovery', 'reports/recovery'])('refuses the file name "%s"', (fileName) => {
    expect(thrownBy(() => design({ props: { fileName } }))).toBe(
      `[recovery] fileName is "${fileName}": the files are written beside the manifests. Pass a name without folders, such as "recovery". (file-name-invalid)`,
    );
  });

  it('refuses a name that another report has', () => {
    const app = design();
    expect(thrownBy(() => new RecoveryReport(app, 'again'))).toBe(
      '[again] fileName is "recovery": another report has this name. Pass a name of its own. (file-name-taken)',
    );
  });
});
