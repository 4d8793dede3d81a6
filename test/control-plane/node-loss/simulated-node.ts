import type { Manifest } from '../../../src/graph';
import type { Part } from '../part';
import { eventually, now } from './timed';

const LEASES = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
const PODS = '/api/v1/namespaces/default/pods';

/** A kubelet renews the lease of its node every 10 s, and up to 4 % later, so that they do not keep step. */
const RENEWAL = 10_000;
const JITTER = 0.04;

/** Where the addresses of pods are from. */
const ADDRESSES = { first: 10, each: 250 };
let addresses = 0;

/** A node and its kubelet, as far as the control plane sees them: a Node with its status, a lease, and the status of its pods. */
export class SimulatedNode {
  public readonly name: string;
  private renewal?: NodeJS.Timeout;
  private renewing: Promise<unknown> = Promise.resolve();

  public constructor(
    private readonly server: Part,
    public readonly manifest: Manifest,
  ) {
    this.name = String(manifest.metadata?.name);
  }

  public get path(): string {
    return `/api/v1/nodes/${this.name}`;
  }

  /** @param phase when it renews its lease first, as a share of the period */
  public async register(phase: number): Promise<void> {
    const { metadata, status, ...rest } = this.manifest;
    const { body } = await done(
      this.server.request('POST', '/api/v1/nodes', { ...rest, metadata, status: { ...status, conditions: conditions('True') } }),
    );
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name: this.name, uid: body.metadata.uid }];
    const spec = { holderIdentity: this.name, leaseDurationSeconds: 40, renewTime: microTime() };
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: this.name, ownerReferences }, spec };
    await done(this.server.request('POST', LEASES, lease));
    this.renewAfter(phase * RENEWAL);
  }

  /** Nobody hears of the node from now on. */
  public async fail(): Promise<number> {
    clearTimeout(this.renewal);
    this.renewal = undefined;
    await this.renewing;
    return now();
  }

  /** The same right after a renewal, which is when it takes longest to be noticed. */
  public async failAfterRenewal(): Promise<number> {
    const before = this.renewing;
    await eventually(`a renewal of ${this.name}`, 2 * (RENEWAL / 1000), () => this.renewing !== before || undefined);
    return this.fail();
  }

  /** The kubelet is back. */
  public async return(): Promise<number> {
    const at = now();
    this.renewAfter(0);
    await merge(this.server, `${this.path}/status`, { status: { conditions: conditions('True') } });
    return at;
  }

  /** Makes a pod that runs on the node. */
  public async run(name: string, labels: Record<string, string>, tolerations: unknown): Promise<void> {
    const spec = { nodeName: this.name, restartPolicy: 'Never', containers: [{ name: 'compute', image: 'image' }], tolerations };
    await done(this.server.request('POST', PODS, { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels }, spec }));
    addresses++;
    const podIP = `10.${ADDRESSES.first + Math.floor(addresses / ADDRESSES.each)}.0.${1 + (addresses % ADDRESSES.each)}`;
    await merge(this.server, `${PODS}/${name}/status`, {
      status: { phase: 'Running', podIP, podIPs: [{ ip: podIP }], conditions: [condition('Ready', 'True')] },
    });
  }

  private renewAfter(milliseconds: number): void {
    this.renewal = setTimeout(() => {
      this.renewing = merge(this.server, `${LEASES}/${this.name}`, { spec: { renewTime: microTime() } });
      this.renewAfter(RENEWAL * (1 + JITTER * Math.random()));
    }, milliseconds);
  }
}

/** What is asked for has to be done. */
export async function done<T extends { readonly status: number; readonly body: any }>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (answer.status >= 300) {
    throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer;
}

function merge(server: Part, path: string, change: unknown): Promise<unknown> {
  return done(server.request('PATCH', path, change, 'application/strategic-merge-patch+json'));
}

function conditions(ready: string) {
  return [condition('Ready', ready)];
}

function condition(type: string, status: string) {
  return { type, status, lastTransitionTime: new Date().toISOString().replace(/\.\d+Z/, 'Z'), reason: 'Simulated' };
}

function microTime(): string {
  return new Date().toISOString().replace('Z', '000Z');
}
