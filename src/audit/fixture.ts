import { type ClusterEvictionStrategy, ClusterProfile, type Platform } from '../cluster';
import { patched } from '../facts';
import { displayName, type Manifest, withoutNulls } from '../graph';
import { evaluateRules } from './engine';
import { ruleContext } from './evaluate-manifests';
import type { RuleFinding } from './finding';
import { NOT_APPLICABLE, type Rule, type RuleContext } from './rule';

/** A file of manifests with what a rule should find in it. */
export interface Fixture {
  readonly name: string;
  readonly cluster: ClusterProfile;
  readonly manifests: Manifest[];
  /** The folder of each of them, where the fixture says it. */
  readonly folders?: readonly string[];
  /** The rule's findings, in order: the object that is blamed, and the full text. */
  readonly expected: string[];
}

/**
 * A fixture of a text of manifests and what comment lines in it say.
 *
 * `# cluster: openshift 4.20 bare-metal-ipi 6 LiveMigrate` (what is at the end may be left out, `-` is not known),
 * `# gates: HostDisk Snapshot` where the profile says which feature gates are on (`none`: that none is), `# host-failures: 1` where it
 * says how many hosts may fail, `# folders: dev prod` where each of its objects is written in a folder of its own, and one
 * `# finding: <object>: <text>` for each finding, such as `# finding: VirtualMachine shop/web: spec.runStrategy is …`.
 *
 * @param documents what a reader of YAML makes of the text
 */
export function fixtureOf(name: string, text: string, documents: readonly unknown[]): Fixture {
  return {
    name,
    cluster: clusterOf(comments(text, 'cluster')[0], comments(text, 'gates')[0], comments(text, 'host-failures')[0]),
    manifests: documents.map((document) => withoutNulls(document as Manifest)),
    folders: comments(text, 'folders')[0]?.split(' '),
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

function clusterOf(description = 'kubevirt 1.8', gates?: string, hostFailures?: string): ClusterProfile {
  const [product, version, ...known] = description.split(' ');
  const [platform, workers, evictionStrategy] = known.map((word) => (word === '-' ? undefined : word));
  const options = {
    platform: platform as Platform | undefined,
    workers: workers === undefined ? undefined : Number(workers),
    evictionStrategy: evictionStrategy as ClusterEvictionStrategy | undefined,
    featureGates: gates === 'none' ? [] : gates?.split(' '),
    hostFailuresTolerated: hostFailures === undefined ? undefined : Number(hostFailures),
  };
  return product === 'openshift' ? ClusterProfile.openshift(version, options) : ClusterProfile.kubevirt(version, options);
}

/** What a rule finds in a fixture, as fixtures say it. */
export function foundIn(rule: Rule, fixture: Fixture): string[] {
  return evaluateRules([rule], contextOf(fixture)).map(({ manifest, text }) => `${displayName(manifest)}: ${text}`);
}

/** Whether a rule has something to say of a fixture: else it would hold for anything. */
export function isJudged(rule: Rule, fixture: Fixture): boolean {
  const context = contextOf(fixture);
  return [...rule.subjects(context.graph)].some((subject) => rule.evaluate(subject, context) !== NOT_APPLICABLE);
}

/** The paths of findings that their own mend leaves there, or that it has no place in the manifest for. */
export function unmended(rule: Rule, fixture: Fixture): string[] {
  return evaluateRules([rule], contextOf(fixture)).flatMap(({ manifest, manifestPath, message, fix }) => {
    const mended = fix && patched(manifest, fix.operations);
    const manifests = fixture.manifests.map((other) => (other === manifest && mended !== undefined ? (mended as Manifest) : other));
    const left = mended === undefined ? [] : evaluateRules([rule], contextOf({ ...fixture, manifests }));
    const isSame = (finding: RuleFinding) =>
      finding.manifest === mended && finding.manifestPath === manifestPath && finding.message === message;
    return left.some(isSame) || (mended === undefined) !== (fix === undefined) ? [manifestPath] : [];
  });
}

/** What a rule judges of a fixture. */
export function contextOf({ manifests, cluster, folders = [] }: Fixture): RuleContext {
  return ruleContext(manifests, cluster, undefined, new Map(folders.map((folder, index) => [manifests[index], folder])));
}
