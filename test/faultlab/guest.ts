import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cloudInitText, cloudInitVolumes, NETWORK_DATA, USER_DATA } from '../../src/admission';
import type { ManifestGraph, VirtualMachineView } from '../../src/graph';
import { freeze } from './freeze';
import { type Boot, qemuArguments } from './qemu-arguments';
import { JsonChannel, now, type QemuEvent, sleep } from './qmp';

/** What the lab gives a guest beyond its manifest. */
export interface GuestOptions {
  readonly boot: Boot;
  /** Files, or what else QEMU takes for them, of the volumes by their names. */
  readonly files?: ReadonlyMap<string, string>;
  /** The port of the service. */
  readonly port?: number;
}

/** How QEMU has ended. */
export interface Exit {
  readonly at: number;
  readonly code: number | null;
  readonly signal: string | null;
}

/** A line of the serial console. */
export interface ConsoleLine {
  readonly at: number;
  readonly text: string;
}

const QEMU = 'qemu-system-x86_64';
const KEPT_LINES = 200;
const POLL = 0.1;
const NANOSECONDS = 1e9;

/** A VM that runs: QEMU, and the guest in it. */
export class Guest {
  /** Starts one; it ends with the process that started it, whatever ends that. */
  public static async start(vm: VirtualMachineView, graph: ManifestGraph, options: GuestOptions): Promise<Guest> {
    const folder = mkdtempSync(join(tmpdir(), 'faultlab-'));
    try {
      const seed = seedOf(vm, graph, folder);
      const host = await freePort();
      const args = qemuArguments(vm, {
        boot: options.boot,
        files: new Map([...(options.files ?? []), ...seed]),
        ports: [{ guest: options.port ?? 8080, host }],
        sockets: { monitor: 3, console: 4, agent: 5 },
      });
      const qemu = spawn('setpriv', ['--pdeathsig', 'KILL', QEMU, ...args], {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      });
      const guest = new Guest(qemu, host);
      await Promise.race([guest.greet(), guest.failure()]);
      return guest;
    } finally {
      // QEMU has opened what it needs.
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** What QEMU has told, in its order. */
  public readonly events: QemuEvent[] = [];
  /** The last lines of the console. */
  public readonly console: ConsoleLine[] = [];
  /** When QEMU was started. */
  public readonly startedAt = now();
  public exit?: Exit;
  /** Called whenever QEMU has told something, or has ended. */
  public onChange: () => void = () => undefined;

  private readonly monitor: JsonChannel;
  private readonly agent: JsonChannel;
  private readonly exited: Promise<unknown>;
  private greeted: () => void = () => undefined;
  private complaints = '';
  private lastWaited = 0;

  private constructor(
    private readonly qemu: ChildProcess,
    private readonly port: number,
  ) {
    const socket = (descriptor: number) => qemu.stdio[descriptor] as Socket;
    qemu.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaints += text;
    });
    this.exited = once(qemu, 'exit').then(([code, signal]) => {
      this.exit = { at: now(), code, signal };
      this.onChange();
    });
    this.monitor = new JsonChannel(socket(3), (message) => this.hear(message));
    createInterface(socket(4)).on('line', (text) => {
      this.console.push({ at: now(), text });
      this.console.splice(0, this.console.length - KEPT_LINES);
    });
    socket(4).on('error', () => undefined);
    this.agent = new JsonChannel(socket(5));
  }

  /** Asks QEMU. */
  public ask(command: string, parameters?: Record<string, unknown>): Promise<any> {
    return this.monitor.ask(command, parameters);
  }

  /** Asks the agent in the guest. */
  public askAgent(command: string, parameters?: Record<string, unknown>, seconds?: number): Promise<any> {
    return this.agent.ask(command, parameters, seconds);
  }

  /** Whether the agent answers within so many seconds. */
  public pings(seconds: number): Promise<boolean> {
    return this.askAgent('guest-ping', {}, seconds).then(
      () => true,
      () => false,
    );
  }

