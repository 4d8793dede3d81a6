import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { ManifestGraph, VirtualMachineView } from '../../src/graph';
import { domainXml } from './domain-xml';
import type { Victim } from './faults';
import { freeze } from './freeze';
import { type ConsoleLine, freePort, seedOf } from './guest';
import type { DomainState } from './phase';
import type { Boot } from './qemu-arguments';
import { now, sleep } from './qmp';

const execute = promisify(execFile);

/** The user and the group of nobody: a daemon of root is that of the whole machine. */
const NOBODY = 65_534;
const DOMAIN = 'vm';
const POLL = 0.1;
const READY_WITHIN = 30;
const BOOT_WITHIN = 240;

/** What `virsh domstate --reason` prints, without the reasons to run, in KubeVirt's words. */
const STATES: Readonly<Record<string, DomainState>> = {
  running: { status: 'Running' },
  'shut off (shutdown)': { status: 'Shutoff', reason: 'Shutdown' },
  'shut off (destroyed)': { status: 'Shutoff', reason: 'Destroyed' },
  'shut off (crashed)': { status: 'Shutoff', reason: 'Crashed' },
};

/** A VM that libvirt manages, by a daemon of its own. */
export class LibvirtDomain implements Victim {
  /** Starts one, and waits until the agent answers in its guest. */
  public static async start(vm: VirtualMachineView, graph: ManifestGraph, boot: Boot): Promise<LibvirtDomain> {
    const folder = mkdtempSync(join(tmpdir(), 'faultlab-libvirt-'));
    const domain = new LibvirtDomain(folder);
    try {
      await domain.defineAndStart(vm, graph, boot);
    } catch (error) {
      await domain.end();
      throw error;
    }
    return domain;
  }

  private readonly env: NodeJS.ProcessEnv;
  private readonly daemon: ChildProcess;
  private complaints = '';

  private constructor(private readonly folder: string) {
    this.env = { ...process.env, HOME: folder };
    for (const [name, part] of Object.entries({ XDG_RUNTIME_DIR: 'run', XDG_CONFIG_HOME: 'config', XDG_CACHE_HOME: 'cache' })) {
      this.env[name] = join(folder, part);
      mkdirSync(join(folder, part));
    }
    this.own('', ...['run', 'config', 'cache']);
    this.daemon = spawn('setpriv', ['--pdeathsig', 'TERM', ...asNobody(), 'libvirtd'], {
      env: this.env,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.daemon.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaints += text;
    });
  }

  /** What libvirt says of it as soon as it has ended, or after so many seconds. */
  public async stateAfter(seconds: number): Promise<DomainState> {
    let said = await this.state();
    for (const end = now() + seconds; now() < end && !said.startsWith('shut off'); said = await this.state()) {
      await sleep(POLL);
    }
    const state = STATES[said.replace(/^running .*/, 'running')];
    if (state === undefined) {
      throw new Error(`the lab does not know what "${said}" is to KubeVirt`);
    }
    return state;
  }

  public async run(line: string): Promise<void> {
    await this.askAgent('guest-exec', { path: '/bin/sh', arg: ['-c', line] });
  }

  public async freeze(): Promise<number> {
    const port = await freePort();
    await this.virsh('qemu-monitor-command', DOMAIN, '--hmp', `gdbserver tcp:127.0.0.1:${port}`);
    return freeze(port);
  }

  public get console(): readonly ConsoleLine[] {
    const file = join(this.folder, 'console');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text.split('\n').map((line) => ({ at: now(), text: line }));
  }

  public get log(): string {
    return [...this.console.slice(-20).map(({ text }) => text), this.complaints].join('\n');
  }

  /** Kills QEMU. */
  public async stop(): Promise<void> {
    process.kill(Number(readFileSync(join(this.folder, 'run/libvirt/qemu/run', `${DOMAIN}.pid`), 'utf8')), 'SIGKILL');
  }

  /** Has libvirt end it, as KubeVirt does when a guest does not obey. */
  public async destroy(): Promise<void> {
    await this.virsh('destroy', DOMAIN);
  }

  /** Ends it, and the daemon. */
  public async end(): Promise<void> {
    await this.destroy().catch(() => undefined);
    if (this.daemon.exitCode === null && this.daemon.signalCode === null) {
      const exit = once(this.daemon, 'exit');
      this.daemon.kill();
      await exit;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async defineAndStart(vm: VirtualMachineView, graph: ManifestGraph, boot: Boot): Promise<void> {
    const seed = [...seedOf(vm, graph, this.folder).values()].map((file) => basename(file));
    const parts = { kernel: boot.kernel, initrd: boot.initrd };
    for (const [name, file] of Object.entries(parts)) {
      copyFileSync(file, join(this.folder, name));
    }
    const at = (name: string) => join(this.folder, name);
    const xml = domainXml(vm, {
      name: DOMAIN,
      boot: { ...boot, kernel: at('kernel'), initrd: at('initrd') },
      seed: seed.length === 0 ? undefined : at(seed[0]),
      console: at('console'),
      agent: at('agent'),
    });
    writeFileSync(at('domain.xml'), xml);
    this.own('', 'kernel', 'initrd', 'domain.xml', ...seed);
    await this.until('libvirtd is not ready', READY_WITHIN, () => this.virsh('list'));
    await this.virsh('define', at('domain.xml'));
    await this.virsh('start', DOMAIN);
    await this.until('no agent answers in the guest', BOOT_WITHIN, () => this.askAgent('guest-ping'));
  }

  private async state(): Promise<string> {
    return (await this.virsh('domstate', DOMAIN, '--reason')).trim();
  }

  private async askAgent(command: string, parameters: Record<string, unknown> = {}): Promise<void> {
    await this.virsh('qemu-agent-command', DOMAIN, JSON.stringify({ execute: command, arguments: parameters }), '--timeout', '5');
  }

  private async virsh(...args: string[]): Promise<string> {
    const command = ['virsh', '-q', '-c', 'qemu:///session', ...args];
    const { stdout } = await execute('setpriv', [...asNobody(), ...command], { env: this.env, cwd: this.folder });
    return stdout;
  }

  private async until(complaint: string, seconds: number, attempt: () => Promise<unknown>): Promise<void> {
    for (const end = now() + seconds; ; await sleep(POLL)) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (now() > end || this.daemon.exitCode !== null) {
          throw new Error(`${complaint}: ${(error as Error).message}\n${this.log}`);
        }
      }
    }
  }

  /** Gives files of the folder to the user of the daemon. */
  private own(...names: string[]): void {
    if (isRoot()) {
      for (const name of names) {
        chownSync(join(this.folder, name), NOBODY, NOBODY);
      }
    }
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function asNobody(): string[] {
  return isRoot() ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
}
