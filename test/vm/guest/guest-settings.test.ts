import { CloudInit, type GuestSettings } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

/** What `openssl passwd -6 -salt abcdefgh secret` prints. */
const HASH = '$6$abcdefgh$ltjgWl6579NluT/Vi1nwEvcil.G5Nbc4NiXZaNGStk8PSwGfQv72N2CKPPrVACtLtip/cZ/1GM/O6IND4WQhG.';

function userData(settings: GuestSettings): string | undefined {
  return CloudInit.fromSettings(settings)._userData([]);
}

test('sets the guest up with what it needs', () => {
  const settings: GuestSettings = {
    hostname: 'web-1.example.com',
    timezone: 'Europe/Berlin',
    user: 'admin',
    passwordHash: HASH,
    sshAuthorizedKeys: ['ssh-ed25519 AAAA me'],
    users: [{ name: 'backup', sshAuthorizedKeys: ['ssh-ed25519 BBBB'], groups: ['adm'], sudo: true }],
    packages: ['nginx'],
    files: [{ path: '/etc/motd', content: 'hello\n', permissions: '0600', owner: 'admin:admin' }],
    units: ['nginx'],
    commands: [['setsebool', '-P', 'httpd_can_network_connect', 'on']],
    otherModules: { ssh_pwauth: true },
  };
  expect(userData(settings)).toBe(`#cloud-config
hostname: web-1.example.com
timezone: Europe/Berlin
user:
  name: admin
  hashed_passwd: "${HASH}"
  lock_passwd: false
ssh_authorized_keys:
  - ssh-ed25519 AAAA me
users:
  - default
  - name: backup
    groups:
      - adm
    sudo: ALL=(ALL) NOPASSWD:ALL
    shell: /bin/bash
    ssh_authorized_keys:
      - ssh-ed25519 BBBB
packages:
  - nginx
write_files:
  - path: /etc/motd
    content: |
      hello
    permissions: "0600"
    owner: admin:admin
    defer: true
runcmd:
  - - systemctl
    - enable
    - --now
    - nginx
  - - setsebool
    - -P
    - httpd_can_network_connect
    - "on"
ssh_pwauth: true
`);
});

test('gives the password to the default user of the image where no other is named', () => {
  expect(userData({ passwordHash: HASH })).toBe(`#cloud-config
user:
  hashed_passwd: "${HASH}"
  lock_passwd: false
`);
  expect(userData({ user: 'admin' })).toBe('#cloud-config\nuser: admin\n');
});

test('leaves out what is not set', () => {
  expect(userData({ users: [{ name: 'backup' }], files: [{ path: '/etc/motd', content: 'hello\n' }] })).toBe(`#cloud-config
users:
  - default
  - name: backup
    shell: /bin/bash
write_files:
  - path: /etc/motd
    content: |
      hello
`);
});

test('is an empty cloud-config when nothing is set', () => {
  expect(userData({})).toBe('#cloud-config\n{}\n');
});

test.each<[string, GuestSettings, string]>([
  [
    'a host name with an underscore',
    { hostname: 'web_1' },
    'settings.hostname is "web_1": a host name has labels of 1 to 63 letters, digits or "-", joined by dots. Choose a name like "web-1". (hostname-invalid)',
  ],
  [
    'a password that everyone could read, without repeating it',
    { passwordHash: 'secret' },
    'settings.passwordHash is (redacted): it is no hash of yescrypt, scrypt, bcrypt, SHA-512 or SHA-256, and who may read the manifest could read a password. Pass what openssl passwd -6 or mkpasswd --method=yescrypt prints. (password-not-hashed)',
  ],
  [
    'a relative path',
    { files: [{ path: 'etc/motd', content: '' }] },
    'settings.files[0].path is "etc/motd": the path is absolute. Begin it with "/". (guest-path-relative)',
  ],
  [
    'permissions that are no octal number',
    { files: [{ path: '/etc/motd', content: '', permissions: 'rw' }] },
    'settings.files[0].permissions is "rw": permissions are an octal number of three or four digits. Write it like "0644". (permissions-invalid)',
  ],
  [
    'an empty command',
    { commands: [['true'], []] },
    'settings.commands[1] is []: a command names at least a program. Pass a program and its arguments, e.g. ["setsebool", "-P", "httpd_can_network_connect", "on"]. (guest-command-empty)',
  ],
  [
    'half of a surrogate pair',
    { files: [{ path: '/etc/motd', content: 'a\ud83d' }] },
    'settings.files[0].content is a text of 2 characters: U+D83D at position 1 is half of a surrogate pair, and no character. Remove it; bytes that are no text go into a file in base64. (guest-text-invalid)',
  ],
  [
    'NUL in a command',
    { commands: [['echo', '\0']] },
    'settings.commands[0][1] is a text of 1 character: U+0000 at position 0 ends a text in Linux, and only the content of a file may have it. Remove it. (guest-text-invalid)',
  ],
  [
    'a module that is set twice',
    { timezone: 'UTC', otherModules: { timezone: 'CET' } },
    'settings.otherModules is timezone: the settings have this module already. Say timezone in one place. (cloud-config-module-twice)',
  ],
])('refuses %s', (_name, settings, message) => {
  expect(thrownBy(() => CloudInit.fromSettings(settings))).toBe(`[CloudInit.fromSettings] ${message}`);
});
