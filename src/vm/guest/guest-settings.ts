import { Arguments } from '../../errors';
import { GUEST_HOST_NAME, isPasswordHash } from '../../facts';

/** A file in the guest. */
export interface GuestFile {
  /** Absolute path. */
  readonly path: string;

  /** Content as text. */
  readonly content: string;

  /**
   * Permissions as an octal number, e.g. `0755`.
   *
   * Sets `write_files[].permissions`.
   *
   * @default - 0644, cloud-init's default
   */
  readonly permissions?: string;

  /**
   * Owner and group, e.g. `nginx:nginx`. The file is written after users were made and packages installed then, for
   * one that nobody may own yet keeps cloud-init from writing any file behind it.
   *
   * Sets `write_files[].owner` and `defer`.
   *
   * @default - root:root, cloud-init's default
   */
  readonly owner?: string;
}

/** A user of the guest, beside the default user of the image. */
export interface GuestUser {
  /** Login name. */
  readonly name: string;

  /**
   * Public keys that log in as this user.
   *
   * Sets `users[].ssh_authorized_keys`.
   *
   * @default - none
   */
  readonly sshAuthorizedKeys?: string[];

  /**
   * Groups that the user belongs to beside its own.
   *
   * Sets `users[].groups`.
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Whether the user may run every command as root without a password.
   *
   * Sets `users[].sudo`.
   *
   * @default false
   */
  readonly sudo?: boolean;

  /**
   * Login shell.
   *
   * Sets `users[].shell`.
   *
   * @default '/bin/bash'
   */
  readonly shell?: string;
}

/** What most guests need at their first boot. */
export interface GuestSettings {
  /**
   * Host name.
   *
   * Sets `hostname`.
   *
   * @default - the name of the VM
   */
  readonly hostname?: string;

  /**
   * Time zone, e.g. `Europe/Berlin`.
   *
   * Sets `timezone`.
   *
   * @default - that of the image
   */
  readonly timezone?: string;

  /**
   * Name of the default user, which gets the keys and the password below.
   *
   * Sets `user`.
   *
   * @default - that of the image, e.g. `fedora` or `cloud-user`
   */
  readonly user?: string;

  /**
   * Hash of the default user's password, as `openssl passwd -6` or `mkpasswd --method=yescrypt` prints it: of yescrypt,
   * gost-yescrypt, scrypt, bcrypt, SHA-512 or SHA-256, whichever the guest knows. A password itself does not belong into
   * a manifest: `AccessCredential.passwordThroughGuestAgent` takes it from a Secret.
   *
   * Sets `user.hashed_passwd` and `user.lock_passwd`. In `password` cloud-init knows hashes of some methods only, and takes
   * that of another, yescrypt among them, for the password itself.
   *
   * @default - no password
   */
  readonly passwordHash?: string;

  /**
   * Public keys that log in as the default user. Keys that change belong into a Secret: see `AccessCredential`.
   *
   * Sets `ssh_authorized_keys`.
   *
   * @default - none
   */
  readonly sshAuthorizedKeys?: string[];

  /**
   * Users beside the default user.
   *
   * Sets `users`.
   *
   * @default - none
   */
  readonly users?: GuestUser[];

  /**
   * Packages to install. It takes time at the first boot and a package repository that answers: what a highly
   * available service needs is better part of the image.
   *
   * Sets `packages`.
   *
   * @default - none
   */
  readonly packages?: string[];

  /**
   * Files to write. Those of root are written before packages are installed, all of them before commands run.
   *
   * Sets `write_files`.
   *
   * @default - none
   */
  readonly files?: GuestFile[];

  /**
   * systemd units to enable and start. They run after every boot, while `commands` run at the first boot only: a VM
   * that is restarted after a failure has its service again.
   *
   * Sets `runcmd`, before `commands`.
   *
   * @default - none
   */
  readonly units?: string[];

  /**
   * Commands to run once, at the first boot, each as a program with its arguments.
   *
   * Sets `runcmd`.
   *
   * @default - none
   */
  readonly commands?: string[][];

  /**
   * Other modules of cloud-config, e.g. `{ ssh_pwauth: true }`.
   *
   * @default - none
   * @see https://docs.cloud-init.io/en/latest/reference/modules.html
   */
  readonly otherModules?: { [module: string]: any };
}

