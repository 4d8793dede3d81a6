import type { RuleDescription } from '../audit';
import { onOneLine } from '../facts';
import type { Acceptance, ReportedFinding, ReportedObject } from './audit-report';

/** What the command is called, in every format that says so. */
export const TOOL = 'cdk8s-kubevirt';

/** Where the code and the documentation of the tool are. */
export const REPOSITORY = 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt';

/** The page that says more about a rule. */
export function rulePage({ id, isCustom, references }: Pick<RuleDescription, 'id' | 'isCustom' | 'references'>): string {
  const own = isCustom ? 'custom-rules.md' : `rules/${encodeURIComponent(id)}.md`;
  return (isCustom ? references[0] : undefined) ?? `${REPOSITORY}/blob/main/docs/${own}`;
}

/** Where more is said of a rule: its sources, and its page, each once. */
export function sourcesOf(rule: Pick<RuleDescription, 'id' | 'isCustom' | 'references'>): string[] {
  return [...new Set([...rule.references, rulePage(rule)])];
}

/** An object as texts name it: `VirtualMachine shop/web`. */
export function objectName({ kind, namespace, name }: ReportedObject): string {
  const path = [namespace, name ?? '(no name)'].filter((part) => part !== undefined && part !== '').join('/');
  return onOneLine(`${kind === '' ? 'document' : kind} ${path}`);
}

/** Whether a finding is about a document as a whole, in sentences of its own. */
function isAboutAll({ manifestPath, shownValue }: ReportedFinding): boolean {
  return manifestPath === '' && shownValue === 'not set';
}

/** What is wrong, with path and value. */
export function faultOf(finding: ReportedFinding): string {
  const place = finding.manifestPath === '' ? 'the document' : finding.manifestPath;
  return sentence(isAboutAll(finding) ? finding.message : `${place} is ${finding.shownValue}: ${finding.message}`);
}

/** A finding in one text: object, path, value, what is wrong, what to do. */
export function wholeText(finding: ReportedFinding): string {
  return `${objectName(finding.object)}: ${faultOf(finding)} ${sentence(finding.remedy)}`;
}

/** A text on one line, with an end. */
export function sentence(text: string): string {
  const line = onOneLine(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The rule, when it strikes, and whether it can be mended: `fails at run · live-migrate-blocked · can be mended`. */
export function codeOf(finding: ReportedFinding): string {
  return [stageOf(finding), finding.rule.id, mendOf(finding)].filter((part) => part !== '').join(' · ');
}

/** When it strikes; empty: it is a weakness. */
export function stageOf({ stage }: ReportedFinding): string {
  return stage === undefined ? '' : `fails at ${stage}`;
}

/** Whether it can be mended; empty: nobody knows the right value. */
export function mendOf({ fix }: ReportedFinding): string {
  return fix === undefined ? '' : fix.safe ? 'can be mended' : 'can be mended, needs a decision';
}

/** By what, until when and why a finding is accepted. */
export function acceptanceText({ by, reason, until }: Acceptance): string {
  return `accepted by ${by}${until === undefined ? '' : ` until ${onOneLine(until)}`}: ${onOneLine(reason)}`;
}
