import { FENCE_AGENTS_REMEDIATION_GROUP, hasPlaceholder, MONITORING_GROUP } from '../facts';
import { apiGroup, type Manifest } from '../graph';
import { PLACEHOLDER_NOT_FILLED_IN } from './check-rules';
import type { Severities } from './engine';
import { findingOf, type RuleFinding } from './finding';

/** Findings, but for those about a value that is not yet what will be applied: in their place stands once that it is not judged. */
export function withPlaceholders(findings: readonly RuleFinding[], severities?: Severities): readonly RuleFinding[] {
  if (!findings.some(isAboutPlaceholder)) {
    return findings;
  }
  const told = new Map<unknown, Set<string>>();
  return findings.flatMap((finding) => {
    if (!isAboutPlaceholder(finding)) {
      return [finding];
    }
    const { manifest, manifestPath } = finding;
    const paths = told.get(manifest) ?? new Set();
    if (paths.has(manifestPath)) {
      return [];
    }
    told.set(manifest, paths.add(manifestPath));
    return [placeholderFinding(finding, severities)];
  });
}

/** Where templates are what the object is about, and filled in when it is used. */
const TEMPLATED_GROUPS = [FENCE_AGENTS_REMEDIATION_GROUP, MONITORING_GROUP];

/** What a rule of the user's own says of placeholders is for its owner to decide. */
function isAboutPlaceholder({ rule, manifest, value }: RuleFinding): boolean {
  return rule.isCustom !== true && hasPlaceholder(value) && !isTemplateOfObject(manifest, value);
}

function isTemplateOfObject(manifest: Manifest, value: string): boolean {
  return value.includes('{{') && TEMPLATED_GROUPS.includes(apiGroup(manifest));
}

function placeholderFinding({ manifest, manifestPath: path, value }: RuleFinding, severities?: Severities): RuleFinding {
  const message = 'it has a placeholder for a tool to fill in, and what comes of it is not judged: as it stands, it would be a fault';
  const remedy = 'Audit what the tool makes of it, e.g. of envsubst, flux build or helm template.';
  return findingOf(
    PLACEHOLDER_NOT_FILLED_IN,
    { manifest, path, value, message, remedy },
    severities?.get(PLACEHOLDER_NOT_FILLED_IN.id) ?? PLACEHOLDER_NOT_FILLED_IN.severity,
  );
}
