import { safeLoadFault } from '../../src/admission/pyyaml/safe-load';
import { sample } from './comparison';
import { PYYAML, RUNS } from './readers';
import { taggedMaps } from './tagged-maps';
import { yamlDocument } from './yaml-documents';

const WHAT = 'what the rules say of a text for a guest is what PyYAML says';

if (PYYAML === undefined) {
  test(`LEFT OUT, no PyYAML (npm run test:readers): ${WHAT}`, () => expect(PYYAML).toBe(undefined));
} else {
  const { read, version } = PYYAML;
  test(WHAT, () => {
    const documents = [...sample(yamlDocument, RUNS), ...taggedMaps()];
    const verdicts = read(documents).map((reading) => ('value' in reading ? ['dict', 'NoneType'].includes(reading.type ?? '') : false));
    const different = documents.filter((document, index) => verdicts[index] !== (safeLoadFault(document, 'map') === undefined));
    const loaded = verdicts.filter((loads) => loads).length;
    process.stdout.write(
      `verdicts: ${documents.length} documents, of which PyYAML ${version} loads ${loaded}, ${different.length} differences\n`,
    );
    expect(different.slice(0, 3)).toEqual([]);
  });
}
