import { onOneLine } from '../facts';
import type { Acceptance, ReportedFinding, ReportedObject } from './audit-report';

/** What the command is called, in every format that says so. */
export const TOOL = 'cdk8s-kubevirt';

/** Where the code and the documentation of the tool are. */
export const REPOSITORY = 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt';

/** The page that says more about a rule. */
export function rulePage(id: string): string {
  return `${REPOSITORY}/blob/main/docs/rules.md#${id}`;
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

/** A text on one line, with an end. */
export function sentence(text: string): string {
  const line = onOneLine(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** When and what else: `fails at run · live-migrate-blocked · can be mended`. */
export function codeOf({ stage, rule, fix }: ReportedFinding): string {
  const parts = [stage === undefined ? undefined : `fails at ${stage}`, rule.id, fix && mendOf(fix.safe)];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function mendOf(safe: boolean): string {
  return safe ? 'can be mended' : 'can be mended, needs a decision';
}

/** By what, until when and why a finding is accepted. */
export function acceptanceText({ by, reason, until }: Acceptance): string {
  return `accepted by ${by}${until === undefined ? '' : ` until ${onOneLine(until)}`}: ${onOneLine(reason)}`;
}

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
