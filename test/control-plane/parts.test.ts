import { describeControlPlane } from './describe-control-plane';
import { type Answer, Part } from './part';

const WAIT = 20_000;
const NODES = '/api/v1/nodes';
const NAMESPACE = '/api/v1/namespaces/default';
const POD = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'c', image: 'i' }] } };
const NODE = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' }, status: { allocatable: { pods: '1', cpu: '1', memory: '1Gi' } } };

describeControlPlane('the parts of a control plane', () => {
  const parts: Part[] = [];
  let server: Part;

  /** Asks until the answer is as expected, and gives the last one. */
  async function asks(path: string, isExpected: (answer: Answer) => boolean): Promise<any> {
    const deadline = Date.now() + WAIT;
    for (;;) {
      const answer = await server.request('GET', path);
      if (isExpected(answer) || Date.now() > deadline) {
        return answer.body;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  beforeAll(async () => {
    server = await Part.apiServer();
    parts.push(server);
  });

  afterAll(async () => {
    for (const part of parts.reverse()) {
      await part.stop();
    }
  });

  test('kube-controller-manager controls: a namespace gets its service account', async () => {
    const manager = await Part.controllerManager(server, ['--node-monitor-period=1s']);
    parts.push(manager);
    expect(await asks(`${NAMESPACE}/serviceaccounts/default`, ({ status }) => status === 200)).toMatchObject({ kind: 'ServiceAccount' });
  });

  test('kube-scheduler schedules: a pod gets its node', async () => {
    const scheduler = await Part.scheduler(server, ['--kube-api-qps=100']);
    parts.push(scheduler);
    expect((await server.request('POST', NODES, NODE)).status).toBe(201);
    expect((await server.request('POST', `${NAMESPACE}/pods`, POD)).status).toBe(201);
    // Nobody but its kubelet says that a node is ready, but this taint is all that says that it is not.
    await server.request('PATCH', `${NODES}/n`, { spec: { taints: [] } }, 'application/merge-patch+json');
    const { spec } = await asks(`${NAMESPACE}/pods/a`, ({ body }) => body.spec.nodeName !== undefined);
    expect(spec.nodeName).toBe('n');
  });

  test('a part that does not take its flags says so', async () => {
    await expect(Part.controllerManager(server, ['--nonsense'])).rejects.toThrow(
      'controller-manager ended with 1:\nunknown flag: --nonsense',
    );
  });

  test('a part that is killed leaves others as they are', async () => {
    const another = await Part.controllerManager(server);
    await another.kill();
    expect((await server.request('GET', '/readyz')).body).toBe('ok');
  });
});
