/** Options that take a password, a token or a secret key in whichever program, spelled with two dashes. */
const LONG_OPTIONS: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passphrase',
  'http-password',
  'proxy-password',
  'token',
  'access-token',
  'auth-token',
  'api-token',
  'api-key',
  'apikey',
  'secret',
  'secret-key',
  'client-secret',
  'oauth2-bearer',
  'activationkey',
  'activation-key',
]);

/** An option that only some programs take a credential with. */
interface CredentialOption {
  readonly option: string;
  /** Whether the value may stand in the same word, as in `-psecret`; `only`: nowhere else. */
  readonly attached?: 'may' | 'only';
  /** What stands before the secret, such as `user:`. */
  readonly behind?: string;
}

const USER: readonly CredentialOption[] = [
  { option: '-u', attached: 'may', behind: ':' },
  { option: '--user', behind: ':' },
  { option: '-U', attached: 'may', behind: ':' },
  { option: '--proxy-user', behind: ':' },
];
const SAMBA: readonly CredentialOption[] = [
  { option: '-U', attached: 'may', behind: '%' },
  { option: '--user', behind: '%' },
];
const ATTACHED_P: readonly CredentialOption[] = [{ option: '-p', attached: 'only' }];
const P: readonly CredentialOption[] = [{ option: '-p', attached: 'may' }];
const SPACED_P: readonly CredentialOption[] = [{ option: '-p' }];
const W: readonly CredentialOption[] = [{ option: '-w', attached: 'may' }];
const REDIS: readonly CredentialOption[] = [{ option: '-a' }, { option: '--pass' }];
const UPPER_P: readonly CredentialOption[] = [{ option: '-P', attached: 'may' }];

/**
 * Options that mean a credential to one program, and something else to others.
 *
 * Source: the manuals of the programs.
 */
const OPTIONS_OF_PROGRAMS: Readonly<Record<string, readonly CredentialOption[]>> = {
  curl: USER,
  mysql: ATTACHED_P,
  mysqladmin: ATTACHED_P,
  mysqldump: ATTACHED_P,
  mysqlcheck: ATTACHED_P,
  mysqlshow: ATTACHED_P,
  mariadb: ATTACHED_P,
  'mariadb-admin': ATTACHED_P,
  'mariadb-dump': ATTACHED_P,
  'mariadb-check': ATTACHED_P,
  mongo: SPACED_P,
  mongosh: SPACED_P,
  mongodump: SPACED_P,
  mongorestore: SPACED_P,
  cqlsh: SPACED_P,
  sshpass: P,
  docker: SPACED_P,
  podman: SPACED_P,
  buildah: SPACED_P,
  helm: SPACED_P,
  oc: SPACED_P,
  rabbitmqadmin: SPACED_P,
  'redis-cli': REDIS,
  'valkey-cli': REDIS,
  ldapsearch: W,
  ldapwhoami: W,
  ldapmodify: W,
  ldapadd: W,
  ldapdelete: W,
  ldapcompare: W,
  sqlcmd: UPPER_P,
  bcp: UPPER_P,
  ipmitool: UPPER_P,
  smbclient: SAMBA,
  rpcclient: SAMBA,
};

/** The programs that have such options. */
export const CREDENTIAL_PROGRAMS: readonly string[] = Object.keys(OPTIONS_OF_PROGRAMS);

/** Programs of which an option is a credential behind one of these words only: `podman run -p 80:80` opens a port. */
const LOGINS: ReadonlySet<string> = new Set(['docker', 'podman', 'buildah', 'helm', 'oc']);
const LOGIN = 'login';

/** The options of a command that take a credential, beside those that do so in every program. */
export function credentialOptions([program = '', ...words]: readonly string[]): readonly CredentialOption[] {
  const name = program.replace(/^.*[/\\]/, '').replace(/\.exe$/, '');
  const options = Object.hasOwn(OPTIONS_OF_PROGRAMS, name) ? OPTIONS_OF_PROGRAMS[name] : [];
  return LOGINS.has(name) && !words.includes(LOGIN) ? [] : options;
}

/** Whether an option such as `--password` takes a credential, whatever the program. */
export function isCredentialOption(option: string): boolean {
  return option.startsWith('--') && LONG_OPTIONS.has(option.slice(2));
}
