import type { RuleDescription } from '../audit';
import type { Severity } from '../audit/severity';
import { AcceptedBy, type AuditReport, type Region, type Replacement, type ReportedFinding } from './audit-report';
import { escapedJson } from './escaped-json';
import { fileUri, isAbsolute } from './file-uris';
import { fingerprintsOf } from './fingerprints';
import { ruleHelp, rulesOf } from './rule-help';
import { shownFix } from './shown-fix';
import { isFaulty } from './summary';
import { objectName, REPOSITORY, rulePage, sentence, TOOL, wholeText } from './words';

/** The folder in which the command ran: paths are relative to it, and where it is stays unsaid. */
const BASE = '%SRCROOT%';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** What GitHub calls them. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };

/**
 * The report in the Static Analysis Results Interchange Format, for code scanning and editors.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export function sarif(report: AuditReport): string {
  const rules = rulesOf(report.findings);
  const ruleIndices = new Map(rules.map(({ id }, index) => [id, index]));
  const artifactIndices = new Map(report.files.map(({ path }, index) => [path, index]));
  const fingerprints = fingerprintsOf(report.findings);
  const run = {
    tool: { driver: driverOf(report.version, rules) },
    invocations: [invocationOf(report)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which the command ran.' } } },
    artifacts: report.files.map(({ path }) => ({ location: artifactOf(path), roles: ['analysisTarget'] })),
    results: report.findings.map((finding, index) => ({
      ruleIndex: ruleIndices.get(finding.rule.id),
      ...resultOf(finding, artifactIndices.get(finding.file)),
      partialFingerprints: { 'objectPath/v1': fingerprints[index] },
    })),
  };
  return `${escapedJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 1)}\n`;
}

function driverOf(version: string, rules: readonly RuleDescription[]): object {
  return { name: TOOL, version, semanticVersion: version, informationUri: REPOSITORY, rules: rules.map(descriptorOf) };
}

function descriptorOf(rule: RuleDescription): object {
  const { text, markdown } = ruleHelp(rule);
  return {
    id: rule.id,
    shortDescription: messageOf(rule.title),
    fullDescription: messageOf(rule.rationale),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    helpUri: rulePage(rule),
    help: { text: escapedBraces(text), markdown: escapedBraces(markdown) },
    properties: { tags: [rule.category], precision: 'high', 'problem.severity': PROBLEM_SEVERITIES[rule.severity], stage: rule.stage },
  };
}

function invocationOf({ files, exitCode }: AuditReport): object {
  const notifications = files.flatMap(({ path, faults = [] }) =>
    faults.map(({ message, place }) => ({
      level: 'error',
      message: messageOf(sentence(message)),
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactOf(path),
            region: place && { startLine: place.line, startColumn: place.column },
          },
        },
      ],
    })),
  );
  return { exitCode, executionSuccessful: !files.some(isFaulty), toolExecutionNotifications: notifications };
}

function resultOf(finding: ReportedFinding, artifact?: number): object {
  const { rule, severity, stage, file, region, object, manifestPath, acceptance } = finding;
  const name = objectName(object);
  return {
    ruleId: rule.id,
    level: LEVELS[severity],
    message: messageOf(wholeText(finding)),
    locations: [
      {
        physicalLocation: { artifactLocation: { ...artifactOf(file), index: artifact }, region: regionOf(region) },
        logicalLocations: [{ name: object.name, fullyQualifiedName: name, kind: 'resource' }],
      },
    ],
    fixes: fixesOf(finding),
    // Either all results of a run say whether they are suppressed, or none does.
    suppressions: acceptance === undefined ? [] : [suppressionOf(acceptance)],
    properties: { object, path: manifestPath, value: finding.shownValue, stage, remedy: finding.remedy, more: finding.more },
  };
}

function suppressionOf({ by, reason, until }: NonNullable<ReportedFinding['acceptance']>): object {
  const justification = until === undefined ? reason : `${reason} (until ${until})`;
  return { kind: by === AcceptedBy.ANNOTATION ? 'inSource' : 'external', status: 'accepted', justification };
}

function fixesOf(finding: ReportedFinding): object[] | undefined {
  const { safe, replacements = [] } = shownFix(finding) ?? {};
  if (replacements.length === 0) {
    return undefined;
  }
  const description = safe ? finding.remedy : `${sentence(finding.remedy)} This needs a decision.`;
  return [
    {
      description: messageOf(description),
      artifactChanges: [{ artifactLocation: artifactOf(finding.file), replacements: replacements.map(replacementOf) }],
    },
  ];
}

function replacementOf({ region, text }: Replacement): object {
  return { deletedRegion: regionOf(region), insertedContent: { text } };
}

function regionOf({ line, column, endLine, endColumn }: Region): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifactOf(path: string): object {
  return isAbsolute(path) ? { uri: fileUri(path) } : { uri: fileUri(path), uriBaseId: BASE };
}

/** A text in which nothing is a placeholder or a link to a location (sections 3.11.5 and 3.11.6). */
function messageOf(text: string): object {
  return { text: escapedBraces(text.replaceAll('](', '\\](')) };
}

function escapedBraces(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}');
}
