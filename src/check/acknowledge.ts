import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acknowledgementText, isDay, type RuleBook } from '../audit';
import { Arguments } from '../errors';
import { IntentAnnotation } from '../facts';
import type { Acknowledgement } from './finding';
import { knownRule } from './known-rule';

/** Writes into the manifest of a construct that a finding about it is accepted. */
export function acknowledge(construct: IConstruct, { rule, reason, until }: Acknowledgement, book: RuleBook): void {
  const args = new Arguments(construct.node.path);
  knownRule(args, 'rule', rule, book);
  if (typeof reason !== 'string' || reason.trim() === '' || reason.includes('\n')) {
    const remedy = 'Say in one line why the finding is right here.';
    args.refuse('reason-missing', 'reason', JSON.stringify(reason), 'a finding is accepted with a reason, in one line', remedy);
  }
  if (until !== undefined && !isDay(until)) {
    args.refuse('day-invalid', 'until', JSON.stringify(until), 'this is no day', 'Write it like "2027-01-31".');
  }
  const { metadata } = ApiObject.of(construct);
  const known = annotationOf(metadata.toJson());
  const line = acknowledgementText({ rule, reason: reason.trim(), until });
  metadata.addAnnotation(IntentAnnotation.ACKNOWLEDGE, known === undefined ? line : `${known}\n${line}`);
}

function annotationOf(metadata: any): string | undefined {
  return metadata?.annotations?.[IntentAnnotation.ACKNOWLEDGE];
}
