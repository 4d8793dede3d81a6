import { join } from 'node:path';
import ts from 'typescript';
import { type Fence, REPOSITORY } from './fence';

/** What the compiler says about programs that use the package, all in one compilation, each with file and line. */
export function compileErrors(fences: readonly Fence[]): string[] {
  const options = compilerOptions();
  const programs = new Map(fences.map((fence, index) => [join(REPOSITORY, `test/docs/fence-${index}.ts`), fence]));
  const host = hostWith(programs, ts.createCompilerHost(options));
  const program = ts.createProgram([...programs.keys()], options, host);
  return [...programs].flatMap(([path, fence]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => describe(found, fence));
  });
}

/** The program as JavaScript. */
export function transpile(fence: Fence): string {
  const options = { ...compilerOptions(), module: ts.ModuleKind.CommonJS, moduleResolution: undefined, ignoreDeprecations: undefined };
  return ts.transpileModule(fence.code, { compilerOptions: options }).outputText;
}

/** The options of a cdk8s app in TypeScript, with the package being the source that is here. */
function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(REPOSITORY, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['src/index.ts'] }, ts.sys, REPOSITORY);
  return { ...options, isolatedModules: false };
}

function hostWith(programs: ReadonlyMap<string, Fence>, host: ts.CompilerHost): ts.CompilerHost {
  return {
    ...host,
    fileExists: (path) => programs.has(path) || host.fileExists(path),
    readFile: (path) => programs.get(path)?.code ?? host.readFile(path),
    getSourceFile: (path, version, ...others) => {
      const code = programs.get(path)?.code;
      return code === undefined ? host.getSourceFile(path, version, ...others) : ts.createSourceFile(path, code, version);
    },
  };
}

function describe({ file, start, messageText }: ts.Diagnostic, fence: Fence): string {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line;
  return `${fence.file}:${fence.line + line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