  /** Has the guest run a line of its shell, and does not wait for the end of it. */
  public async run(line: string): Promise<void> {
    await this.askAgent('guest-exec', { path: '/bin/sh', arg: ['-c', line] });
  }

  /** What a line of the guest's shell prints. */
  public async outputOf(line: string): Promise<string> {
    const { pid } = await this.askAgent('guest-exec', { path: '/bin/sh', arg: ['-c', line], 'capture-output': true });
    for (;;) {
      const status = await this.askAgent('guest-exec-status', { pid });
      if (status.exited) {
        return Buffer.from(status['out-data'] ?? '', 'base64').toString();
      }
      await sleep(POLL);
    }
  }

  /** Has all processors of the guest go in a circle, with interrupts off. Returns when that began. */
  public async freeze(): Promise<number> {
    const port = await freePort();
    await this.ask('human-monitor-command', { 'command-line': `gdbserver tcp:127.0.0.1:${port}` });
    return freeze(port);
  }

  /** What the service answers to GET, as the kubelet asks: 2xx and 3xx are well. */
  public answers(path: string, seconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const question = get({ host: '127.0.0.1', port: this.port, path, timeout: seconds * 1000, agent: false }, (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 400);
      });
      question.on('timeout', () => question.destroy());
      question.on('error', () => resolve(false));
      question.on('close', () => resolve(false));
    });
  }

  /** Seconds that the busiest thread of QEMU, which is the guest's processor, has waited for one of the machine. */
  public waited(): number {
    try {
      const folder = `/proc/${this.qemu.pid}/task`;
      const threads = readdirSync(folder).map((thread) => readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ').map(Number));
      const [[, waited]] = threads.sort(([one], [other]) => other - one);
      this.lastWaited = waited / NANOSECONDS;
    } catch {
      // It ends just now.
    }
    return this.lastWaited;
  }

  /** Ends QEMU, as by its power plug. */
  public async stop(): Promise<void> {
    this.qemu.kill('SIGKILL');
    await this.exited;
  }

  /** The last lines of the console, and what QEMU had to complain about. */
  public get log(): string {
    return [...this.console.slice(-20).map(({ text }) => text), this.complaints].join('\n');
  }

  private async greet(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.greeted = resolve;
    });
    await this.ask('qmp_capabilities');
  }

  private async failure(): Promise<never> {
    await this.exited;
    throw new Error(`QEMU has ended with ${this.exit?.code ?? this.exit?.signal}:\n${this.complaints}`);
  }

  private hear({ QMP: greeting, event, data }: Record<string, any>): void {
    if (greeting !== undefined) {
      this.greeted();
    } else if (typeof event === 'string') {
      this.events.push({ at: now(), name: event, data: data ?? {} });
      this.onChange();
    }
  }
}

/** The disk of the cloud-init data of a VM, as KubeVirt makes it. */
export function seedOf(vm: VirtualMachineView, graph: ManifestGraph, folder: string): Map<string, string> {
  const [volume] = cloudInitVolumes(vm);
  if (volume === undefined) {
    return new Map();
  }
  const text = (data: typeof USER_DATA) => cloudInitText(volume.source, data, vm.namespace, graph) ?? '';
  const metaData = `instance-id: ${vm.name}.${vm.namespace ?? 'default'}\nlocal-hostname: ${vm.name}\n`;
  const contents = { 'user-data': text(USER_DATA), 'meta-data': metaData, 'network-config': text(NETWORK_DATA) };
  const files = Object.entries(contents).flatMap(([name, content]) => {
    const file = join(folder, name);
    if (content === '') {
      return [];
    }
    writeFileSync(file, content);
    return [file];
  });
  const image = join(folder, 'seed.iso');
  execFileSync('genisoimage', ['-quiet', '-output', image, '-volid', 'cidata', '-joliet', '-rock', ...files]);
  const { name } = vm.volumes.find((candidate) => candidate.cloudInitNoCloud === volume.source) ?? {};
  return new Map([[name, image]]);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
