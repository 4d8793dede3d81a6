import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterEvictionStrategy, ClusterProfile, type Platform } from 'cdk8s-kubevirt';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { type Manifest, withoutNulls } from '../../src/graph';

/** A file of manifests with what a rule should find in it. */
export interface Fixture {
  readonly name: string;
  readonly cluster: ClusterProfile;
  readonly manifests: Manifest[];
  /** The rule's findings, in order: the object that is blamed, and the full text. */
  readonly expected: string[];
}

const FIXTURES = join(__dirname, 'fixtures');

/**
 * The fixtures of a rule: `fixtures/<rule>/passing/*.yaml` and `fixtures/<rule>/failing/*.yaml`.
 *
 * Comment lines at the top say what the file is about:
 * `# cluster: openshift 4.20 bare-metal-ipi 6 LiveMigrate` (what is at the end may be left out, `-` is not known),
 * `# gates: HostDisk Snapshot` where the profile says which feature gates are on (`none`: that none is), and one
 * `# finding: <object>: <text>` for each finding, such as `# finding: VirtualMachine shop/web: spec.runStrategy is …`.
 */
export function fixturesOf(rule: string, verdict: 'passing' | 'failing'): Fixture[] {
  const folder = join(FIXTURES, rule, verdict);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readFixture(file, readFileSync(join(folder, file), 'utf8')));
}

/** The names of the folders with fixtures. */
export function fixtureFolders(): string[] {
  return readdirSync(FIXTURES).sort();
}

/** A file of manifests, and what its comments say of it. */
export function readFixture(name: string, text: string): Fixture {
  const manifests = loadAll(text, null, { schema: CORE_SCHEMA }).map((document) => withoutNulls(document as Manifest));
  return {
    name,
    cluster: clusterOf(comments(text, 'cluster')[0], comments(text, 'gates')[0]),
    manifests,
    expected: comments(text, 'finding'),
  };
}

function comments(text: string, key: string): string[] {
  const prefix = `# ${key}: `;
  return text
    .split('\n')
    .filter((line) => line.startsWith(prefix))
    .map((line) => line.slice(prefix.length));
}

function clusterOf(description = 'kubevirt 1.8', gates?: string): ClusterProfile {
  const [product, version, ...known] = description.split(' ');
  const [platform, workers, evictionStrategy] = known.map((word) => (word === '-' ? undefined : word));
  const options = {
    platform: platform as Platform | undefined,
    workers: workers === undefined ? undefined : Number(workers),
    evictionStrategy: evictionStrategy as ClusterEvictionStrategy | undefined,
    featureGates: gates === 'none' ? [] : gates?.split(' '),
  };
  return product === 'openshift' ? ClusterProfile.openshift(version, options) : ClusterProfile.kubevirt(version, options);
}
