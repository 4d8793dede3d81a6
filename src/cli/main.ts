import { buffer } from 'node:stream/consumers';
import { run } from './program';
import type { Output } from './streams';

export { AuditValidation } from './validation/audit-validation';

/** Who reads may stop reading, as head does: that is no fault. */
function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
    process.exit();
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns };
}

/** What nobody foresaw: the message first, and whom to tell. */
function tellDefect(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n\nThis is a defect of cdk8s-kubevirt: please report it.\n`,
  );
  process.exitCode = 2;
}

/** Run as a program, not loaded for its plugin of cdk8s-cli. */
if (require.main === module) {
  run(process.argv.slice(2), {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    stdin: () => buffer(process.stdin),
    cwd: process.cwd(),
    env: process.env,
    today: new Date(),
  }).then((code) => {
    process.exitCode = code;
  }, tellDefect);
}
