import { CloudInit, type GuestSettings } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { safeLoadFault } from '../../src/admission/pyyaml/safe-load';
import { countTexts, differences, report, sample } from './comparison';
import { hostileText } from './hostile-texts';
import { READERS, RUNS } from './readers';

const file = fc.record({ path: hostileText.map((text) => `/${text}`), content: fc.oneof(hostileText, fc.string({ unit: 'binary' })) });
const settings = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: 3 }),
  commands: fc.array(fc.array(hostileText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  packages: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
});
const value = fc.oneof(
  hostileText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(hostileText, { maxLength: 3 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
);
const modules = fc.dictionary(
  hostileText.map((text) => `x${text}`),
  fc.oneof(value, fc.array(fc.dictionary(hostileText, value, { maxKeys: 3 }), { maxLength: 2 })),
  { maxKeys: 3 },
);

/** About twenty texts are in one cloud-config. */
const drawn = sample(fc.tuple(settings, modules), Math.ceil(RUNS / 20));
const meant = drawn.map(([{ files, commands, packages }, others]) => ({ packages, write_files: files, runcmd: commands, ...others }));

function written(given: GuestSettings): string {
  return CloudInit.fromSettings(given)._userData([]) ?? '';
}

test('every reader reads a cloud-config of ours as it was meant, whatever texts are in it', () => {
  const documents = drawn.map(([given, otherModules]) => written({ ...given, otherModules }));
  const found = READERS.flatMap((reader) => differences(reader, documents, meant));
  report(
    'cloud-config',
    meant.reduce((sum, config) => sum + countTexts(config), 0),
    documents.length,
    READERS,
    found.length,
  );
  expect(found.slice(0, 3)).toEqual([]);
  expect(documents.filter((document) => safeLoadFault(document, 'map') !== undefined).slice(0, 3)).toEqual([]);
});
