/*
 * Where the data of a first boot holds credentials. `[]` stands for each entry of a list, `*` for any name.
 */

/**
 * Settings of cloud-config that are passwords, hashes of passwords, or tokens. Private keys are known by their looks.
 *
 * Source: https://github.com/canonical/cloud-init/blob/main/cloudinit/config/schemas/schema-cloud-config-v1.json; `yum_repos` takes
 * any option of yum.conf(5), `zypper.repos` any of zypper(8).
 */
export const CLOUD_CONFIG_CREDENTIALS: readonly string[] = [
  'password',
  'chpasswd.users[].password',
  'users[].plain_text_passwd',
  'users[].plain-text-passwd',
  'users[].hashed_passwd',
  'users[].hashed-passwd',
  'users[].passwd',
  'user.plain_text_passwd',
  'user.plain-text-passwd',
  'user.hashed_passwd',
  'user.hashed-passwd',
  'user.passwd',
  'rh_subscription.password',
  'rh_subscription.activation-key',
  'rh_subscription.activation_key',
  'spacewalk.activation_key',
  'ubuntu_pro.token',
  'ubuntu_advantage.token',
  'landscape.client.registration_key',
  'lxd.init.trust_password',
  'yum_repos.*.password',
  'zypper.repos[].password',
];

/**
 * Lists of `user:password`, as lines of a text or as entries.
 *
 * Source: https://github.com/canonical/cloud-init/blob/main/cloudinit/config/cc_set_passwords.py
 */
export const CLOUD_CONFIG_PASSWORD_LISTS: readonly string[] = ['chpasswd.list', 'chpasswd.list[]'];

/** What cloud-init takes for "make one up": it is written to the console, not into the manifest. */
export const RANDOM_PASSWORDS: readonly string[] = ['R', 'RANDOM'];

/**
 * Fields of network data: 802.1X, wireless networks, WireGuard.
 *
 * Source: https://netplan.readthedocs.io/en/stable/netplan-yaml/, which cloud-init hands version 2 over to
 */
export const NETWORK_DATA_CREDENTIALS: readonly string[] = ['password', 'client-key-password', 'private', 'shared'];

/**
 * Fields of Ignition that are hashes of passwords, or keys of encrypted disks.
 *
 * Source: https://coreos.github.io/ignition/configuration-v3_5/
 */
export const IGNITION_CREDENTIALS: readonly string[] = ['passwd.users[].passwordHash'];
export const IGNITION_KEY_FILES: readonly string[] = ['storage.luks[].keyFile.source'];
