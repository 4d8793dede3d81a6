import { cloudInitVolumes, filledFields, KubevirtSource, NETWORK_DATA, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const KINDS = [USER_DATA, NETWORK_DATA];

export const cloudInitSecretKeyMissing: Rule<VirtualMachineView> = {
  id: 'cloud-init-secret-key-missing',
  title: 'The Secret of cloud-init data has the key that KubeVirt reads',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'wiring',
  rationale: 'KubeVirt looks for the data under a fixed key of the Secret, and a VM whose Secret lacks it does not start.',
  remediation: 'Put the data under userdata or networkdata.',
  references: [KubevirtSource.CLOUD_INIT_SECRETS],
  mentions: ['secretRef', 'networkDataSecretRef'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const references = cloudInitVolumes(vm).flatMap(({ path, source }) =>
    KINDS.filter((data) => filledFields(source, data).includes(data.reference)).flatMap((data) => {
      const name = source[data.reference].name;
      const secret = graph.find('', 'Secret', vm.namespace, name);
      return secret === undefined ? [] : [{ path: `${path}.${data.reference}.name`, name, data, secret }];
    }),
  );
  if (references.length === 0) {
    return NOT_APPLICABLE;
  }
  return references
    .filter(({ secret, data }) => data.keys.every((key) => secret.data?.[key] === undefined && secret.stringData?.[key] === undefined))
    .map(({ path, name, data }) => ({
      manifest: vm.manifest,
      path,
      value: name,
      message: `the Secret has none of the keys ${data.keys.join(', ')}, and the VM does not start`,
      remedy: `Put the data under ${data.keys[0]}.`,
    }));
}
