import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from './compile-fences';
import type { Fence } from './fence';

/** Runs a program and tells the files that its app writes. */
export function synthesizedFiles(fence: Fence): string[] {
  return [...synthesizedTexts(fence).keys()];
}

/** Runs a program and tells what its app writes, by the names of the files. */
export function synthesizedTexts(fence: Fence): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-fence-'));
  const outdir = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = folder;
  try {
    runProgram(transpile(fence));
    return new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(join(folder, file)).isFile())
        .sort()
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    );
  } finally {
    restore(outdir);
    rmSync(folder, { recursive: true });
  }
}

/** Runs a CommonJS program with the modules of this process, so that it finds the package by its name. */
function runProgram(code: string): void {
  const program = new Function('require', 'exports', code);
  program(require, {});
}

function restore(outdir: string | undefined): void {
  if (outdir === undefined) {
    delete process.env.CDK8S_OUTDIR;
  } else {
    process.env.CDK8S_OUTDIR = outdir;
  }
}
