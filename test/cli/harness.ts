import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/program';

/** What a call has done. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a call is given. */
export interface Given {
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly today?: string;
}

/** Calls the command within this process. */
export async function call(
  args: readonly string[],
  { cwd = process.cwd(), stdin = '', env = {}, isTerminal = false, today }: Given = {},
): Promise<Ended> {
  const texts = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTerminal,
  });
  const code = await run(args, {
    stdout: output('out'),
    stderr: output('err'),
    stdin: async () => Buffer.from(stdin),
    cwd,
    env,
    today: new Date(today ?? '2026-11-28'),
  });
  return { code, ...texts };
}

/** Findings of a report in JSON: rule, object, file and line. */
export function foundIn({ out }: Ended): string[] {
  return JSON.parse(out).findings.map(
    ({ rule, severity, object, file, startLine, line }: any) =>
      `${severity} ${rule} ${object.kind}/${object.name ?? ''} ${file}:${startLine ?? line}`,
  );
}

/** A folder of its own for each test of a file. */
export function temporaryFolder(): {
  readonly path: () => string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
} {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: () => folder,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
  };
}

/** A VM with an error and a warning, and nothing else to tell. */
export const FAULTY_VM = `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: web
  namespace: shop
spec:
  running: true
  runStrategy: Always
  template:
    spec:
      domain:
        memory:
          guest: 4Gi
        devices:
          disks:
          - name: root
            disk: {bus: virtio}
      volumes:
      - name: root
        containerDisk:
          image: quay.io/containerdisks/fedora:latest
`;

/** The same without anything to tell. */
export const SOUND_SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  clusterIP: None
  ports: [{name: http, port: 80}]
`;
