import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { type Fence, REPOSITORY } from './fence';

const COMPILER = join(REPOSITORY, 'node_modules/typescript-7/bin/tsc');

/** What the compiler says about programs that use the package, all in one compilation, each with file and line. */
export function compileErrors(fences: readonly Fence[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
    fences.forEach((fence, index) => {
      writeFileSync(join(folder, `${index}.ts`), fence.code);
    });
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration(fences.length)));
    const { stdout, stderr } = spawnSync(process.execPath, [COMPILER, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return diagnostics(stdout + stderr, fences);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The options of a cdk8s app in TypeScript, with the package being the source that is here. */
function configuration(programs: number): object {
  return {
    extends: join(REPOSITORY, 'tsconfig.dev.json'),
    compilerOptions: { isolatedModules: false, paths: { 'cdk8s-kubevirt': [join(REPOSITORY, 'src/index.ts')] } },
    include: [],
    files: Array.from({ length: programs }, (_, index) => `${index}.ts`),
  };
}

/** `7.ts(2,5): error TS2322: …`, more of it in lines that begin with spaces. */
function diagnostics(output: string, fences: readonly Fence[]): string[] {
  const errors: string[] = [];
  for (const line of output.split('\n').filter((text) => text !== '')) {
    const [, index, row, text] = /^(\d+)\.ts\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    if (index !== undefined) {
      const fence = fences[Number(index)];
      errors.push(`${fence.file}:${fence.line + Number(row) - 1} ${text}`);
    } else if (line.startsWith(' ') && errors.length > 0) {
      errors.push(`${errors.pop()} ${line.trim()}`);
    } else {
      errors.push(line);
    }
  }
  return errors;
}

/** The program as JavaScript. */
export function transpile(fence: Fence): string {
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, swcrc: false } as const;
  return transformSync(fence.code, options).code;
}
