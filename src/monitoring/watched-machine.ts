import { IntentAnnotation, secondsOfGoDuration } from '../facts';
import { isObject, type Manifest, ManifestGraph, type VirtualMachineView, withoutNulls } from '../graph';
import { equals, labelFrom, labelled, literal, type Matchers, matches, series } from './promql';

const LONGEST_GENERATED_NAME = 58;

/** A VM, or the VMs of a pool, as its manifest describes it and as metrics name it. */
export class WatchedMachine {
  private readonly node: VirtualMachineView;
  private readonly isPool: boolean;

  public constructor(
    manifest: Manifest,
    /** The namespace that the metrics carry. */
    public readonly namespace: string,
  ) {
    [this.node] = new ManifestGraph([withoutNulls(manifest)]).virtualMachines;
    this.isPool = manifest.kind === 'VirtualMachinePool';
  }

  public get kind(): string {
    return this.node.manifest.kind;
  }

  public get name(): string {
    return this.node.name;
  }

  /** Name of the VM in texts: a pool has several, and the metric tells which one it is. */
  public get shownName(): string {
    return this.isPool ? '{{ $labels.name }}' : this.name;
  }

  /** Whether there has to be a VM: a pool may be meant to have none. */
  public get isExpected(): boolean {
    return !this.isPool || this.node.manifest.spec?.replicas !== 0;
  }

  /** Fires when nothing is told of a VM: of a single one, or of all VMs of a pool, whose name then stands for theirs. */
  public absent(metric: string): string {
    const absent = `absent(${this.series(metric)})`;
    return this.isPool ? labelled(absent, 'name', this.name) : absent;
  }

  public get runStrategy(): unknown {
    return this.node.vmSpec?.runStrategy;
  }

  public get evictionStrategy(): unknown {
    return this.node.spec.evictionStrategy;
  }

  public get hasReadinessProbe(): boolean {
    return isObject(this.node.spec.readinessProbe);
  }

  public get hasPanicDevice(): boolean {
    const { panicDevices } = this.node.devices;
    return Array.isArray(panicDevices) && panicDevices.length > 0;
  }

  /** The longest outage that the author accepts, in seconds. */
  public get recoveryObjective(): number | undefined {
    return secondsOfGoDuration(this.node.annotations[IntentAnnotation.RECOVERY_OBJECTIVE]);
  }

  /** The series of a metric about this VM. */
  public series(metric: string, more: Matchers = {}, nameLabel = 'name'): string {
    const name = this.isPool ? matches(this.namePattern) : equals(this.name);
    return series(metric, { namespace: equals(this.namespace), [nameLabel]: name, ...more });
  }

  /** The series of a metric about the pods that run this VM. */
  public podSeries(metric: string, more: Matchers = {}): string {
    return series(metric, { namespace: equals(this.namespace), pod: matches(this.podPattern(this.namePattern)), ...more });
  }

  /** Adds the label `name` of the VM to series about its pods. */
  public named(podExpression: string): string {
    const isOne = !this.isPool;
    return isOne
      ? labelled(podExpression, 'name', this.name)
      : labelFrom(podExpression, 'name', 'pod', this.podPattern(`(${this.namePattern})`));
  }

  private get namePattern(): string {
    return this.isPool ? `${literal(this.name)}-[0-9]+` : literal(this.name);
  }

  /** The API server makes the names of launcher pods: it cuts what is too long and adds five characters. */
  private podPattern(namePattern: string): string {
    const prefix = `virt-launcher-${this.name}-`;
    const isCut = !this.isPool && prefix.length > LONGEST_GENERATED_NAME;
    return isCut ? `${literal(prefix.slice(0, LONGEST_GENERATED_NAME))}[a-z0-9]{5}` : `virt-launcher-${namePattern}-[a-z0-9]{5}`;
  }
}
