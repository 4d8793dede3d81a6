import { ApiObject, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { ClusterProfile } from '../cluster';
import { Arguments, checkConstruction } from '../errors';
import { entryPath } from '../facts';
import type { Alert } from './alert';
import { machineAlerts } from './machine-alerts';
import { nodeRemediation } from './node-alerts';
import { snapshotOverdue } from './snapshot-alerts';
import { checkedThresholds, type Thresholds } from './thresholds';
import type { VirtualMachineAlertsProps } from './virtual-machine-alerts-props';
import { WatchedMachine } from './watched-machine';

const RUNBOOKS = 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/monitoring.md';
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Prometheus alerts for what VMs are made of: each VM gets those that its own manifest calls for, and each alert names
 * the VM that it is about.
 *
 * | alert | fires when | for VMs with |
 * | --- | --- | --- |
 * | `VirtualMachineDown` | the VM is not running | run strategy Always |
 * | `VirtualMachineCrashLooping` | it starts too often | run strategy Always or RerunOnFailure |
 * | `VirtualMachineNotMigratable` | it blocks a drain that is under way | eviction strategy LiveMigrate |
 * | `VirtualMachineMigrationFailed` | its migrations fail | an eviction strategy that migrates |
 * | `VirtualMachineReadinessFlapping` | it is ready by turns | a readiness probe |
 * | `VirtualMachineGuestPanic` | its operating system panicked | a panic device, from KubeVirt 1.9 on |
 * | `VirtualMachineNodeRemediation` | its node is under remediation | a health check in the options |
 * | `VirtualMachineSnapshotOverdue` | a scheduled snapshot fails | a CronJob of snapshots in the options |
 *
 * KubeVirt brings alerts about all VMs of the cluster. These here are not among them: they know what each VM is meant to
 * do, and belong to the team that has built it.
 *
 * They read metrics of KubeVirt, of kube-state-metrics and of the NodeHealthCheck operator. Where Prometheus adds the
 * namespace of the rule to every query, as OpenShift does in projects of users, those about nodes see nothing: the guide
 * says what to do.
 *
 * @see https://prometheus-operator.dev/docs/developer/alerting/
 */
export class VirtualMachineAlerts extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'prometheusrules';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to watch
   * @throws when there are no VMs (`alerts-without-vms`) or the namespace of an object is not known (`alert-namespace-unknown`),
   * when a label cannot be one (`alert-label-invalid`), and when a threshold is out of its range (`out-of-range`,
   * `integer-required`, `whole-seconds`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineAlertsProps) {
    checkConstruction('VirtualMachineAlerts', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const thresholds = checkedThresholds(args, props.thresholds);
    checkLabels(args, props);
    const namespaces = namespacesOf(args, props);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: props.metadata,
      spec: Lazy.any({ produce: () => ({ groups: this.groups(props, namespaces, thresholds) }) }),
    });
    ManifestCheck.attachTo(this);
  }

  /** Decided at synthesis, from the manifests as they come out: VMs are added to after they were made. */
  private groups(props: VirtualMachineAlertsProps, namespaces: Namespaces, thresholds: Thresholds): object[] {
    const cluster = ClusterProfile.of(this);
    const healthChecks = [...(props.nodeHealthChecks ?? []), ...(props.machineHealthChecks ?? [])].map(manifestOf);
    const machines = props.vms.map((vm, index) => {
      const watched = new WatchedMachine(manifestOf(vm), namespaces.vms[index]);
      const remediations = healthChecks.map((healthCheck) => nodeRemediation(watched, healthCheck, thresholds));
      return { name: `${watched.namespace}/${watched.name}`, alerts: [...machineAlerts(watched, thresholds, cluster), ...remediations] };
    });
    const schedules = (props.snapshotCronJobs ?? []).map((cronJob, index) => {
      const namespace = namespaces.snapshotCronJobs[index];
      return { name: `${namespace}/${cronJob.name}/snapshots`, alerts: [snapshotOverdue(manifestOf(cronJob), namespace)] };
    });
    return [...machines, ...schedules]
      .filter(({ alerts }) => alerts.length > 0)
      .map(({ name, alerts }) => ({ name, rules: alerts.map((alert) => render(alert, props)) }));
  }
}

/** The namespaces of what is watched, in the order of the options. */
interface Namespaces {
  readonly vms: string[];
  readonly snapshotCronJobs: string[];
}

function render(alert: Alert, { labels, runbookUrl }: VirtualMachineAlertsProps): object {
  return {
    alert: alert.name,
    expr: alert.expression,
    for: `${alert.seconds}s`,
    labels: { ...labels, severity: alert.severity },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      runbook_url: `${runbookUrl ?? RUNBOOKS}#${alert.name.toLowerCase()}`,
      ...alert.links,
    },
  };
}

function manifestOf(construct: Construct): any {
  return ApiObject.of(construct).toJson();
}

function namespacesOf(args: Arguments, { vms, snapshotCronJobs = [] }: VirtualMachineAlertsProps): Namespaces {
  if (vms.length === 0) {
    args.refuse('alerts-without-vms', 'vms', '[]', 'there is nothing to watch', 'Pass the VMs that the alerts are about.');
  }
  return {
    vms: vms.map((vm, index) => namespaceOf(args, `vms[${index}]`, vm)),
    snapshotCronJobs: snapshotCronJobs.map((cronJob, index) => namespaceOf(args, `snapshotCronJobs[${index}]`, cronJob)),
  };
}

function namespaceOf(args: Arguments, argument: string, { node, metadata }: Resource): string {
  const rule = `${node.path} may be applied to any namespace, and alerts would be about every object of its name`;
  const remedy = 'Give its chart a namespace.';
  return metadata.namespace ?? args.refuse('alert-namespace-unknown', `${argument}.metadata.namespace`, undefined, rule, remedy);
}

function checkLabels(args: Arguments, { labels = {} }: VirtualMachineAlertsProps): void {
  for (const name of Object.keys(labels)) {
    const argument = entryPath('labels', name);
    if (name === 'severity' || !LABEL_NAME.test(name)) {
      const rule = 'a label of an alert has letters, digits and "_", begins with no digit, and is not "severity"';
      args.refuse('alert-label-invalid', argument, JSON.stringify(labels[name]), rule, 'Choose another name.');
    }
  }
}
