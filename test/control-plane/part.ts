import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Where `scripts/control-plane.sh` puts the parts of Kubernetes; not there where there is no Go. */
const PROGRAM = join(resolve(__dirname, '../../dist/control-plane'), 'control-plane');

/** How many requests are under way at the same time. */
const CONNECTIONS = 8;
const READY_WITHIN = 60_000;
const KEPT_LOG = 4_000;

export interface Answer {
  readonly status: number;
  readonly body: any;
}

interface Connection {
  readonly url: string;
  readonly ca: string;
  readonly token?: string;
}

/** A part as the program knows it, and where it says that it is ready. */
interface Kind {
  readonly name: string;
  readonly health: string;
}

const API_SERVER: Kind = { name: 'apiserver', health: '/readyz' };
const CONTROLLER_MANAGER: Kind = { name: 'controller-manager', health: '/healthz' };
const SCHEDULER: Kind = { name: 'scheduler', health: '/readyz' };

export function controlPlaneAvailable(): boolean {
  return existsSync(PROGRAM);
}

/** A part of a control plane, alone in a process that ends with this one. */
export class Part {
  /** Starts kube-apiserver with etcd, and waits until it is ready. */
  public static apiServer(flags: readonly string[] = []): Promise<Part> {
    return Part.start(API_SERVER, flags);
  }

  /** Starts kube-controller-manager on an API server, and waits until it is ready: the only one, unless flags ask for a leader. */
  public static controllerManager(server: Part, flags: readonly string[] = []): Promise<Part> {
    return Part.start(CONTROLLER_MANAGER, flags, server);
  }

  /** Starts kube-scheduler on an API server, and waits until it is ready: the only one, unless flags ask for a leader. */
  public static scheduler(server: Part, flags: readonly string[] = []): Promise<Part> {
    return Part.start(SCHEDULER, flags, server);
  }

  private static async start({ name, health }: Kind, flags: readonly string[], server?: Part): Promise<Part> {
    const env = { ...process.env, CONTROL_PLANE_CONNECTION: JSON.stringify(server?.connection) };
    // What the program reads from ends with this process, and the program with it.
    const child = spawn(PROGRAM, [name, ...flags], { stdio: ['pipe', 'pipe', 'pipe'], env });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-KEPT_LOG);
    });
    const ended = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`${name} ended with ${code ?? signal}:\n${log}`);
    });
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
    const part = new Part(child, JSON.parse(line));
    await Promise.race([part.ready(name, health), ended]);
    ended.catch(() => undefined);
    return part;
  }

  private readonly agent: Agent;
  /** A watch has a connection of its own for as long as it lasts. */
  private readonly watches: Agent;
  private isEnding = false;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: Connection,
  ) {
    this.watches = new Agent({ ca: connection.ca });
    this.agent = new Agent({ ca: connection.ca, keepAlive: true, maxSockets: CONNECTIONS });
  }

  public async stop(): Promise<void> {
    await this.end(() => this.process.stdin?.end());
  }

  /** Ends a controller manager or a scheduler as the loss of its host does: at once, and without a word to the others. */
  public async kill(): Promise<void> {
    await this.end(() => this.process.kill('SIGKILL'));
  }

  public async request(method: string, path: string, body?: unknown, contentType = 'application/json'): Promise<Answer> {
    const response = await this.send(method, path, body, contentType, this.agent);
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk);
    }
    const answer = Buffer.concat(chunks).toString();
    const isJson = response.headers['content-type']?.startsWith('application/json');
    return { status: response.statusCode ?? 0, body: isJson ? JSON.parse(answer) : answer };
  }

  /** Tells what a path of an API server lists, and from then on each change, until the part ends. */
  public async watch(path: string, tell: (object: any, isGone: boolean) => void): Promise<void> {
    const { body } = await this.request('GET', path);
    for (const item of body.items) {
      tell(item, false);
    }
    void this.follow(path, body.metadata.resourceVersion, tell);
  }

  /** The API server ends a watch whose reader is slow, or after a while: it is taken up where it ended. */
  private async follow(path: string, from: string, tell: (object: any, isGone: boolean) => void): Promise<void> {
    let version = from;
    try {
      while (!this.isEnding) {
        const response = await this.send('GET', `${path}?watch=1&resourceVersion=${version}`, undefined, 'application/json', this.watches);
        const lines = createInterface(response).on('line', (line) => {
          const { type, object } = JSON.parse(line);
          if (type === 'ERROR') {
            throw new Error(`The watch of ${path} failed: ${line}`);
          }
          version = object.metadata.resourceVersion;
          tell(object, type === 'DELETED');
        });
        response.on('error', () => lines.close());
        await once(lines, 'close');
      }
    } catch (error) {
      if (!this.isEnding) {
        throw error;
      }
    }
  }

  private async send(method: string, path: string, body: unknown, contentType: string, agent: Agent): Promise<IncomingMessage> {
    const { url, token } = this.connection;
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      Accept: 'application/json',
      'Content-Type': contentType,
      // Node.js says it by itself, but not of a DELETE.
      'Content-Length': Buffer.byteLength(text),
    };
    return new Promise((resolve, reject) => {
      request(url + path, { method, agent, headers }, resolve)
        .on('error', reject)
        .end(text);
    });
  }

  private async end(how: () => void): Promise<void> {
    this.isEnding = true;
    this.agent.destroy();
    this.watches.destroy();
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exit = once(this.process, 'exit');
      how();
      await exit;
    }
  }

  private async ready(name: string, health: string): Promise<void> {
    const deadline = Date.now() + READY_WITHIN;
    for (let status = 0; status !== 200; ) {
      if (Date.now() > deadline) {
        throw new Error(`${name} is not ready after ${READY_WITHIN / 1000} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      status = await this.request('GET', health).then(
        (answer) => answer.status,
        () => 0,
      );
    }
  }
}
