import type { Arguments } from '../../errors';
import type { VmFields } from '../vm-fields';
import type { AccessCredential } from './access-credential';
import { type CloudInit, CloudInitDataSource } from './cloud-init';
import type { GuestAgentSource } from './guest-agent';
import type { WatchdogDeviceProps } from './watchdog-options';

/** How the guest is set up and who may log in. */
export interface GuestOptions {
  /**
   * First-boot set-up of the guest.
   *
   * @default - none; what is delivered through cloud-init, such as the arming of a watchdog, brings one
   */
  readonly cloudInit?: CloudInit;

  /**
   * Who brings the QEMU guest agent into the guest. Probes by command or by ping of the agent and credentials through
   * the agent need it; snapshots of a running VM freeze its file systems through it.
   *
   * With `GuestAgentSource.IMAGE`, sets the annotation `cdk8s-kubevirt/guest-agent`.
   *
   * @default - nobody, as far as known: a rule warns when something needs the agent
   */
  readonly guestAgent?: GuestAgentSource;

  /**
   * Keys and passwords from Secrets.
   *
   * Sets `spec.template.spec.accessCredentials`.
   *
   * @default - none
   */
  readonly accessCredentials?: AccessCredential[];

  /**
   * A watchdog, which notices a guest whose kernel hangs; `{}` for one with the default timeout. It is a `WatchdogDevice`,
   * armed by the cloud-init of the VM unless `arming` says otherwise.
   *
   * Sets `spec.template.spec.domain.devices.watchdog`.
   *
   * @default - none
   */
  readonly watchdog?: WatchdogDeviceProps;
}

export function renderGuestOptions(args: Arguments, { cloudInit, accessCredentials }: GuestOptions): VmFields {
  const dataSource = cloudInit?.dataSource ?? CloudInitDataSource.NO_CLOUD;
  const rendered = accessCredentials?.map((credential, index) => credential._render(args, `accessCredentials[${index}]`, dataSource));
  return { instance: { accessCredentials: rendered } };
}
