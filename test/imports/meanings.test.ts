import { readMeanings } from '../../scripts/import/meanings';
import { importsFile } from './crds';
import { parseStructs } from './structs';

const meanings = readMeanings();
const structs = parseStructs();

/** What users of virtual machines meet: no field without a meaning. */
const MET_OFTEN = [
  'VirtualMachineSpec',
  'VirtualMachineInstanceSpec',
  'DomainSpec',
  'Devices',
  'DiskDevice',
  'Interface',
  'Network',
  'Volume',
  'Probe',
  'DataVolumeSpec',
  'StorageSpec',
  'RouteSpec',
  'TLSConfig',
  'NodeHealthCheckSpec',
  'MachineHealthCheckSpec',
  'SelfNodeRemediationConfigSpec',
  'FenceAgentsRemediationSpec',
  'MigrationPolicySpec',
  'VirtualMachinePoolSpec',
  'VirtualMachineSnapshotSpec',
  'VirtualMachineRestoreSpec',
  'VirtualMachineInstancetypeSpec',
  'VirtualMachinePreferenceSpec',
  'DevicePreferences',
  'HTTPRouteSpec',
];

function fieldsOf(struct: string): string[] {
  return [...(structs.get(struct) ?? new Map()).keys()].map((name: string) => name.replace('?', ''));
}

function hasMeaning(struct: string, field: string): boolean {
  return meanings.get(struct)?.[field] !== undefined;
}

test('nearly every field has a meaning', () => {
  const fields = [...structs.keys()]
    .filter((name) => !name.endsWith('Props'))
    .flatMap((struct) => fieldsOf(struct).map((field) => [struct, field]));
  const told = fields.filter(([struct, field]) => hasMeaning(struct, field));
  expect(told.length / fields.length).toBeGreaterThan(0.98);
});

test.each(MET_OFTEN)('every field of %s has a meaning', (struct) => {
  expect(fieldsOf(struct)).not.toHaveLength(0);
  expect(fieldsOf(struct).filter((field) => !hasMeaning(struct, field))).toEqual([]);
});

test('every meaning is that of a field', () => {
  expect([...meanings.keys()].filter((struct) => !structs.has(struct))).toEqual([]);
  const used = new Set([...structs.keys()].flatMap((struct) => fieldsOf(struct).map((field) => meanings.get(struct)?.[field])));
  expect([...meanings.values()].flatMap((texts) => Object.values(texts)).filter((text) => !used.has(text))).toEqual([]);
});

test('meanings are short, and leave the full stop to the comment', () => {
  const texts = [...new Set([...meanings.values()].flatMap((each) => Object.values(each)))];
  expect(texts.filter((text) => typeof text !== 'string' || text.length > 200 || !/^[A-Z`].*[^.]$/.test(text))).toEqual([]);
});

test.each([
  ['route', 'termination', '`passthrough` at the guest only. String, one of `edge`, `reencrypt`, `passthrough`'],
  ['route', 'weight', '0 sends none. Integer, 0 to 256.'],
  ['virtual-machine', 'runStrategy', 'Only `Always` restarts it after every end. String.'],
  ['node-health', 'duration', 'How long it has to have it. String, matching `'],
  ['node-health', 'apiCheckInterval', 'How often an agent asks the API server. String, matching `'],
])('%s: the comment of %s has its meaning and what it may be', (file, field, text) => {
  const [, comment = ''] =
    new RegExp(`\\n  (/\\*\\*(?:(?!\\*/)[^])*\\*/)\\n  readonly ${field}\\??:`).exec(importsFile(`${file}.ts`)) ?? [];
  expect(comment).toContain(text);
});
