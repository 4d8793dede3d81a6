import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { CDI_GROUP, isCronSchedule, LONGEST_LABEL } from '../../../../facts';
import { isObject, type Manifest } from '../../../../graph';
import { nearestValue, removal } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const TEMPLATE = 'spec.template.spec';
/** Fields of a DataVolume that an import which is repeated cannot have. */
const UNSETTABLE = ['sourceRef', 'contentType', 'checkpoints', 'finalCheckpoint'];
const COLLECTIONS = ['Never', 'Outdated'];

type Fields = Readonly<Record<string, any>>;

/** What is wrong with one field. */
interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
  readonly fix?: Fix;
}

export const dataImportCronInvalid: Rule<Manifest> = {
  id: 'data-import-cron-invalid',
  title: 'A DataImportCron says what it imports, when, and under which name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'CDI imports from a registry or a claim again and again, and keeps a DataSource that points at the last import. It refuses a schedule ' +
    'that is none, a number of imports below 0, an unknown garbage collection, and a DataSource without a name or with too long a one.',
  remediation: 'Use five fields for the schedule, such as 0 4 * * *, and name a DataSource.',
  references: [KubevirtSource.DATA_IMPORT_CRON_WEBHOOK],
  subjects: (graph) => graph.ofKind(CDI_GROUP, 'DataImportCron'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const { spec } = manifest;
  if (!isObject(spec)) {
    return NOT_APPLICABLE;
  }
  const template: unknown = spec.template?.spec;
  const faults = [...(isObject(template) ? templateFaults(template) : []), ...cronFaults(spec)];
  return faults.map(({ message, ...fault }) => ({ manifest, ...fault, message: `${message}, and CDI refuses the DataImportCron` }));
}

function templateFaults(template: Fields): Fault[] {
  const { source } = template;
  const isRepeatable = ['registry', 'pvc'].some((kind) => isObject(source?.[kind]));
  const message = 'only a registry or a claim is imported again and again';
  const missing = isRepeatable ? [] : [{ path: `${TEMPLATE}.source`, value: source, message, remedy: 'Set registry or pvc in it.' }];
  return [
    ...missing,
    ...UNSETTABLE.filter((field) => isFilled(template[field])).map((field) => ({
      path: `${TEMPLATE}.${field}`,
      value: template[field],
      message: 'an import that is repeated does not have it',
      remedy: 'Remove it.',
      fix: removal(`${TEMPLATE}.${field}`),
    })),
  ];
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false;
}

function cronFaults({ schedule, importsToKeep, garbageCollect, managedDataSource }: Fields): Fault[] {
  const faults: (Omit<Fault, 'path'> & { field: string; isWrong: boolean })[] = [
    {
      field: 'schedule',
      value: schedule,
      isWrong: typeof schedule === 'string' && schedule !== '' && !isCronSchedule(schedule),
      message: 'this is no schedule of cron',
      remedy: 'Write five fields, such as 0 4 * * *.',
    },
    {
      field: 'importsToKeep',
      value: importsToKeep,
      isWrong: typeof importsToKeep === 'number' && importsToKeep < 0,
      message: 'there are no fewer imports than none',
      remedy: 'Use 0 or more.',
    },
    {
      field: 'garbageCollect',
      value: garbageCollect,
      isWrong: typeof garbageCollect === 'string' && !COLLECTIONS.includes(garbageCollect),
      message: `it knows ${COLLECTIONS.join(' and ')}`,
      remedy: 'Use one of them.',
      fix: nearestValue('spec.garbageCollect', String(garbageCollect), COLLECTIONS),
    },
    {
      field: 'managedDataSource',
      value: managedDataSource,
      isWrong: typeof managedDataSource === 'string' && (managedDataSource === '' || managedDataSource.length > LONGEST_LABEL),
      message: `the name of a DataSource has 1 to ${LONGEST_LABEL} characters`,
      remedy: 'Name the DataSource.',
    },
  ];
  return faults
    .filter(({ isWrong }) => isWrong)
    .map(({ field, value, message, remedy, fix }) => ({ path: `spec.${field}`, value, message, remedy, fix }));
}
