import { KubevirtSource, userDataTexts } from '../../../../admission';
import { IntentAnnotation } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const AGENT = /qemu-guest-agent|qemu-ga/;
const HANDLERS = ['exec', 'guestAgentPing'];
const CREDENTIALS = ['sshPublicKey', 'userPassword'];

/** A field that works through the guest agent. */
interface Need {
  readonly path: string;
  readonly value: unknown;
  readonly consequence: string;
}

export const guestAgentMissing: Rule<VirtualMachineView> = {
  id: 'guest-agent-missing',
  title: 'A VM whose probes or credentials need the guest agent has it',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Probes by command or ping of the agent fail for ever in a guest without the QEMU guest agent, and credentials through it never arrive.',
  remediation: 'Install qemu-guest-agent through cloud-init and enable it, or say that the image has it.',
  references: [KubevirtSource.PROBES],
  mentions: [...HANDLERS, 'qemuGuestAgent'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const needs = [...probeNeeds(vm), ...credentialNeeds(vm)];
  const texts = userDataTexts(vm, graph);
  if (needs.length === 0 || texts === undefined) {
    return NOT_APPLICABLE;
  }
  if (vm.annotations[IntentAnnotation.GUEST_AGENT] === 'image' || texts.some((text) => AGENT.test(text))) {
    return [];
  }
  const remedy = `Install and enable qemu-guest-agent in userData (in code: guestAgent: GuestAgentSource.CLOUD_INIT); if the image has it, annotate the VM with ${IntentAnnotation.GUEST_AGENT}: image (in code: GuestAgentSource.IMAGE).`;
  return needs.map(({ path, value, consequence }) => {
    const message = `nothing in the cloud-init user data brings the guest agent that it needs, and without it ${consequence}`;
    return { manifest: vm.manifest, path, value, message, remedy };
  });
}

function probeNeeds(vm: VirtualMachineView): Need[] {
  return vm.probes.flatMap(({ field, probe }) =>
    HANDLERS.filter((handler) => isObject(probe[handler])).map((handler) => ({
      path: vm.path(`${field}.${handler}`),
      value: probe[handler],
      consequence: field === 'livenessProbe' ? 'the VM is stopped again and again' : 'the VM never gets traffic',
    })),
  );
}

function credentialNeeds(vm: VirtualMachineView): Need[] {
  return objectsOf(vm.spec.accessCredentials).flatMap((credential, index) =>
    CREDENTIALS.filter((kind) => isObject(credential[kind]?.propagationMethod?.qemuGuestAgent)).map((kind) => ({
      path: vm.path(`accessCredentials[${index}].${kind}.propagationMethod.qemuGuestAgent`),
      value: credential[kind].propagationMethod.qemuGuestAgent,
      consequence: 'nobody can log in with it',
    })),
  );
}
