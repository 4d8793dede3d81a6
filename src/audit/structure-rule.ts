import type { Stage } from '../admission/stage';
import type { StructureFault } from '../admission/structure/structure-fault';
import { structureFaults } from '../admission/structure/structure-faults';
import type { Manifest } from '../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from './rule';
import type { Severity } from './severity';

const CRD_DOCUMENTATION = 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation';
const KUBEVIRT_SCHEMAS =
  'https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-operator/resource/generate/components/validations_generated.go';

const NO_VIOLATIONS: readonly Violation[] = [];

/** What sets one rule about the structure of manifests apart from the others. */
export interface StructureRuleText {
  readonly id: StructureFault['kind'];
  readonly title: string;
  readonly severity: Severity;
  readonly stage?: Stage;
  readonly rationale: string;
  readonly remediation: string;
}

/** A rule that reports one kind of structure fault of every object whose schema is known. */
export function structureRule(text: StructureRuleText): Rule<Manifest> {
  return {
    ...text,
    category: 'schema',
    references: [CRD_DOCUMENTATION, KUBEVIRT_SCHEMAS],
    subjects: (graph) => graph.manifests,
    evaluate: (manifest, context) => {
      const faults = structureFaults(manifest, context);
      if (faults === undefined || faults.length === 0) {
        return faults === undefined ? NOT_APPLICABLE : NO_VIOLATIONS;
      }
      return faults.filter((fault) => fault.kind === text.id).map((fault) => ({ manifest, ...fault }));
    },
  };
}
