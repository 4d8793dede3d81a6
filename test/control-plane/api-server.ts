import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
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
  readonly token: string;
}

export function controlPlaneAvailable(): boolean {
  return existsSync(PROGRAM);
}

/** kube-apiserver with etcd, alone in a process that ends with this one. */
export class ApiServer {
  /** Starts one, and waits until it is ready. */
  public static async start(): Promise<ApiServer> {
    // What the process reads from ends with this process, and the process with it.
    const process = spawn(PROGRAM, ['apiserver'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let log = '';
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-KEPT_LOG);
    });
    const ended = once(process, 'exit').then(([code, signal]) => {
      throw new Error(`The API server ended with ${code ?? signal}:\n${log}`);
    });
    const [line] = await Promise.race([once(createInterface(process.stdout), 'line'), ended]);
    const server = new ApiServer(process, JSON.parse(line));
    await Promise.race([server.ready(), ended]);
    ended.catch(() => undefined);
    return server;
  }

  private readonly agent: Agent;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: Connection,
  ) {
    this.agent = new Agent({ ca: connection.ca, keepAlive: true, maxSockets: CONNECTIONS });
  }

  public async stop(): Promise<void> {
    this.agent.destroy();
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exit = once(this.process, 'exit');
      this.process.stdin?.end();
      await exit;
    }
  }

  public async request(method: string, path: string, body?: unknown, contentType = 'application/json'): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${this.connection.token}`,
        Accept: 'application/json',
        'Content-Type': contentType,
        // Node.js says it by itself, but not of a DELETE.
        'Content-Length': Buffer.byteLength(text),
      };
      const call = request(this.connection.url + path, { method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          const isJson = response.headers['content-type']?.startsWith('application/json');
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(answer) : answer });
        });
      });
      call.on('error', reject).end(text);
    });
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN;
    for (let status = 0; status !== 200; ) {
      if (Date.now() > deadline) {
        throw new Error(`The API server is not ready after ${READY_WITHIN / 1000} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      status = await this.request('GET', '/readyz').then(
        (answer) => answer.status,
        () => 0,
      );
    }
  }
}
