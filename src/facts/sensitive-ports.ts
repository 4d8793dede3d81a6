/** What listens on a port that not everybody should reach. */
export interface SensitiveService {
  /** What people call it. */
  readonly title: string;
  readonly ports: readonly number[];
  /** What Services call the port, whatever its number is. */
  readonly names: readonly string[];
}

/**
 * By what people and tools administer a machine: whoever gets there can try passwords.
 *
 * Source: the registry of port numbers of IANA (ssh, telnet, ms-wbt-server, rfb, wsman, wsmans).
 */
export const REMOTE_ACCESS: readonly SensitiveService[] = [
  { title: 'SSH', ports: [22], names: ['ssh'] },
  { title: 'Telnet', ports: [23], names: ['telnet'] },
  { title: 'RDP', ports: [3389], names: ['rdp', 'ms-wbt-server'] },
  { title: 'VNC', ports: [5900], names: ['vnc', 'rfb'] },
  { title: 'WinRM', ports: [5985, 5986], names: ['winrm', 'wsman', 'wsmans'] },
];

/**
 * Databases, which trust their network more than it deserves.
 *
 * Source: the registry of port numbers of IANA (mysql, mysqlx, postgresql, ms-sql-s, ms-sql-m, ttc, ttc-ssl, mongodb, redis,
 * memcache, couchdb, etcd-client, gds-db, cockroach, bolt, ibm-db2), and what the vendors document where it has another name for
 * the port: 1521 of Oracle, 9042 of Cassandra, 9200 of Elasticsearch, 50000 of Db2.
 */
export const DATABASES: readonly SensitiveService[] = [
  { title: 'MySQL', ports: [3306, 33_060], names: ['mysql', 'mysqlx', 'mariadb'] },
  { title: 'PostgreSQL', ports: [5432], names: ['postgresql', 'postgres', 'pgsql'] },
  { title: 'SQL Server', ports: [1433, 1434], names: ['mssql', 'ms-sql-s', 'ms-sql-m', 'sqlserver'] },
  { title: 'Oracle Database', ports: [1521, 2483, 2484], names: ['oracle', 'ttc', 'ttc-ssl'] },
  { title: 'Db2', ports: [523, 50_000], names: ['db2', 'ibm-db2'] },
  { title: 'Firebird', ports: [3050], names: ['firebird', 'gds-db'] },
  { title: 'CockroachDB', ports: [26_257], names: ['cockroach', 'cockroachdb'] },
  { title: 'MongoDB', ports: [27_017, 27_018, 27_019], names: ['mongodb', 'mongo'] },
  { title: 'Redis', ports: [6379], names: ['redis', 'valkey'] },
  { title: 'memcached', ports: [11_211], names: ['memcache', 'memcached'] },
  { title: 'Cassandra', ports: [9042], names: ['cassandra', 'cql'] },
  { title: 'CouchDB', ports: [5984], names: ['couchdb'] },
  { title: 'Elasticsearch', ports: [9200], names: ['elasticsearch', 'opensearch'] },
  { title: 'Neo4j', ports: [7687], names: ['neo4j', 'bolt'] },
  { title: 'etcd', ports: [2379], names: ['etcd', 'etcd-client'] },
];

const SENSITIVE = [...REMOTE_ACCESS, ...DATABASES];
const BY_NUMBER = new Map(SENSITIVE.flatMap((service) => service.ports.map((port) => [port, service] as const)));
const BY_NAME = new Map(SENSITIVE.flatMap((service) => service.names.map((name) => [name, service] as const)));
/** Ports of one number with two protocols need two names. */
const PROTOCOL_SUFFIX = /-(tcp|udp)$/;

/** What listens on a port, by its numbers on the way to the guest, or by its name; undefined: nothing that is known to be sensitive. */
export function sensitiveService(numbers: readonly unknown[], name?: string): SensitiveService | undefined {
  const byNumber = numbers.map((number) => BY_NUMBER.get(Number(number))).find((service) => service !== undefined);
  return byNumber ?? BY_NAME.get((name ?? '').replace(PROTOCOL_SUFFIX, ''));
}
