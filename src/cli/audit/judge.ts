import { dirname } from 'node:path';
import { isUnknownPlace } from '../../admission/structure/unknown-places';
import { BrokenRule, evaluateManifests, type Fix, type RuleFinding } from '../../audit';
import { type FieldPath, IntentAnnotation } from '../../facts';
import { isObject, type Manifest } from '../../graph';
import { AcceptedBy, type Replacement, type ReportedFinding, reportedObject } from '../../report';
import { editManifest, regionOfSpan, type SourceFile, type SourceManifest, splicesInFile } from '../../source';
import { brokenRuleLines } from '../config/load-rules';
import { UsageError } from '../usage-error';
import type { AuditSettings } from './settings';

/** What an audit needs to judge. */
export type JudgeSettings = Pick<AuditSettings, 'cluster' | 'severities' | 'off' | 'treatAsHighlyAvailable'> &
  Partial<Pick<AuditSettings, 'book' | 'ruleOptions' | 'verbose'>>;

/** What a rule finds in a file; undefined: the source of what nobody wrote. */
export interface JudgedFinding extends ReportedFinding {
  readonly source?: SourceManifest;
}

/** What the rules find in files, and in works there: what nobody wrote is told once. In the order of the files and of the places in them. */
export function judge(files: readonly SourceFile[], settings: JudgeSettings, today: Date): JudgedFinding[] {
  const worlds = new Map<string | undefined, SourceManifest[]>([[undefined, files.flatMap(({ manifests }) => manifests)]]);
  for (const source of files.flatMap(({ delivered }) => delivered)) {
    worlds.set(source.world, [...(worlds.get(source.world) ?? []), source]);
  }
  const positions = new Map(files.map(({ path }, index) => [path, index]));
  const order = ({ file }: JudgedFinding) => positions.get(file) ?? positions.size;
  const [own, ...others] = [...worlds.values()].map((sources) => judgeWorld(sources, settings, today));
  const delivered = others.flat().filter(({ source }) => source !== undefined);
  return delivered.length === 0 ? own : [...own, ...delivered].sort((one, other) => order(one) - order(other) || byPlace(one, other));
}

/** What is found in objects that go to the same cluster. */
function judgeWorld(written: readonly SourceManifest[], settings: JudgeSettings, today: Date): JudgedFinding[] {
  const sources = new Map<unknown, SourceManifest>();
  for (const source of written) {
    const manifest = judged(source.manifest, sources, settings);
    sources.set(manifest, source);
  }
  const { book, severities, ruleOptions: options, off, cluster, verbose } = settings;
  const folders = new Map([...sources].map(([manifest, { file }]) => [manifest, dirname(file.path)]));
  const findings = evaluateManifests([...sources.keys()], cluster.profile, { book, severities, options, off, today, folders });
  refuseBrokenRules(findings, verbose);
  const order = new Map([...sources.keys()].map((manifest, index) => [manifest, index]));
  return findings
    .map((finding) => ({ order: order.get(finding.manifest) ?? order.size, finding: reported(finding, sources) }))
    .sort((one, other) => one.order - other.order || byPlace(one.finding, other.finding))
    .map(({ finding }) => finding);
}

/** A rule of the user's own that does not work is a mistake like one in the configuration. */
function refuseBrokenRules(findings: readonly RuleFinding[], verbose = false): void {
  const broken = findings.flatMap(({ cause }) => (cause instanceof BrokenRule ? [cause] : []));
  if (broken.length > 0) {
    const first = new Map(broken.map((error) => [error.rule, error]).reverse() as [string, BrokenRule][]);
    throw new UsageError(...[...first.values()].reverse().flatMap((error) => brokenRuleLines(error, verbose)));
  }
}

/** Aliases make one object of several: each is judged by itself. */
function judged(manifest: Manifest, known: ReadonlyMap<unknown, unknown>, { treatAsHighlyAvailable }: JudgeSettings): Manifest {
  if (treatAsHighlyAvailable && isMachine(manifest)) {
    return highlyAvailable(manifest);
  }
  return known.has(manifest) && isObject(manifest) ? { ...manifest } : manifest;
}

const MACHINES: readonly unknown[] = ['VirtualMachine', 'VirtualMachinePool', 'VirtualMachineInstanceReplicaSet', 'VirtualMachineInstance'];

function isMachine(manifest: unknown): boolean {
  return isObject(manifest) && MACHINES.includes(manifest.kind);
}

/** The manifest as its author would write it who says that the VM has to survive. */
function highlyAvailable(manifest: Manifest): Manifest {
  const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
  const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
  return { ...manifest, metadata: { ...metadata, annotations: { ...annotations, [IntentAnnotation.HIGH_AVAILABILITY]: 'true' } } };
}

function reported(finding: RuleFinding, sources: ReadonlyMap<unknown, SourceManifest>): JudgedFinding {
  const written = sources.get(finding.manifest);
  const source = written ?? (sources.values().next().value as SourceManifest);
  const { rule, severity, stage, path, manifestPath, shownValue, message, remedy, more, acknowledgement } = finding;
  // A mend of what is within a work would have to be one of the work, which has an order and rules of its own.
  const fix = source.world === undefined ? finding.fix : undefined;
  const region = source.file.regionOf(source, path);
  const isUnknown = (place: FieldPath) => isUnknownPlace(finding.manifest, place, place);
  return {
    rule,
    severity,
    stage,
    file: source.file.path,
    region,
    excerpt: source.file.excerptOf(source, region, isUnknown),
    isUnknown,
    object: reportedObject(finding.manifest),
    path,
    manifestPath,
    shownValue,
    message,
    remedy,
    fix,
    more,
    source: written,
    get replacements() {
      return fix && written && replacementsOf(written, fix);
    },
    acceptance: acknowledgement && { by: AcceptedBy.ANNOTATION, reason: acknowledgement.reason, until: acknowledgement.until },
  };
}

/** What a fix changes in the file; undefined: it is not mended there. */
function replacementsOf(source: SourceManifest, { operations }: Fix): Replacement[] | undefined {
  const edited = editManifest(source, operations);
  if ('refusal' in edited) {
    return undefined;
  }
  return splicesInFile(source, edited.text).map(({ text, ...span }) => ({ region: regionOfSpan(source.file.lines, span), text }));
}

function byPlace({ region: one }: ReportedFinding, { region: other }: ReportedFinding): number {
  return one.line - other.line || one.column - other.column;
}
