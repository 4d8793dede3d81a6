import type { Duration } from 'cdk8s';
import type { ConnectionScheme } from 'cdk8s-plus-27';
import type { Arguments } from '../../errors';
import { PORTS } from '../../facts';
import { IntOrString, type Probe as KubeProbe } from '../../imports';

/** When a probe runs and what counts as a change of mind. */
export interface ProbeOptions {
  /**
   * How long after the start of the VM the first probe runs. KubeVirt adds 10 seconds for the start of libvirt.
   *
   * There is no startup probe for VMs: the initial delay of a liveness probe has to cover the slowest boot, cloud-init
   * on the first one included, or the VM is killed while it boots. Whole seconds.
   *
   * Sets `initialDelaySeconds`.
   *
   * @default - 0 seconds in a VirtualMachine; derived from the boot time in a HighlyAvailableVM
   */
  readonly initialDelay?: Duration;

  /**
   * Time between two probes. Whole seconds, at least 1.
   *
   * Sets `periodSeconds`.
   *
   * @default - 10 seconds in a VirtualMachine; derived in a HighlyAvailableVM
   */
  readonly period?: Duration;

  /**
   * How long an answer may take. Whole seconds, at least 1.
   *
   * Sets `timeoutSeconds`.
   *
   * @default - 1 second in a VirtualMachine; derived in a HighlyAvailableVM
   */
  readonly timeout?: Duration;

  /**
   * Successes in a row after which a failed probe counts as good again. A liveness probe allows 1 only.
   *
   * Sets `successThreshold`.
   *
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * Failures in a row after which the probe counts as failed.
   *
   * Sets `failureThreshold`.
   *
   * @default - 3 in a VirtualMachine; derived in a HighlyAvailableVM
   */
  readonly failureThreshold?: number;
}

/** Options of a probe that connects to a TCP port of the guest. */
export interface TcpSocketProbeOptions extends ProbeOptions {
  /**
   * Port in the guest, 1 to 65535. An interface of the VM that lists ports has to list this one.
   *
   * Sets `tcpSocket.port`.
   */
  readonly port: number;
}

/** Options of a probe that sends an HTTP request to the guest. */
export interface HttpGetProbeOptions extends ProbeOptions {
  /**
   * Port in the guest, 1 to 65535. An interface of the VM that lists ports has to list this one.
   *
   * Sets `httpGet.port`.
   */
  readonly port: number;

  /**
   * Scheme of the request. Certificates are not verified with HTTPS.
   *
   * Sets `httpGet.scheme`.
   *
   * @default - HTTP
   */
  readonly scheme?: ConnectionScheme;

  /**
   * Headers of the request, e.g. `{ Host: 'shop.example.com' }` for a virtual host.
   *
   * Sets `httpGet.httpHeaders`.
   *
   * @default - none
   */
  readonly headers?: { readonly [name: string]: string };
}

/**
 * A question that the kubelet asks a guest over and over.
 *
 * As `readiness` it decides whether Services send traffic to the VM; as `liveness` it has a hung VM killed, so that the
 * run strategy starts it again.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/liveness_and_readiness_probes/
 */
export class Probe {
  /**
   * Succeeds when an HTTP GET answers with a status from 200 to 399. Needs the pod network.
   *
   * Sets `httpGet`.
   *
   * @param path path of the request, beginning with `/`
   * @param options port and timings
   */
  public static fromHttpGet(path: string, options: HttpGetProbeOptions): Probe {
    return new Probe(options, (args, argument) => {
      if (!String(path).startsWith('/')) {
        const rule = 'the path of a request begins with "/"';
        args.refuse('probe-path-relative', `${argument}.path`, JSON.stringify(path), rule, `Pass ${JSON.stringify(`/${path}`)}.`);
      }
      const headers = Object.entries(options.headers ?? {}).map(([name, value]) => ({ name, value }));
      return {
        httpGet: {
          path,
          port: port(args, argument, options.port),
          scheme: options.scheme,
          httpHeaders: headers.length > 0 ? headers : undefined,
        },
      };
    });
  }

  /**
   * Succeeds when a TCP connection opens. Needs the pod network.
   *
   * Sets `tcpSocket`.
   *
   * @param options port and timings
   */
  public static fromTcpSocket(options: TcpSocketProbeOptions): Probe {
    return new Probe(options, (args, argument) => ({ tcpSocket: { port: port(args, argument, options.port) } }));
  }

  /**
   * Succeeds when a command in the guest exits with 0. It runs through the QEMU guest agent, which the guest has to
   * have installed and, where SELinux is on, allowed to execute commands.
   *
   * Sets `exec`.
   *
   * @param command the program and its arguments
   * @param options timings
   */
  public static fromCommand(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe(options, (args, argument) => {
      if (command.length === 0) {
        args.refuse(
          'probe-command-empty',
          `${argument}.command`,
          '[]',
          'a command names at least a program',
          `Pass the program and its arguments, e.g. ["systemctl", "is-active", "httpd"].`,
        );
      }
      return { exec: { command: [...command] } };
    });
  }

  /**
   * Succeeds when the QEMU guest agent answers: it notices a guest that hangs, but not a service that is down.
   * The guest has to have the agent installed and enabled.
   *
   * Sets `guestAgentPing`.
   *
   * @param options timings
   */
  public static fromGuestAgentPing(options: ProbeOptions = {}): Probe {
    return new Probe(options, () => ({ guestAgentPing: {} }));
  }

  private readonly options: ProbeOptions;
  private readonly handler: ProbeHandler;

  private constructor(options: ProbeOptions, handler: ProbeHandler) {
    this.options = options;
    this.handler = handler;
  }

  /**
   * How often it asks, where it says so.
   *
   * @internal
   */
  public get _period(): Duration | undefined {
    return this.options.period;
  }

  /**
   * The probe with timings in place of those that it leaves open.
   *
   * @internal
   */
  public _withDefaults(defaults: ProbeOptions): Probe {
    const { initialDelay, period, timeout, successThreshold, failureThreshold } = this.options;
    const options: ProbeOptions = {
      initialDelay: initialDelay ?? defaults.initialDelay,
      period: period ?? defaults.period,
      timeout: timeout ?? defaults.timeout,
      successThreshold: successThreshold ?? defaults.successThreshold,
      failureThreshold: failureThreshold ?? defaults.failureThreshold,
    };
    return new Probe(options, this.handler);
  }

  /**
   * Checks the probe as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(args: Arguments, argument: string): KubeProbe {
    const { options } = this;
    return {
      // KubeVirt's webhook takes a zero out again, and GitOps tools would put it back.
      initialDelaySeconds: args.seconds(`${argument}.initialDelay`, options.initialDelay) || undefined,
      periodSeconds: args.seconds(`${argument}.period`, options.period, { min: 1 }),
      timeoutSeconds: args.seconds(`${argument}.timeout`, options.timeout, { min: 1 }),
      successThreshold: args.integer(`${argument}.successThreshold`, options.successThreshold, { min: 1 }),
      failureThreshold: args.integer(`${argument}.failureThreshold`, options.failureThreshold, { min: 1 }),
      ...this.handler(args, argument),
    };
  }
}

type ProbeHandler = (args: Arguments, argument: string) => KubeProbe;

function port(args: Arguments, argument: string, value: number): IntOrString {
  return IntOrString.fromNumber(args.integer(`${argument}.port`, value, PORTS));
}
