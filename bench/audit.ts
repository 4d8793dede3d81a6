import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH } from './build';
import { type Checker, checkers, type Target } from './checkers';
import { AUDIT, type Bound } from './limits';
import { audit, compare } from './measure';
import { appOf } from './synthesize';
import { beginTable, printRow } from './table';

const SHOPS = 3_334;
const FEW = 100;
const REPETITIONS = 11;

/** The command against programs that look at the same manifests, each run as a whole process. */
export function compareAudit(): Bound[] {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-bench-audit-'));
  try {
    const { many, one, few } = writeManifests(folder);
    const others = checkers(folder);
    beginTable(
      'The command judges the manifests of such shops, whole processes side by side with other programs: kubeconform has the\n' +
        'schemas of the same CRDs and that of Services; kube-score knows nothing but the Services.',
    );
    return [
      ...others.map((checker) => against(checker, many, `${many.files.length} files`)),
      ...others.map((checker) => against(checker, one, `1 file of ${many.files.length} objects`)),
      ...alone(many, few),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of all shops, one a file and all in one, and a few of the files. */
function writeManifests(folder: string): Record<'many' | 'one' | 'few', Target> {
  const { addConstructs } = require(join(BENCH, 'scenario.js'));
  const synthesized = join(folder, 'one');
  appOf(SHOPS, addConstructs, synthesized).synth();
  const one = target(synthesized);
  const documents = readFileSync(one.files[0], 'utf8').split(/^---\n/m);
  return { one, many: writeFiles(join(folder, 'many'), documents), few: writeFiles(join(folder, 'few'), documents.slice(0, FEW)) };
}

function writeFiles(folder: string, documents: readonly string[]): Target {
  mkdirSync(folder);
  documents.forEach((document, index) => {
    writeFileSync(join(folder, `object-${index}.yaml`), document);
  });
  return target(folder);
}

function target(folder: string): Target {
  return { path: folder, files: readdirSync(folder).map((name) => join(folder, name)) };
}

function against({ name, limit, check }: Checker, judged: Target, what: string): Bound {
  const { first, second, ratio } = compare(
    () => audit(judged.path),
    () => check(judged),
    REPETITIONS,
  );
  printRow(`${what}, audit`, first);
  printRow(`${what}, ${name}`, second);
  return { name: `time of audit to ${name}, ${what}`, measured: ratio.seconds, limit };
}

/** What is asked of the command whatever others do. */
function alone(many: Target, few: Target): Bound[] {
  const { first, second } = compare(
    () => audit(many.path),
    () => audit(few.path),
    REPETITIONS,
  );
  printRow(`${FEW} files, audit`, second);
  return [
    { name: `seconds of audit, ${FEW} files`, measured: second.seconds, limit: AUDIT.seconds },
    { name: `MiB of audit, ${many.files.length} files`, measured: first.mebibytes, limit: AUDIT.mebibytes },
  ];
}
