import { KUBEVIRT_TREE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { KUBEVIRT_GROUP } from '../../../facts';
import type { Manifest } from '../../../graph';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

export const presetDomainMissing: Rule<Manifest> = {
  id: 'preset-domain-missing',
  title: 'A preset brings something',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VirtualMachineInstancePreset without a domain.',
  remediation: 'Add the domain, or remove the preset.',
  references: [`${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/vmi-preset-admitter.go`],
  subjects: (graph) => graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstancePreset'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const value = manifest.spec?.domain;
  const message = 'it brings nothing, and KubeVirt refuses it';
  return value === undefined ? [{ manifest, path: 'spec.domain', value, message, remedy: 'Add the domain, or remove the preset.' }] : [];
}
