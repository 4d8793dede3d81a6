import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Something that QEMU has told, with when it did, in seconds of the lab's clock. */
export interface QemuEvent {
  readonly at: number;
  readonly name: string;
  readonly data: Readonly<Record<string, any>>;
}

/** The clock of the lab, in seconds: nobody sets it. */
export function now(): number {
  return performance.now() / 1000;
}

export function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

interface Message {
  readonly id?: number;
  readonly return?: any;
  readonly error?: { readonly desc: string };
  readonly [key: string]: unknown;
}

/** How one talks to QEMU, and to the agent in its guest: lines of JSON, each answer with the id of its question. */
export class JsonChannel {
  private readonly waiting = new Map<number, (answer: Message) => void>();
  private asked = 0;

  constructor(
    private readonly socket: Socket,
    private readonly onOther: (message: Message) => void = () => undefined,
  ) {
    // A guest that ends takes its channels with it.
    socket.on('error', () => undefined);
    createInterface(socket).on('line', (line) => this.hear(line));
  }

  /** Asks, and waits so many seconds for the answer. */
  ask(execute: string, parameters: Record<string, unknown> = {}, seconds = 10): Promise<any> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.waiting.delete(id);
        reject(new Error(`no answer to ${execute} within ${seconds} s`));
      }, seconds * 1000);
      this.waiting.set(id, ({ return: value, error }) => {
        clearTimeout(timeout);
        this.waiting.delete(id);
        if (error === undefined) {
          resolve(value);
        } else {
          reject(new Error(`${execute}: ${error.desc}`));
        }
      });
      this.socket.write(`${JSON.stringify({ execute, arguments: parameters, id })}\n`);
    });
  }

  private hear(line: string): void {
    const message = parsed(line);
    const answer = message?.id === undefined ? undefined : this.waiting.get(message.id);
    if (answer !== undefined) {
      answer(message as Message);
    } else if (message !== undefined && message.id === undefined) {
      this.onOther(message);
    }
  }
}

/** A guest that is reset leaves half a line. */
function parsed(line: string): Message | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
