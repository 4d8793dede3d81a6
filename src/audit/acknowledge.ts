import { entryPath, IntentAnnotation, printable } from '../facts';
import type { Manifest } from '../graph';
import { type Acknowledgement, isExpired, parseAcknowledgement } from './acknowledgement';
import { ACKNOWLEDGEMENT_EXPIRED, ACKNOWLEDGEMENT_INVALID, ACKNOWLEDGEMENT_UNUSED } from './check-rules';
import { findingOf, type RuleFinding } from './finding';
import type { RuleDescription } from './rule';
import type { RuleBook } from './rule-book';
import { isTurnedOff, type TurnedOff } from './turned-off';

const PATH = entryPath('metadata.annotations', IntentAnnotation.ACKNOWLEDGE);

/** What is accepted, by the manifest whose annotation says so. */
type Accepted = ReadonlyMap<Manifest, readonly Acknowledgement[]>;

/** What still holds of it, by the manifest and the rule. */
type Holding = ReadonlyMap<Manifest, ReadonlyMap<string, Acknowledgement>>;

/** When acknowledgements are looked at, and which rules are not asked meanwhile. */
export interface Circumstances {
  readonly today: Date;
  readonly off: TurnedOff;
  readonly book: RuleBook;
}

/** Findings with what their manifests say to accept, and what is wrong with that. */
export function acknowledge(
  findings: readonly RuleFinding[],
  manifests: readonly Manifest[],
  circumstances: Circumstances,
): readonly RuleFinding[] {
  const annotated = manifests.filter((manifest) => annotationOf(manifest) !== undefined);
  if (annotated.length === 0) {
    return findings;
  }
  const accepted = new Map<Manifest, Acknowledgement[]>();
  const faults = annotated.flatMap((manifest) => readLines(manifest, accepted, circumstances.book));
  const holding = holdingOf(accepted, circumstances.today);
  return [
    ...findings.map((finding) => withAcknowledgement(finding, holding)),
    ...faults,
    ...idleAcknowledgements(findings, accepted, circumstances),
  ];
}

function annotationOf(manifest: Manifest): string | undefined {
  const text = manifest.metadata?.annotations?.[IntentAnnotation.ACKNOWLEDGE];
  return typeof text === 'string' ? text : undefined;
}

/** Collects what the lines of an annotation accept; what is wrong with the others. */
function readLines(manifest: Manifest, accepted: Map<Manifest, Acknowledgement[]>, book: RuleBook): RuleFinding[] {
  const faults: RuleFinding[] = [];
  const acknowledgements: Acknowledgement[] = [];
  for (const line of (annotationOf(manifest) ?? '').split('\n').filter((text) => text.trim() !== '')) {
    const parsed = parseAcknowledgement(line);
    if (typeof parsed === 'string') {
      faults.push(faultOf(ACKNOWLEDGEMENT_INVALID, manifest, line, `${parsed}, and this line accepts nothing`));
    } else if (!book.has(parsed.rule)) {
      const message = `there is no rule ${parsed.rule}, and this line accepts nothing`;
      faults.push(faultOf(ACKNOWLEDGEMENT_INVALID, manifest, line, message, book.suggestion(parsed.rule)));
    } else {
      acknowledgements.push(parsed);
    }
  }
  accepted.set(manifest, acknowledgements);
  return faults;
}

/** Of two lines about one rule the first counts. */
function holdingOf(accepted: Accepted, today: Date): Holding {
  const byRule = (acknowledgements: readonly Acknowledgement[]) =>
    new Map(
      acknowledgements
        .filter((line) => !isExpired(line, today))
        .reverse()
        .map((line) => [line.rule, line]),
    );
  return new Map([...accepted].map(([manifest, acknowledgements]) => [manifest, byRule(acknowledgements)]));
}

function withAcknowledgement(finding: RuleFinding, holding: Holding): RuleFinding {
  const acknowledgement = holding.get(finding.manifest)?.get(finding.rule.id);
  return acknowledgement === undefined
    ? finding
    : { ...finding, acknowledgement: { ...acknowledgement, reason: printable(acknowledgement.reason) } };
}

/** The acknowledgements that accept nothing: their day is over, or there is nothing to accept. Nobody knows that of a rule that is off. */
function idleAcknowledgements(findings: readonly RuleFinding[], accepted: Accepted, { today, off, book }: Circumstances): RuleFinding[] {
  const found = new Map<Manifest, Set<string>>();
  for (const { manifest, rule } of findings) {
    found.set(manifest, (found.get(manifest) ?? new Set()).add(rule.id));
  }
  return [...accepted].flatMap(([manifest, acknowledgements]) =>
    acknowledgements.flatMap((acknowledgement): RuleFinding[] => {
      const { rule, until, reason } = acknowledgement;
      if (found.get(manifest)?.has(rule) !== true) {
        if (isTurnedOff(book.get(rule) as RuleDescription, off)) {
          return [];
        }
        return [
          faultOf(ACKNOWLEDGEMENT_UNUSED, manifest, rule, `the rule finds nothing in this object any more (accepted was: ${reason})`),
        ];
      }
      if (isExpired(acknowledgement, today)) {
        return [
          faultOf(
            ACKNOWLEDGEMENT_EXPIRED,
            manifest,
            rule,
            `it was accepted until ${until} only, and counts again (accepted was: ${reason})`,
          ),
        ];
      }
      return [];
    }),
  );
}

function faultOf(rule: RuleDescription, manifest: Manifest, shown: string, message: string, remedy = rule.remediation): RuleFinding {
  return findingOf(rule, { manifest, path: PATH, value: annotationOf(manifest), shown: JSON.stringify(shown), message, remedy });
}
