import { type DataVolumeDefinition, dataVolumeStage, importDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Digits of a hash, by algorithm. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha512', 128],
]);
const HEXADECIMAL = /^[0-9a-f]*$/;

export const dataVolumeChecksumInvalid: Rule<DataVolumeDefinition> = {
  id: 'data-volume-checksum-invalid',
  title: 'A checksum is an algorithm and a hash of its length',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'CDI compares what it has downloaded with the checksum. It refuses one that it cannot read, or fails the import.',
  remediation: 'Write the algorithm, a colon and the hash, such as sha256:9f86d0….',
  references: [
    KubevirtSource.DATA_VOLUME_SOURCES,
    'https://github.com/kubevirt/containerized-data-importer/blob/v1.66.0/pkg/util/checksum/checksum.go',
  ],
  mentions: ['checksum'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const value = spec.source?.http?.checksum;
  if (typeof value !== 'string' || value === '') {
    return NOT_APPLICABLE;
  }
  const fault = faultOf(value);
  const at = { manifest, stage: dataVolumeStage(definition), path: `${path}.source.http.checksum`, value, shown: JSON.stringify(value) };
  return fault === undefined ? [] : [{ ...at, ...fault }];
}

function faultOf(checksum: string) {
  const [, algorithm, hash] = /^([^:]*):(.*)$/s.exec(checksum.toLowerCase()) ?? [];
  const digits = DIGITS.get((algorithm ?? '').trim());
  if (digits === undefined) {
    const message = `CDI reads ${[...DIGITS.keys()].join(', ')} with a colon and the hash behind it, and refuses anything else`;
    return { message, remedy: 'Write such as sha256:9f86d0….' };
  }
  const text = hash.trim();
  return text.length === digits && HEXADECIMAL.test(text)
    ? undefined
    : {
        message: `a hash of ${algorithm.trim()} has ${digits} hexadecimal digits, and CDI refuses another one`,
        remedy: 'Copy the whole hash.',
      };
}
