import type { IConstruct } from 'constructs';
import { Severity } from '../audit';
import { VALIDATION_REFUSAL } from '../cluster/cdk8s-internals';
import { printable } from '../facts';
import type { CheckResult } from './check-result';

/** What does not fail the synth: warnings, and what is accepted. */
export function linesOf(result: CheckResult | undefined): string[] {
  return (result?.findings ?? []).flatMap(({ severity, constructPath, text, acknowledgement }) => {
    if (severity !== Severity.INFO && acknowledgement !== undefined) {
      const { reason, until } = acknowledgement;
      const accepted = `Accepted${until === undefined ? '' : ` until ${until}`}: ${reason}`;
      return [`accepted: [${printable(constructPath)}] ${text} ${accepted}\n`];
    }
    return severity === Severity.WARNING ? [`warning: [${printable(constructPath)}] ${text}\n`] : [];
  });
}

/**
 * Where cdk8s throws it says nothing about the findings of an app: what is printed of a refusal is its message, in which cdk8s has
 * put the paths of constructs as they are.
 */
export function refusalOf(error: unknown, root: IConstruct): unknown {
  if (error instanceof Error && error.message.startsWith(VALIDATION_REFUSAL)) {
    error.message = withPrintablePaths(error.message, root);
    error.stack = `Error: ${error.message}`;
  }
  return error;
}

function withPrintablePaths(message: string, root: IConstruct): string {
  const paths = root.node.findAll().map(({ node }) => node.path);
  const odd = paths.filter((path) => path !== printable(path));
  return odd.reduce((text, path) => text.split(`[${path}] `).join(`[${printable(path)}] `), message);
}
