import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { now } from './qmp';

/** Registers of an amd64 processor, as QEMU's stub for gdb counts them. */
const RIP = 16;
const EFLAGS = 17;
/** The flag of a processor that takes interrupts. */
const INTERRUPTS = 0x200;
/** A jump to itself. */
const CIRCLE = 'ebfe';
/** That a processor has stopped is told whenever it does. */
const STOPPED = /^[TS]/;

/**
 * Has the processors of a guest go in a circle with interrupts off, through QEMU's stub for gdb: a hang that nothing in the guest can
 * notice or end.
 *
 * @param port where the stub listens
 * @returns when the guest was let go, and hung
 */
export async function freeze(port: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const stub = new Stub(socket);
  try {
    // The guest stands still as soon as somebody is connected.
    await stub.ask('?', (answer) => STOPPED.test(answer));
    // Single registers are for those who have seen their names.
    await stub.ask('qXfer:features:read:target.xml:0,1');
    for (const thread of await stub.threads()) {
      await stub.ask(`Hg${thread}`);
      const [rip, flags] = [await stub.register(RIP), await stub.register(EFLAGS)];
      await stub.ask(`M${rip.toString(16)},2:${CIRCLE}`);
      await stub.setRegister(EFLAGS, flags & ~BigInt(INTERRUPTS));
    }
    await stub.ask('D');
    return now();
  } finally {
    socket.destroy();
  }
}

/** The other end of gdb's protocol: `$packet#checksum`. The next packet stands for the acknowledgement: a byte to a guest that runs stops it. */
class Stub {
  private heard = '';
  private onPacket: (packet: string) => void = () => undefined;

  constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.heard += text;
      for (let match = PACKET.exec(this.heard); match !== null; match = PACKET.exec(this.heard)) {
        this.heard = this.heard.slice(match.index + match[0].length);
        this.onPacket(match[1]);
      }
    });
  }

  public ask(packet: string, isAnswer = (answer: string) => !STOPPED.test(answer)): Promise<string> {
    return new Promise((resolve, reject) => {
      this.onPacket = (answer) => {
        if (isAnswer(answer)) {
          (/^E\d\d$/.test(answer) ? reject : resolve)(answer);
        }
      };
      const sum = [...packet].reduce((total, character) => total + character.charCodeAt(0), 0) % 256;
      this.socket.write(`$${packet}#${sum.toString(16).padStart(2, '0')}`);
    });
  }

  public async threads(): Promise<string[]> {
    const threads: string[] = [];
    for (let answer = await this.ask('qfThreadInfo'); answer.startsWith('m'); answer = await this.ask('qsThreadInfo')) {
      threads.push(...answer.slice(1).split(','));
    }
    return threads;
  }

  public async register(number: number): Promise<bigint> {
    const bytes = Buffer.from(await this.ask(`p${number.toString(16)}`), 'hex');
    return bytes.reverse().reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  }

  /** Registers of flags have four bytes. */
  public async setRegister(number: number, value: bigint): Promise<void> {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(Number(value));
    await this.ask(`P${number.toString(16)}=${bytes.toString('hex')}`);
  }
}

const PACKET = /\$([^#]*)#[0-9a-f]{2}/;
