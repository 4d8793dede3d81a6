import { ClusterProfile } from 'cdk8s-kubevirt';
import { Stage } from '../../src/admission';
import { evaluateManifests, RULES, type RuleFinding, Severity } from '../../src/audit';
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

/** Rules about what is refused after the instance has been created, and by whom: KubeVirt's admission says nothing of it. */
const REFUSED_LATER: Readonly<Record<string, string>> = {
  'acpi-index-invalid': 'QEMU',
  'annotation-key-invalid': 'the API server, when the instance is created',
  'data-volume-access-modes-invalid': 'CDI',
  'data-volume-checksum-invalid': 'CDI',
  'data-volume-content-type-unsupported': 'CDI',
  'data-volume-population-invalid': 'CDI',
  'data-volume-size-missing': 'CDI',
  'data-volume-size-too-small': 'CDI',
  'data-volume-source-invalid': 'CDI',
  'data-volume-source-not-exactly-one': 'CDI',
  'data-volume-source-ref-invalid': 'CDI',
  'hugepages-mismatch': 'the API server, when the pod is created',
  'interface-port-invalid': 'the API server, when the pod is created',
  'label-invalid': 'the API server, when the instance is created',
  'launcher-part-name-invalid': 'the API server, when the pod is created',
  'launcher-volume-name-taken': 'the API server, when the pod is created',
  'liveness-success-threshold': 'the API server, when the pod is created',
  'lun-bus-unsupported': 'libvirt',
  'native-io-cached': 'libvirt',
  'object-name-invalid': 'the API server, when the DataVolume is created',
  'probe-initial-delay-negative': 'the API server, when the pod is created',
  'probe-port-invalid': 'the API server, when the pod is created',
  'reference-name-missing': 'the API server, when the pod is created',
  'registry-source-invalid': 'CDI',
  'resource-claim-invalid': 'the API server, when the pod is created',
  'selector-invalid': 'the API server, when the pod or the claim is created',
  'shareable-disk-cached': 'virt-launcher',
  'storage-class-name-invalid': 'CDI, or the API server, when the claim is created',
  'toleration-invalid': 'the API server, when the pod is created',
  'topology-spread-invalid': 'the API server, when the pod is created',
  'vm-field-value-unknown': 'libvirt, or the API server, when the pod is created',
  'vm-name-invalid': 'the API server, when the pod is created',
  'vm-name-too-long': 'the API server, when the pod is created',
};

/** What we say of each object under a column, beside what KubeVirt says; what depends on other objects is left out. */
export function compare(objects: readonly Judged[], { name, release, gates }: Column): Comparison[] {
  const cluster = ClusterProfile.kubevirt(release, { featureGates: [...gates] });
  return objects.flatMap((judged) => {
    const verdict = judged.verdicts[name];
    return verdict === undefined || verdict.needsState ? [] : [comparison(name, judged, verdict, errorsOf(judged.object, cluster))];
  });
}

/** Nobody asks for warnings here. */
const NO_ERRORS = new Set(RULES.filter(({ severity }) => severity !== Severity.ERROR).map(({ id }) => id));

function errorsOf(object: Manifest, cluster: ClusterProfile): RuleFinding[] {
  return evaluateManifests([object], cluster, { off: { rules: NO_ERRORS } }).filter(({ severity }) => severity === Severity.ERROR);
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
  return stage === Stage.APPLY || (stage === Stage.START && REFUSED_LATER[rule.id] === undefined);
}
