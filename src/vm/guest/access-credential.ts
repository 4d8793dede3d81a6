import type { ISecret } from 'cdk8s-plus-27';
import type { Arguments } from '../../errors';
import type { AccessCredential as KubeAccessCredential } from '../../imports';
import { CloudInitDataSource } from './cloud-init';

/** How a credential gets into the guest. */
enum Way {
  CLOUD_INIT,
  KEY_BY_AGENT,
  PASSWORD_BY_AGENT,
}

/**
 * A key or a password in a Secret that opens the guest: it stays out of the manifest of the VM, and the guest agent
 * brings a change of it into the running guest.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/accessing_virtual_machines/
 */
export class AccessCredential {
  /**
   * Public keys of the default user, handed over by cloud-init at the first boot. The VM gets a cloud-init disk if it
   * has none. A change of the Secret reaches a guest that is set up anew only.
   *
   * Sets `sshPublicKey.propagationMethod.noCloud` or `configDrive`, as the cloud-init of the VM has it.
   *
   * @param secret Secret, each of whose values is a public key
   */
  public static sshKeyThroughCloudInit(secret: ISecret): AccessCredential {
    return new AccessCredential(secret, Way.CLOUD_INIT);
  }

  /**
   * Public keys of users, written by the guest agent whenever the Secret changes. The agent replaces the keys that
   * these users have.
   *
   * Sets `sshPublicKey.propagationMethod.qemuGuestAgent`.
   *
   * @param secret Secret, each of whose values is a public key
   * @param users users of the guest; they exist already
   */
  public static sshKeyThroughGuestAgent(secret: ISecret, users: string[]): AccessCredential {
    return new AccessCredential(secret, Way.KEY_BY_AGENT, users);
  }

  /**
   * Passwords of users, set by the guest agent whenever the Secret changes.
   *
   * Sets `userPassword.propagationMethod.qemuGuestAgent`.
   *
   * @param secret Secret, each of whose keys is a user of the guest and its value the password
   */
  public static passwordThroughGuestAgent(secret: ISecret): AccessCredential {
    return new AccessCredential(secret, Way.PASSWORD_BY_AGENT);
  }

  private constructor(
    private readonly secret: ISecret,
    private readonly way: Way,
    private readonly users: string[] = [],
  ) {}

  /**
   * Whether the VM needs a cloud-init disk for it.
   *
   * @internal
   */
  public get _needsCloudInit(): boolean {
    return this.way === Way.CLOUD_INIT;
  }

  /**
   * Whether the guest agent writes keys for it.
   *
   * @internal
   */
  public get _needsKeysByAgent(): boolean {
    return this.way === Way.KEY_BY_AGENT;
  }

  /**
   * Checks the credential as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(args: Arguments, argument: string, dataSource: CloudInitDataSource): KubeAccessCredential {
    const source = { secret: { secretName: this.secret.name } };
    switch (this.way) {
      case Way.CLOUD_INIT:
        return { sshPublicKey: { source, propagationMethod: { [METHODS[dataSource]]: {} } } };
      case Way.KEY_BY_AGENT:
        this.checkUsers(args, `${argument}.users`);
        return { sshPublicKey: { source, propagationMethod: { qemuGuestAgent: { users: [...this.users] } } } };
      default:
        return { userPassword: { source, propagationMethod: { qemuGuestAgent: {} } } };
    }
  }

  private checkUsers(args: Arguments, argument: string): void {
    if (this.users.length === 0) {
      args.refuse('credential-users-missing', argument, '[]', 'nobody would get the keys', 'Name the users, e.g. ["cloud-user"].');
    }
  }
}

const METHODS = { [CloudInitDataSource.NO_CLOUD]: 'noCloud', [CloudInitDataSource.CONFIG_DRIVE]: 'configDrive' };
