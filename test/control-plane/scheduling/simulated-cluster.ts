import type { Manifest } from '../../../src/graph';
import { type Answer, Part } from '../part';
import { NAMESPACES, PRIORITY_CLASSES } from './random-clusters';

/** What the scheduler has made of a pod. */
export interface PodState {
  readonly name: string;
  readonly namespace: string;
  /** undefined: it is on none. */
  readonly node?: string;
  /** Why no node takes it; undefined: one does, or nobody has said it yet. */
  readonly refusal?: string;
  /** The node on which others make room for it. */
  readonly nominated?: string;
}

const POLL = 15;
const DECIDED_WITHIN = 30_000;
/** After that a pod that waits for room counts as refused: the scheduler may look at it again minutes later only. */
const ROOM_WITHIN = 5_000;
const MERGE = 'application/merge-patch+json';
const AT_ONCE = { kind: 'DeleteOptions', apiVersion: 'v1', gracePeriodSeconds: 0 };

/** The node that shows how far the scheduler has read, and where the pods are that ask. No pod of a VM selects it. */
const BARRIER = 'barrier';

/**
 * kube-apiserver and kube-scheduler, and no node that is more than an object. Nodes do what objects of theirs would be told by kubelet
 * and the controllers: the test writes that.
 */
export class SimulatedCluster {
  public static async start(): Promise<SimulatedCluster> {
    const server = await Part.apiServer();
    // How many calls it may make a second is not what is looked at.
    const scheduler = await Part.scheduler(server, ['--kube-api-qps=2000', '--kube-api-burst=2000']).catch(async (error) => {
      await server.stop();
      throw error;
    });
    const cluster = new SimulatedCluster(server, scheduler);
    try {
      await cluster.prepare();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  private barriers = 0;

  private constructor(
    private readonly server: Part,
    private readonly scheduler: Part,
  ) {}

  public async stop(): Promise<void> {
    await this.scheduler.stop();
    await this.server.stop();
  }

  /** Makes an object; a Node has the taints that it says, and not the one that every new node gets until kubelet is ready. */
  public async create(manifest: Manifest): Promise<void> {
    await this.call('POST', collectionOf(manifest), manifest);
    if (manifest.kind === 'Node') {
      await this.taint(manifest);
    }
    if (manifest.status?.phase !== undefined) {
      await this.call('PATCH', `${pathOf(manifest)}/status`, { status: manifest.status }, MERGE);
    }
  }

  /** Gives a node its own taints, and further ones. */
  public async taint(node: Manifest, further: readonly object[] = []): Promise<void> {
    await this.call('PATCH', pathOf(node), { spec: { taints: [...node.spec.taints, ...further] } }, MERGE);
  }

  public async remove(manifest: Pick<Manifest, 'kind' | 'metadata'>): Promise<void> {
    await this.call('DELETE', pathOf(manifest), AT_ONCE);
  }

  /** What a dump of the cluster has. */
  public async dump(): Promise<Manifest[]> {
    const paths = ['nodes', 'pods', 'namespaces', 'persistentvolumes', 'persistentvolumeclaims'].map((name) => `/api/v1/${name}`);
    const lists = await Promise.all([...paths, '/apis/scheduling.k8s.io/v1/priorityclasses'].map((path) => this.list(path)));
    return lists.flat().filter(({ metadata }) => metadata?.name !== BARRIER && metadata?.namespace !== BARRIER);
  }

  public async pods(): Promise<PodState[]> {
    const pods = await this.list('/api/v1/pods');
    return pods.filter(({ metadata }) => metadata?.namespace !== BARRIER).map(stateOf);
  }

  /** Waits until the scheduler has said something about each pod: a node, or that there is none. */
  public async decided(): Promise<PodState[]> {
    const start = Date.now();
    for (;;) {
      const pods = await this.pods();
      const open = pods.filter(({ node, refusal }) => node === undefined && refusal === undefined);
      const time = Date.now() - start;
      if (open.length === 0) {
        return pods;
      }
      if (time > ROOM_WITHIN && open.every(({ nominated }) => nominated !== undefined)) {
        return pods.map((pod) => (open.includes(pod) ? { ...pod, refusal: `waits for room on ${pod.nominated}` } : pod));
      }
      if (time > DECIDED_WITHIN) {
        throw new Error(`the scheduler has said nothing about ${open.map(({ name }) => name).join(', ')}`);
      }
      await pause();
    }
  }

  /** Waits until the scheduler knows of all that was changed: it reads nodes in the order in which they change, and pods in theirs. */
  public async caughtUp(): Promise<void> {
    const label = String(++this.barriers);
    await this.call('PATCH', `/api/v1/nodes/${BARRIER}`, { metadata: { labels: { [BARRIER]: label } } }, MERGE);
    const pod = barrierPod(`${BARRIER}-${label}`, label);
    await this.create(pod);
    const deadline = Date.now() + DECIDED_WITHIN;
    while ((await this.call('GET', pathOf(pod))).body.spec.nodeName === undefined) {
      if (Date.now() > deadline) {
        throw new Error('the scheduler does not act');
      }
      await pause();
    }
    await this.remove(pod);
  }

  /** Takes away all that a cluster has had. */
  public async clear(volumes: readonly Manifest[]): Promise<void> {
    await Promise.all(Object.keys(NAMESPACES).map((namespace) => this.call('DELETE', `/api/v1/namespaces/${namespace}/pods`, AT_ONCE)));
    const nodes = await this.list('/api/v1/nodes');
    await Promise.all([...nodes.filter(({ metadata }) => metadata?.name !== BARRIER), ...volumes].map((object) => this.remove(object)));
  }

  private async prepare(): Promise<void> {
    const objects = [
      ...Object.entries({ ...NAMESPACES, [BARRIER]: {} }).map(([name, labels]) => ({ kind: 'Namespace', metadata: { name, labels } })),
      ...Object.entries(PRIORITY_CLASSES).map(([name, fields]) => ({ kind: 'PriorityClass', metadata: { name }, ...fields })),
      { kind: 'Node', metadata: { name: BARRIER }, spec: { taints: [] }, status: { allocatable: { pods: '1000' } } },
    ];
    for (const object of objects) {
      await this.create({ apiVersion: object.kind === 'PriorityClass' ? 'scheduling.k8s.io/v1' : 'v1', ...object } as Manifest);
    }
  }

  private async list(path: string): Promise<Manifest[]> {
    const { body } = await this.call('GET', path);
    const { apiVersion, kind, items } = body;
    return items.map((item: object) => ({ apiVersion, kind: kind.replace(/List$/, ''), ...item }));
  }

  private async call(method: string, path: string, body?: unknown, contentType?: string): Promise<Answer> {
    const answer = await this.server.request(method, path, body, contentType);
    if (answer.status >= 300 && !(method === 'DELETE' && answer.status === 404)) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body?.message ?? answer.body}`);
    }
    return answer;
  }
}

function barrierPod(name: string, label: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: BARRIER },
    spec: { nodeSelector: { [BARRIER]: label }, terminationGracePeriodSeconds: 0, containers: [{ name: BARRIER, image: BARRIER }] },
  };
}

const PLURALS: Readonly<Record<string, string>> = { PriorityClass: 'priorityclasses' };

function collectionOf({ kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>): string {
  const root = kind === 'PriorityClass' ? '/apis/scheduling.k8s.io/v1' : '/api/v1';
  const namespace = metadata?.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
  return `${root}${namespace}/${PLURALS[kind] ?? `${kind.toLowerCase()}s`}`;
}

function pathOf(manifest: Pick<Manifest, 'kind' | 'metadata'>): string {
  return `${collectionOf(manifest)}/${manifest.metadata?.name}`;
}

function stateOf({ metadata, spec, status }: Manifest): PodState {
  const conditions: { type: string; status: string; reason?: string; message?: string }[] = status?.conditions ?? [];
  const refused = conditions.find((condition) => condition.type === 'PodScheduled' && condition.reason === 'Unschedulable');
  const nominated: string | undefined = status?.nominatedNodeName;
  return {
    name: String(metadata?.name),
    namespace: String(metadata?.namespace),
    node: spec.nodeName,
    refusal: spec.nodeName === undefined && nominated === undefined ? refused?.message : undefined,
    nominated,
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL));
}
