import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Manifest, withoutNulls } from '../../src/graph';

/** What KubeVirt's own admission code says of an object. */
export interface Verdict {
  readonly allowed: boolean;
  readonly causes?: readonly Cause[];
  /** It depends on an object that is not in the input. */
  readonly needsState?: boolean;
}

/** One of the reasons of a refusal. */
export interface Cause {
  readonly field?: string;
  readonly message?: string;
}

/** An object, and what KubeVirt says of it under each column. */
export interface Judged {
  readonly id: string;
  readonly object: Manifest;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** Verdicts that were recorded with KubeVirt's own code: no part of the project. */
export const folder = process.env.CDK8S_KUBEVIRT_ORACLE ?? resolve(__dirname, '../../../shared/oracle');
export const hasOracle = existsSync(folder);
export const LEFT_OUT = `VERDICTS OF KUBEVIRT'S ADMISSION LEFT OUT: no folder ${folder} (set CDK8S_KUBEVIRT_ORACLE)`;

/** A release of KubeVirt, and the feature gates that its KubeVirt object lists. */
export interface Column {
  readonly name: string;
  readonly release: string;
  readonly gates: readonly string[];
}

/** The columns of the verdicts. */
export function columns(): Column[] {
  const gates: Record<string, string[]> = JSON.parse(readFileSync(join(folder, 'gates.json'), 'utf8'));
  return [
    { name: '1.9.0 default', release: '1.9', gates: [] },
    { name: '1.9.0 all', release: '1.9', gates: gates['190'] },
    { name: '1.8.4 default', release: '1.8', gates: [] },
    { name: '1.8.4 all', release: '1.8', gates: gates['184'] },
  ];
}

/** Objects that were made from valid ones by random changes. */
export function mutations(): Judged[] {
  const lines = gunzipSync(readFileSync(join(folder, 'mutations.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line)).map(({ id, object, verdicts }) => ({ id, object: withoutNulls(object), verdicts }));
}

const EXPECTATION = /^# (?:KubeVirt (\S+) \((default|all) gates\)|CDI \S+ DataVolume webhook): expected verdict (\w+)/;

/** Minimal objects. What CDI says of one holds whatever the release of KubeVirt. */
export function cases(): Judged[] {
  const files = readdirSync(join(folder, 'cases')).sort();
  return files.map((file) => {
    const text = readFileSync(join(folder, 'cases', file), 'utf8');
    return {
      id: file.replace(/\.yaml$/, ''),
      object: withoutNulls(load(text, { schema: CORE_SCHEMA }) as Manifest),
      verdicts: verdictsIn(text),
    };
  });
}

function verdictsIn(text: string): Record<string, Verdict> {
  const verdicts: Record<string, Verdict & { causes: Cause[] }> = {};
  let names: string[] = [];
  for (const line of text.split('\n').filter((comment) => comment.startsWith('#'))) {
    const [, release, gates, verdict] = EXPECTATION.exec(line) ?? [];
    if (verdict === undefined) {
      const [, field, message] = /^# {3}(?:\S+ )?(\S*): (.*)$/.exec(line) ?? [];
      names.forEach((name) => {
        verdicts[name].causes.push({ field, message });
      });
    } else {
      names = release === undefined ? columns().map(({ name }) => name) : [`${release} ${gates}`];
      names.forEach((name) => {
        verdicts[name] = { allowed: verdict === 'ACCEPT', causes: [] };
      });
    }
  }
  return verdicts;
}
