import { parseFieldPath, printable, REDACTED, secretTexts, shownException, valueAt } from '../../facts';
import { displayName, isObject, type Manifest, perGraph } from '../../graph';
import type { Rule, Violation } from '../rule';
import { BrokenRule } from './broken-rule';
import type { CustomRuleContext, CustomViolation, ICustomRule } from './custom-rule';
import { frozen } from './frozen';
import { violationFault } from './violation-fault';

/** The manifests as rules of others get them: nothing that these do changes what is judged. */
const frozenManifests = perGraph((graph) => new Map(graph.manifests.map((manifest) => [manifest, frozen(manifest)])));

/** A rule of the user's own as the engine runs it. */
export function asRule(custom: ICustomRule): Rule<Manifest> {
  const { id, title, severity, category, rationale, remediation, references = [], stage, kinds } = custom;
  return {
    ...{ id, title, severity, category, rationale, remediation, references, stage },
    isCustom: true,
    subjects: ({ manifests }) => (kinds === undefined ? manifests : manifests.filter(({ kind }) => kinds.includes(kind))),
    evaluate: (manifest, { graph, cluster }) => {
      const copies = frozenManifests(graph);
      const context = { manifests: [...copies.values()], cluster };
      const found = judged(custom, manifest, copies.get(manifest), context);
      return found.map((violation) => violationOf(violation, custom, manifest));
    },
  };
}

function judged(custom: ICustomRule, manifest: Manifest, copy: unknown, context: CustomRuleContext): readonly CustomViolation[] {
  const broken = (what: string, cause?: unknown) => new BrokenRule(custom.id, `${what} for ${printable(displayName(manifest))}`, cause);
  let found: unknown;
  try {
    found = custom.judge(copy, context);
  } catch (error) {
    throw broken(`it throws "${shownException(String(error))}"`, error);
  }
  if (found === undefined || found === null) {
    return [];
  }
  if (!Array.isArray(found)) {
    const what = isObject(found) && typeof found.then === 'function' ? 'a promise, and rules answer at once,' : 'no list of violations';
    throw broken(`it returns ${what}`);
  }
  for (const violation of found) {
    const fault = violationFault(violation);
    if (fault !== undefined) {
      throw broken(`it returns a violation ${fault}`);
    }
  }
  return found;
}

function violationOf({ path = '', message, remedy, fix }: CustomViolation, { remediation }: ICustomRule, manifest: Manifest): Violation {
  const secrets = secretTexts(manifest);
  const shown = (words: string) => secrets.reduce((told, secret) => told.replaceAll(secret, REDACTED), words).trim();
  const isWhole = path === '';
  return {
    manifest,
    path,
    value: isWhole ? undefined : valueAt(manifest, parseFieldPath(path)),
    message: shown(message).replace(/\.$/, ''),
    remedy: shown(remedy ?? remediation),
    fix: fix && { operations: fix.operations, safe: fix.safe },
  };
}
