import type { ApiObjectMetadataDefinition } from 'cdk8s';
import { IntentAnnotation } from '../../facts';
import type { CloudConfigFragment } from './cloud-config';

/** Who brings the QEMU guest agent into the guest. */
export enum GuestAgentSource {
  /**
   * Cloud-init installs the agent and enables it; it is part of the cloud-init of the VM, which is added if there is
   * none. The guest needs a package repository that answers at its first boot.
   */
  CLOUD_INIT = 'cloud-init',

  /** The disk image has the agent, enabled. */
  IMAGE = 'image',
}

/** Installs the guest agent, and enables it for this boot and those after it. */
export const GUEST_AGENT: CloudConfigFragment = {
  packages: ['qemu-guest-agent'],
  runCommands: [['systemctl', 'enable', '--now', 'qemu-guest-agent']],
};

/** Where SELinux is on, it keeps the agent from writing the keys of users until it is told to let it. */
export const GUEST_AGENT_MAY_MANAGE_KEYS: CloudConfigFragment = {
  runCommands: [['sh', '-c', 'if command -v setsebool; then setsebool -P virt_qemu_ga_manage_ssh on; fi']],
};

/** Says in the manifest that the image has the agent, so that the rules know. */
export function declareGuestAgent(metadata: ApiObjectMetadataDefinition, source: GuestAgentSource | undefined): void {
  if (source === GuestAgentSource.IMAGE) {
    metadata.addAnnotation(IntentAnnotation.GUEST_AGENT, 'image');
  }
}
