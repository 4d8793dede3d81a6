import { relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { ACKNOWLEDGEMENT_EXPIRED, ACKNOWLEDGEMENT_UNUSED, isExpired, isTurnedOff, type RuleDescription } from '../../audit';
import { AcceptedBy, type ReportedFinding, type ReportedObject, reportedObject } from '../../report';
import type { SourceFile } from '../../source';
import type { ConfiguredAcknowledgement } from '../config/config';
import type { LoadedConfig } from '../config/load-config';
import { fits, fitsObject } from './object-pattern';
import type { AuditSettings } from './settings';

/** What acknowledgements of a configuration are held against. */
interface Judged {
  readonly cwd: string;
  readonly files: readonly SourceFile[];
  readonly findings: readonly ReportedFinding[];
  readonly settings: Pick<AuditSettings, 'acknowledgements' | 'loaded' | 'off' | 'book'>;
  readonly today: Date;
}

/** Findings with what the configuration accepts of them, and what is wrong with that. */
export function withAcknowledgements(judged: Judged): ReportedFinding[] {
  const { settings, findings, today } = judged;
  const { loaded } = settings;
  if (loaded === undefined || settings.acknowledgements.length === 0) {
    return [...findings];
  }
  const matchers = settings.acknowledgements.map((acknowledgement) => matcherOf(acknowledgement, judged, loaded));
  const used = new Set<number>();
  const accepted = findings.map((finding) => {
    const fitting = matchers.flatMap((matcher, index) => (matcher.fits(finding) ? [index] : []));
    fitting.forEach((index) => {
      used.add(index);
    });
    const valid = fitting.map((index) => matchers[index].acknowledgement).find((candidate) => !isExpired(candidate, today));
    if (valid === undefined || finding.acceptance !== undefined) {
      return finding;
    }
    return { ...finding, acceptance: { by: AcceptedBy.CONFIG, reason: valid.reason, until: valid.until } };
  });
  return [...accepted, ...matchers.flatMap((matcher, index) => idle(matcher, index, used.has(index), judged, loaded))];
}

interface Matcher {
  readonly acknowledgement: ConfiguredAcknowledgement;
  readonly fitsPlace: (file: string, object: ReportedObject) => boolean;
  readonly fits: (finding: ReportedFinding) => boolean;
}

function matcherOf(acknowledgement: ConfiguredAcknowledgement, { cwd }: Judged, { folder }: LoadedConfig): Matcher {
  const { rule, object, file, path } = acknowledgement;
  const isFile = file === undefined ? () => true : picomatch(file, { dot: true });
  const fitsPlace = (found: string, foundObject: ReportedObject) =>
    isFile(relative(folder, resolve(cwd, found))) && (object === undefined || fitsObject(object, foundObject));
  return {
    acknowledgement,
    fitsPlace,
    fits: (finding) =>
      finding.rule.id === rule && fitsPlace(finding.file, finding.object) && (path === undefined || fits(path, finding.manifestPath)),
  };
}

/**
 * What accepts nothing: its day is over, or there is nothing to accept. Of what is not among the files nothing is known: an audit
 * of one folder tells nothing of what is accepted in another.
 */
function idle(
  matcher: Matcher,
  index: number,
  isUsed: boolean,
  { files, settings, today }: Judged,
  loaded: LoadedConfig,
): ReportedFinding[] {
  const { acknowledgement, fitsPlace } = matcher;
  const { rule, reason, until } = acknowledgement;
  const description = settings.book.get(rule);
  if (isUsed) {
    const message = `it was accepted until ${until} only, and counts again (accepted was: ${reason})`;
    return isExpired(acknowledgement, today) ? [configFinding(ACKNOWLEDGEMENT_EXPIRED, acknowledgement, index, message, loaded)] : [];
  }
  const isOff = description !== undefined && isTurnedOff(description, settings.off);
  const isHere = files.some(({ path, manifests }) => manifests.some(({ manifest }) => fitsPlace(path, reportedObject(manifest))));
  const message = `the rule finds nothing there any more (accepted was: ${reason})`;
  return isOff || !isHere ? [] : [configFinding(ACKNOWLEDGEMENT_UNUSED, acknowledgement, index, message, loaded)];
}

function configFinding(
  rule: RuleDescription,
  { rule: accepted }: ConfiguredAcknowledgement,
  index: number,
  message: string,
  { path: file, settings }: LoadedConfig,
): ReportedFinding {
  const path = ['acknowledge', index, 'rule'];
  const region = settings.regionOf(path);
  return {
    rule,
    severity: rule.severity,
    file,
    region,
    excerpt: [{ number: region.line, text: settings.lines.line(region.line) }],
    object: { apiVersion: '', kind: 'Configuration', name: file },
    path,
    manifestPath: `acknowledge[${index}].rule`,
    shownValue: JSON.stringify(accepted),
    message,
    remedy: rule.remediation.replace('Remove the line.', 'Remove the entry.'),
  };
}
