import { networkDataCredentials, userDataCredentials } from '../../../src/admission/credentials/guest-credentials';
import { CLOUD_CONFIG_CREDENTIALS, CREDENTIAL_PROGRAMS, IGNITION_CREDENTIALS, NETWORK_DATA_CREDENTIALS } from '../../../src/facts';
import { processorTime } from '../../support/processor-time';

function places(userData: string): string[] {
  return userDataCredentials(userData).map(({ place, isHash }) => (isHash ? `hash at ${place}` : place));
}

/** Data in which a field, such as `users[].passwd` or `yum_repos.*.password`, has a value. */
function dataWith(field: string, value: unknown): unknown {
  const [first, ...rest] = field.split('.');
  const name = first.replace('[]', '').replace('*', 'any');
  const below = rest.length === 0 ? value : dataWith(rest.join('.'), value);
  return { [name]: first.endsWith('[]') ? [below] : below };
}

function pathOf(field: string): string {
  return field.replaceAll('[]', '[0]').replace('*', 'any');
}

describe('every setting that is known to be a credential', () => {
  test.each(CLOUD_CONFIG_CREDENTIALS)('%s is found', (field) => {
    expect(places(`#cloud-config\n${JSON.stringify(dataWith(field, 'geheim'))}`)).toEqual([pathOf(field)]);
    expect(places(`#cloud-config\n${JSON.stringify(dataWith(field, '$6$saltsalt$hash'))}`)).toEqual([`hash at ${pathOf(field)}`]);
    expect(places(`#cloud-config\n${JSON.stringify(dataWith(field, ''))}`)).toEqual([]);
  });

  test.each(IGNITION_CREDENTIALS)('%s of Ignition is found', (field) => {
    expect(places(JSON.stringify(dataWith(field, '$y$j9T$saltsalt$hash')))).toEqual([`hash at ${pathOf(field)}`]);
  });

  test.each(NETWORK_DATA_CREDENTIALS)('%s of network data is found', (field) => {
    const data = JSON.stringify({ ethernets: { enp1s0: { auth: { [field]: 'geheim' } } } });
    expect(networkDataCredentials(data)).toEqual([{ place: `ethernets.enp1s0.auth.${field}`, isHash: false }]);
  });
});

test('every program with an option for a password has a test here', () => {
  const untested = CREDENTIAL_PROGRAMS.filter((program) => !COMMANDS.some(([command]) => command.startsWith(`${program} `)));
  expect(untested).toEqual([]);
});

const COMMANDS: [command: string, place: string][] = [
  ['curl -u shop:geheim https://example.com', 'curl -u'],
  ['mysql -u root -pgeheim', 'mysql -p'],
  ['mysqladmin -pgeheim ping', 'mysqladmin -p'],
  ['mysqldump -pgeheim shop', 'mysqldump -p'],
  ['mysqlcheck -pgeheim shop', 'mysqlcheck -p'],
  ['mysqlshow -pgeheim', 'mysqlshow -p'],
  ['mariadb -pgeheim', 'mariadb -p'],
  ['mariadb-admin -pgeheim ping', 'mariadb-admin -p'],
  ['mariadb-dump -pgeheim shop', 'mariadb-dump -p'],
  ['mariadb-check -pgeheim shop', 'mariadb-check -p'],
  ['mongo -u root -p geheim', 'mongo -p'],
  ['mongosh -u root -p geheim', 'mongosh -p'],
  ['mongodump -u root -p geheim', 'mongodump -p'],
  ['mongorestore -u root -p geheim', 'mongorestore -p'],
  ['cqlsh -u root -p geheim', 'cqlsh -p'],
  ['sshpass -p geheim ssh host', 'sshpass -p'],
  ['docker login -u shop -p geheim', 'docker -p'],
  ['podman login -u shop -p geheim', 'podman -p'],
  ['buildah login -u shop -p geheim', 'buildah -p'],
  ['helm registry login -u shop -p geheim', 'helm -p'],
  ['oc login -u shop -p geheim', 'oc -p'],
  ['rabbitmqadmin -u shop -p geheim list', 'rabbitmqadmin -p'],
  ['redis-cli -a geheim ping', 'redis-cli -a'],
  ['valkey-cli --pass geheim ping', 'valkey-cli --pass'],
  ['ldapsearch -x -w geheim', 'ldapsearch -w'],
  ['ldapwhoami -x -w geheim', 'ldapwhoami -w'],
  ['ldapmodify -x -w geheim', 'ldapmodify -w'],
  ['ldapadd -x -w geheim', 'ldapadd -w'],
  ['ldapdelete -x -w geheim', 'ldapdelete -w'],
  ['ldapcompare -x -w geheim', 'ldapcompare -w'],
  ['sqlcmd -U sa -P geheim', 'sqlcmd -P'],
  ['bcp shop in x -P geheim', 'bcp -P'],
  ['ipmitool -H bmc -P geheim power on', 'ipmitool -P'],
  ['smbclient //files/share -U shop%geheim', 'smbclient -U'],
  ['rpcclient -U shop%geheim host', 'rpcclient -U'],
  ['sudo -E /usr/bin/app --token=geheim', '--token'],
  ['app --api-key "geheim"', '--api-key'],
  ["app '--client-secret' geheim", '--client-secret'],
  ['true && PGPASSWORD=geheim psql', 'PGPASSWORD'],
  ['export DB_PASSWORD="geheim"', 'DB_PASSWORD'],
  ['curl -sSH "X-Api-Key: geheim" https://example.com', 'the header X-Api-Key'],
  ['wget https://shop:geheim@example.com/init', 'a password in a URL'],
  ['curl "https://example.com/init?access_token=geheim"', 'access_token in a URL'],
  ['printf "root:geheim" | chpasswd', 'chpasswd'],
  ['bash -c "mysql -pgeheim"', 'mysql -p'],
];