const ABSOLUTE = /^\//;
const PERMISSIONS = /^[0-7]{3,4}$/;

/** Checks the settings and turns them into a cloud-config. */
export function renderGuestSettings(factory: string, settings: GuestSettings): Record<string, any> {
  const args = new Arguments(factory);
  const rendered = {
    hostname: hostname(args, settings.hostname),
    timezone: settings.timezone,
    user: defaultUser(args, settings),
    ssh_authorized_keys: list(settings.sshAuthorizedKeys),
    users: users(settings.users),
    packages: list(settings.packages),
    write_files: list(settings.files?.map((file, index) => renderFile(args, `settings.files[${index}]`, file))),
    runcmd: list([...unitCommands(settings.units), ...commands(args, settings.commands)]),
  };
  const given = Object.entries(rendered).filter(([, value]) => value !== undefined);
  return merge(args, Object.fromEntries(given), settings.otherModules ?? {});
}

function hostname(args: Arguments, value: string | undefined): string | undefined {
  const rule = `a host name has ${GUEST_HOST_NAME.words}`;
  return args.matching('settings.hostname', value, GUEST_HOST_NAME.pattern, rule, 'Choose a name like "web-1".', 'hostname-invalid');
}

/** What is not said of the default user is as the image has it. */
function defaultUser(args: Arguments, { user, passwordHash }: GuestSettings): unknown {
  if (passwordHash === undefined) {
    return user;
  }
  if (!isPasswordHash(passwordHash)) {
    const rule = 'it is no hash of yescrypt, scrypt, bcrypt, SHA-512 or SHA-256, and who may read the manifest could read a password';
    const remedy = 'Pass what openssl passwd -6 or mkpasswd --method=yescrypt prints.';
    args.refuse('password-not-hashed', 'settings.passwordHash', JSON.stringify(passwordHash), rule, remedy);
  }
  return { ...(user === undefined ? {} : { name: user }), hashed_passwd: passwordHash, lock_passwd: false };
}

/** The default user of the image stays: it is listed first. */
function users(others: readonly GuestUser[] = []): unknown[] | undefined {
  const rendered = others.map(({ name, sshAuthorizedKeys, groups, sudo, shell = '/bin/bash' }) => ({
    name,
    groups: list(groups),
    sudo: sudo === true ? 'ALL=(ALL) NOPASSWD:ALL' : undefined,
    shell,
    ssh_authorized_keys: list(sshAuthorizedKeys),
  }));
  return rendered.length === 0 ? undefined : ['default', ...rendered];
}

function renderFile(args: Arguments, argument: string, { path, content, permissions, owner }: GuestFile) {
  const rule = 'permissions are an octal number of three or four digits';
  args.matching(`${argument}.path`, path, ABSOLUTE, 'the path is absolute', 'Begin it with "/".', 'guest-path-relative');
  args.matching(`${argument}.permissions`, permissions, PERMISSIONS, rule, 'Write it like "0644".', 'permissions-invalid');
  return { path, content, permissions, owner, defer: owner === undefined ? undefined : true };
}

function unitCommands(units: readonly string[] = []): string[][] {
  return units.map((unit) => ['systemctl', 'enable', '--now', unit]);
}

function commands(args: Arguments, given: readonly string[][] = []): string[][] {
  given.forEach((command, index) => {
    if (command.length === 0) {
      const remedy = 'Pass a program and its arguments, e.g. ["setsebool", "-P", "httpd_can_network_connect", "on"].';
      args.refuse('guest-command-empty', `settings.commands[${index}]`, '[]', 'a command names at least a program', remedy);
    }
  });
  return given.map((command) => [...command]);
}

/** Modules that are said twice contradict each other. */
function merge(args: Arguments, rendered: Record<string, any>, others: Record<string, any>): Record<string, any> {
  for (const module of Object.keys(others).filter((name) => Object.hasOwn(rendered, name))) {
    const rule = 'the settings have this module already';
    args.refuse('cloud-config-module-twice', 'settings.otherModules', module, rule, `Say ${module} in one place.`);
  }
  return { ...rendered, ...others };
}

function list<T>(values: readonly T[] | undefined): T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...values];
}
