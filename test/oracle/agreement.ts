import { ClusterProfile } from 'cdk8s-kubevirt';
import { Stage } from '../../src/admission';
import { evaluateManifests, type RuleFinding, Severity } from '../../src/audit';
import type { Manifest } from '../../src/graph';
import { fieldsAgree } from './cause-field';
import type { Column, Judged, Verdict } from './oracle';

/** How our errors about an object compare with a verdict of KubeVirt. */
export interface Comparison {
  readonly column: string;
  readonly judged: Judged;
  readonly verdict: Verdict;
  readonly errors: readonly RuleFinding[];
  readonly result: 'agreed' | 'miss' | 'false alarm';
  /** Whether one of the errors is about a field that KubeVirt names; undefined: it names none. */
  readonly sameField?: boolean;
}

/** Categories of what is refused up to the creation of the instance; what others find at the start is refused later. */
const REFUSED_BY_ADMISSION = ['schema', 'admission'];

/** What we say of each object under a column, beside what KubeVirt says; what depends on other objects is left out. */
export function compare(objects: readonly Judged[], column: Column): Comparison[] {
  const cluster = ClusterProfile.kubevirt(column.release);
  const gates = kubevirtWith(column.gates);
  return objects.flatMap((judged) => {
    const verdict = judged.verdicts[column.name];
    return verdict === undefined || verdict.needsState ? [] : [comparison(column.name, judged, verdict, errorsOf(judged.object, gates, cluster))];
  });
}

function kubevirtWith(featureGates: readonly string[]): Manifest {
  const configuration = { developerConfiguration: { featureGates: [...featureGates] } };
  return { apiVersion: 'kubevirt.io/v1', kind: 'KubeVirt', metadata: { name: 'kubevirt', namespace: 'kubevirt' }, spec: { configuration } };
}

function errorsOf(object: Manifest, kubevirt: Manifest, cluster: ClusterProfile): RuleFinding[] {
  const findings = evaluateManifests([object, kubevirt], cluster);
  return findings.filter(({ severity, manifest }) => severity === Severity.ERROR && manifest === object);
}

function comparison(column: string, judged: Judged, verdict: Verdict, errors: RuleFinding[]): Comparison {
  const claims = errors.filter(claimsRefusal);
  const refused = verdict.allowed ? claims : errors;
  const result = verdict.allowed === (refused.length === 0) ? 'agreed' : verdict.allowed ? 'false alarm' : 'miss';
  const sameField = verdict.allowed || result === 'miss' ? undefined : fieldsAgree(judged.object.kind, verdict.causes ?? [], errors);
  return { column, judged, verdict, errors: refused, result, sameField };
}

/** Whether an error says that the object, or the instance that is made from it, is refused. */
function claimsRefusal({ stage, rule }: RuleFinding): boolean {
  return stage === Stage.APPLY || (stage === Stage.START && REFUSED_BY_ADMISSION.includes(rule.category));
}