test.each(COMMANDS)('finds what is secret in %s', (command, place) => {
  expect(places(`#!/bin/sh\n${command}\n`)).toEqual([place]);
  expect(places(`#cloud-config\n${JSON.stringify({ runcmd: [command] })}`)).toEqual([`runcmd[0] (${place})`]);
  expect(places(`#cloud-config\nruncmd:\n  - |\n    ${command}\n`)).toEqual([`runcmd[0] (${place})`]);
});

test.each([
  '',
  '#cloud-config\n',
  '#cloud-config\npassword:\n',
  '#cloud-config\n# password: geheim\n',
  '#cloud-config\nchpasswd: {expire: false}\n',
  '#cloud-config\npassword: *alias\n',
  '#cloud-config\nwrite_files:\n  - content: |\n      password: $(cat /run/secrets/db)\n',
  'password: geheim\n',
  '#!/bin/sh\nread -rs PASSWORD\nmysql -p"$PASSWORD"\n',
  '#include\nhttps://example.com/init\n',
])('finds nothing in %j', (userData) => {
  expect(places(userData)).toEqual([]);
});

test.each([
  ['#cloud-config\n? a\n: b\npassword: geheim\n', ['password']],
  ['#cloud-config\n"password": "ge\\x68eim"\n', ['password']],
  ['## template: jinja\n#cloud-config\npassword: geheim\n', ['password']],
  ['#cloud-config\r\nusers:\r\n- name: a\r\n  passwd: $6$a$b\r\n', ['hash at users[0].passwd']],
  [
    '#cloud-config\nusers:\n- {name: a,\n   plain_text_passwd: b}\n- name: c\n  plain_text_passwd: d\n',
    ['users[0].plain_text_passwd', 'users[1].plain_text_passwd'],
  ],
  ['#cloud-config\nusers: &all\n  - &one\n    plain_text_passwd: !!str geheim\n', ['users[0].plain_text_passwd']],
  ['#cloud-config\npassword: >-\n  geheim\n', ['password']],
  ['#cloud-config\npassword: 12345678\n', ['password']],
])('reads %j', (userData, expected) => {
  expect(places(userData)).toEqual(expected);
});

test.each([
  'a: b ',
  '- - - ',
  '[',
  '{"a": ',
  '{a: [',
  '"',
  '\'"',
  '\\',
  '# ',
  ': ',
  'x=(y) ',
  '-u ',
  'http://a:',
  '-----BEGIN ',
  ' ',
  'AA_',
  '$(',
])('takes no longer for 20,000 times %j', (part) => {
  const text = `password ${part.repeat(20_000)}`;
  const start = processorTime();
  for (const before of [
    '',
    '#cloud-config\n',
    '#cloud-config\nruncmd:\n  - ',
    '#cloud-config\nwrite_files:\n  - content: ',
    '#!/bin/sh\n',
    '{"x": "',
  ]) {
    userDataCredentials(before + text);
    networkDataCredentials(before + text);
  }
  expect(processorTime() - start).toBeLessThan(5_000);
});
