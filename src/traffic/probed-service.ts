import { Protocol, Service, type ServiceBindOptions, ServiceType } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { DNS_LABEL, PORTS } from '../facts';
import { withoutUndefined } from '../graph';
import { VirtualMachine, type VirtualMachineWorkload } from '../vm';
import type { ProbedServiceProps } from './probed-service-props';
import { serviceExposure } from './service-exposure';

const MEMBER_LABEL_PREFIX = 'service.cdk8s-kubevirt/';
/** A pool is there to be several, however many it has at the moment. */
const MACHINES_OF_A_POOL = 2;

/**
 * A Service in front of VMs that sends traffic only to those that are ready.
 *
 * It labels the pods of its VMs itself, so that labels and selector cannot drift apart. Readiness is what the readiness
 * probe of each VM says. One of several VMs without a probe is an error at synth, because it would get traffic while its guest
 * boots and another could answer. A single VM does without one, and so does a Service for administration, with
 * `publishNotReadyAddresses`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class ProbedService extends Service {
  private readonly args: Arguments;
  private readonly memberLabels: readonly (readonly [key: string, value: string])[];
  private readonly affinitySeconds?: number;
  private readonly exposure: Record<string, unknown>;
  private machines = 0;

  /**
   * @param scope construct that the Service belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`), a VM is in another namespace (`vm-in-other-namespace`), there are no VMs
   * (`vms-missing`), no ports (`ports-missing`) or no labels (`selector-labels-missing`)
   */
  public constructor(scope: Construct, id: string, props: ProbedServiceProps) {
    checkConstruction('ProbedService', scope, id, props);
    super(scope, id, { metadata: props.metadata, type: props.type });
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata, DNS_LABEL);
    this.memberLabels =
      props.selectorLabels === undefined ? [[MEMBER_LABEL_PREFIX + this.name, 'member']] : Object.entries(props.selectorLabels);
    this.affinitySeconds = this.args.seconds('clientIpAffinity', props.clientIpAffinity, { min: 1, max: 86_400 });
    this.exposure = { ...serviceExposure(this.args, props), publishNotReadyAddresses: props.publishNotReadyAddresses || undefined };
    this.refuseMissing(props);
    for (const [key, value] of this.memberLabels) {
      this.selectLabel(key, value);
    }
    for (const vm of props.vms) {
      this.addVirtualMachine(vm);
    }
    for (const port of props.ports) {
      this.bind(port.port, port);
    }
    ManifestCheck.attachTo(this);
  }

  /**
   * Puts another VM behind the Service: its pod gets the labels that the Service selects.
   *
   * @param vm a VM in the namespace of the Service
   * @throws when the VM is in another namespace (`vm-in-other-namespace`), or its pod has one of the labels with another value
   * (`pod-label-conflict`)
   */
  public addVirtualMachine(vm: VirtualMachineWorkload): void {
    const { namespace: own } = this.metadata;
    const { namespace: other } = vm.metadata;
    if (own !== undefined && other !== undefined && own !== other) {
      const rule = `a Service selects only VMs of its own namespace, ${own}`;
      const remedy = `Create the Service in the namespace ${other}.`;
      this.args.refuse('vm-in-other-namespace', 'vms', `${vm.node.path} in the namespace ${other}`, rule, remedy);
    }
    for (const [key, value] of this.memberLabels) {
      vm.addPodLabel(key, value);
    }
    this.machines += vm instanceof VirtualMachine ? 1 : MACHINES_OF_A_POOL;
  }

  /**
   * Adds a port.
   *
   * @param port port that clients connect to, 1 to 65535
   * @param options name, without which a Route does not find the port and which each of several ports needs, port of the guest, protocol and port of the nodes
   * @throws when a number is out of range (`out-of-range`), the name is no DNS label (`port-name-invalid`), or another port has the same
   * name (`port-name-twice`) or number (`port-number-twice`)
   */
  public bind(port: number, options: ServiceBindOptions = {}): void {
    const position = `ports[${this.ports.length}]`;
    this.checkPortName(`${position}.name`, options.name);
    this.args.integer(`${position}.port`, port, PORTS);
    this.args.integer(`${position}.targetPort`, options.targetPort, PORTS);
    this.args.integer(`${position}.nodePort`, options.nodePort, PORTS);
    this.refuseDuplicate(position, port, options);
    super.bind(port, { ...options, targetPort: options.targetPort ?? port });
  }

  /**
   * How many VMs are behind the Service, a pool counted as two.
   *
   * @internal
   */
  public get _machines(): number {
    return this.machines;
  }

  /** @internal */
  public _toKube(): ReturnType<Service['_toKube']> {
    const spec = withoutUndefined({ ...super._toKube(), ...this.exposure });
    return this.affinitySeconds === undefined
      ? spec
      : { ...spec, sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIp: { timeoutSeconds: this.affinitySeconds } } };
  }

  private refuseMissing({ vms, ports, type }: ProbedServiceProps): void {
    if (type === ServiceType.EXTERNAL_NAME) {
      const rule = 'a Service of this type is an alias of a DNS name and has no VMs behind it';
      this.args.refuse('service-type-external-name', 'type', type, rule, 'Use CLUSTER_IP, NODE_PORT or LOAD_BALANCER.');
    }
    if (vms.length === 0) {
      this.args.refuse('vms-missing', 'vms', '[]', 'the Service has no VM to send traffic to', 'Pass at least one VM.');
    }
    if (ports.length === 0) {
      this.args.refuse(
        'ports-missing',
        'ports',
        '[]',
        'a Service has at least one port',
        'Pass a port such as { name: "http", port: 80 }.',
      );
    }
    if (this.memberLabels.length === 0) {
      const remedy = 'Pass at least one label, or leave the option out.';
      this.args.refuse('selector-labels-missing', 'selectorLabels', '{}', 'a Service without selector finds no VM', remedy);
    }
  }

  private checkPortName(argument: string, name: string | undefined): void {
    const rule = 'a port name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit';
    this.args.matching(argument, name, DNS_LABEL.pattern, rule, 'Choose a name such as "http" or "https-admin".', 'port-name-invalid');
  }

  private refuseDuplicate(position: string, port: number, { name, protocol }: ServiceBindOptions): void {
    if (name !== undefined && this.ports.some((other) => other.name === name)) {
      const rule = 'another port of the Service has the same name';
      this.args.refuse('port-name-twice', `${position}.name`, JSON.stringify(name), rule, 'Choose another name.');
    }
    if (this.ports.some((other) => other.port === port && transport(other.protocol) === transport(protocol))) {
      const rule = `another ${transport(protocol)} port of the Service has the same number`;
      this.args.refuse('port-number-twice', `${position}.port`, String(port), rule, 'Choose another number.');
    }
  }
}

function transport(protocol: Protocol | undefined): Protocol {
  return protocol ?? Protocol.TCP;
}
