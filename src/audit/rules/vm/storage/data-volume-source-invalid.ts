import { type DataVolumeDefinition, dataVolumeStage, importDefinitions, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { schemeOfGoUrl } from '../../../../facts';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** What the webhook asks of one kind of source. */
interface SourceKind {
  readonly kind: string;
  /** Fields that must not be empty. */
  readonly needed: readonly string[];
  /** Those that the schema asks for already. */
  readonly required: readonly string[];
  readonly hasUrl: boolean;
}

const SOURCES: readonly SourceKind[] = [
  { kind: 'http', needed: [], required: [], hasUrl: true },
  { kind: 's3', needed: [], required: [], hasUrl: true },
  { kind: 'gcs', needed: [], required: [], hasUrl: true },
  { kind: 'imageio', needed: ['secretRef', 'diskId', 'certConfigMap'], required: ['diskId'], hasUrl: true },
  { kind: 'vddk', needed: ['secretRef', 'uuid', 'backingFile', 'thumbprint'], required: [], hasUrl: true },
  { kind: 'pvc', needed: ['namespace', 'name'], required: ['namespace', 'name'], hasUrl: false },
  { kind: 'snapshot', needed: ['namespace', 'name'], required: ['namespace', 'name'], hasUrl: false },
];

const SCHEMES = ['http', 'https', 'gs'];

/** What is wrong with one field of a source. */
interface SourceFault {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

export const dataVolumeSourceInvalid: Rule<DataVolumeDefinition> = {
  id: 'data-volume-source-invalid',
  title: 'The source of a DataVolume says all that CDI needs to read it',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'CDI refuses an address that is empty, that Go cannot read, or whose scheme is not http, https or gs, and sources without the names and keys that they need.',
  remediation: 'Write a whole address, such as https://images.example.com/disk.qcow2, and all names that the source needs.',
  references: [KubevirtSource.DATA_VOLUME_WEBHOOK, KubevirtSource.DATA_VOLUME_SOURCES],
  mentions: SOURCES.map(({ kind }) => kind),
  subjects: importDefinitions,
  evaluate,
};

function evaluate(definition: DataVolumeDefinition): Outcome {
  const { manifest, path, spec } = definition;
  const found = SOURCES.filter(({ kind }) => isObject(spec.source?.[kind]));
  if (found.length === 0) {
    return NOT_APPLICABLE;
  }
  const stage = dataVolumeStage(definition);
  return found.flatMap((kind) => {
    const source = spec.source[kind.kind];
    return faultsOf(source, kind).map(({ field, message, remedy }) => ({
      manifest,
      stage,
      path: `${path}.source.${kind.kind}.${field}`,
      value: source[field],
      message: `${message}, and CDI refuses the source`,
      remedy,
    }));
  });
}

function faultsOf(source: Record<string, any>, { kind, needed, required, hasUrl }: SourceKind): SourceFault[] {
  const missing = needed
    .filter((field) => source[field] === '' || (source[field] === undefined && !required.includes(field)))
    .filter((field) => field !== 'certConfigMap' || source.insecureSkipVerify !== true)
    .map((field) => ({ field, message: `the source ${kind} needs it`, remedy: `Set ${needed.join(', ')}.` }));
  return hasUrl ? [...missing, ...urlFaults(source.url)] : missing;
}

function urlFaults(url: unknown): SourceFault[] {
  const remedy = 'Write a whole address, such as https://images.example.com/disk.qcow2.';
  if (typeof url !== 'string') {
    return [];
  }
  if (url === '') {
    return [{ field: 'url', message: 'the address is empty', remedy }];
  }
  const scheme = schemeOfGoUrl(url);
  if (scheme === undefined) {
    return [{ field: 'url', message: 'this is no address with a scheme that Go can read', remedy }];
  }
  return SCHEMES.includes(scheme) ? [] : [{ field: 'url', message: `the schemes are ${SCHEMES.join(', ')}`, remedy }];
}
