import type { RuleFinding } from '../../src/audit';
import type { Cause } from './oracle';

/** Where the spec of an instance is in an object that instances are made from. */
const INSTANCE_SPEC: Readonly<Record<string, string>> = {
  VirtualMachine: 'spec.template.spec',
  VirtualMachineInstanceReplicaSet: 'spec.template.spec',
  VirtualMachinePool: 'spec.virtualMachineTemplate.spec.template.spec',
};

/** Where a pool has the spec of its VMs. */
const MACHINE_SPEC: Readonly<Record<string, string>> = { VirtualMachinePool: 'spec.virtualMachineTemplate.spec' };

/** Whether one of the errors is about a field that a cause names, or one around or below it; undefined: no cause names one. */
export function fieldsAgree(kind: string, causes: readonly Cause[], errors: readonly RuleFinding[]): boolean | undefined {
  const fields = causes.flatMap((cause) => (cause.field === undefined || cause.field === '' ? [] : fieldsMeant(kind, namedField(cause))));
  if (fields.length === 0) {
    return undefined;
  }
  return errors.some(({ manifestPath }) => fields.some((field) => isOnTheWay(field, plain(manifestPath))));
}

/** Fields that KubeVirt calls otherwise than they are called in objects: a part of the name, and what it stands for. */
const MISNAMED: readonly (readonly [RegExp, string])[] = [
  // A fault of the schema is told with a dot in front.
  [/^\./, ''],
  [/\b(?=(?:node|pod|podAnti)Affinity\b)(?<!affinity\.)/, 'affinity.'],
  [/(?<=(?:pod|podAnti)Affinity\..*)\.namespace$/, '.namespaces'],
  // Without the index of the constraint.
  [/\btopologySpreadConstraints\.labelSelector.*/, 'topologySpreadConstraints'],
  [/\.\{topologyKey, whenUnsatisfiable\}$/, ''],
  [/^(?=(?:nameservers|searchDomains|options)$)/, 'spec.dnsConfig.'],
  [/\bsearchDomains$/, 'searches'],
  // As if they were fields of the spec.
  [/\bspec\.HostDevices$/, 'spec.domain.devices.hostDevices'],
  [/\bspec\.launchSecurity$/, 'spec.domain.launchSecurity'],
  [/\bspec\.GPUs$/, 'spec.domain.devices.gpus'],
  [/\bspec(\[\d+\]\.bootOrder)$/, 'spec.domain.devices.interfaces$1'],
  [/\bspec\.video$/, 'spec.domain.devices.video'],
  // Without the index of the disk.
  [/\.disks\.luns\.reservation$/, '.disks'],
  [/\bspec\.Sound\b/, 'spec.domain.devices.sound'],
  [/\bspec\.acpi\b/, 'spec.domain.firmware.acpi'],
  [/\bspec\.domain\.volumes\b/, 'spec.volumes'],
  [/\bioThreads\.count$/, 'ioThreads.supplementalPoolThreadCount'],
  // With the way to it twice.
  [/\bhyperv\.domain\.features\.hyperv\b/, 'hyperv'],
  [/\bdisks\.domain\.devices\.disks\b/, 'disks'],
  [/\bdisks\.(disk|lun|cdrom)(\[\d+\])/, 'disks$2.$1'],
  // Without the spec or the metadata of the template.
  [/\bdataVolumeTemplate\[/, 'dataVolumeTemplates['],
  [/\b(dataVolumeTemplates\[\d+\])\.name$/, '$1.metadata.name'],
  [/\b(dataVolumeTemplates\[\d+\])\.source\.sourceRef$/, '$1.spec.source'],
  [/\b(dataVolumeTemplates\[\d+\])\.(?:PVC|Storage|PVC\.Storage)$/, '$1.spec'],
  [/\b(dataVolumeTemplates\[\d+\])\.source\b/, '$1.spec.source'],
  [/^spec\.migrationPriority$/, 'spec.priority'],
  // The interface that is meant has no index: the networks are at fault.
  [/\bspec\.interfaces$/, 'spec.networks'],
  // The lists of a clone.
  [/^(spec(?:\.template)?)\.labels$/, '$1.labelFilters'],
  [/^(spec(?:\.template)?)\.annotations$/, '$1.annotationFilters'],
];

/** Fields that stand for others in some objects: a part of the name, and what it may stand for. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  // KubeVirt makes disks for volumes that have none, behind all others, and calls them by the volume.
  [/\bdomain\.devices\.disks\[\d+\](?:\.name|\.disk|\.disk\.bus)$/, 'volumes'],
  // It says so when the volume has a name, and its DataVolume none.
  [/\b(volumes\[\d+\])\.name$/, '$1.dataVolume.name'],
];

/** The request is named where that of the guest, or the limit, is not made of whole pages. */
function namedField({ field = '', message = '' }: Cause): string {
  return /page size/.test(message) ? field.replace(/resources\.requests\.memory$/, '') : field;
}

/** A field as KubeVirt writes it, as it is in the object where it names that of the VM or the instance, and what it may stand for. */
function fieldsMeant(kind: string, field: string): string[] {
  const named = MISNAMED.reduce((name, [part, meant]) => name.replace(part, meant), field);
  const meant = [named, ...STAND_INS.filter(([part]) => part.test(named)).map(([part, other]) => named.replace(part, other))];
  const inTemplates = [MACHINE_SPEC, INSTANCE_SPEC].flatMap((specs) => specs[kind] ?? []);
  return [...meant, ...inTemplates.flatMap((inTemplate) => meant.map((name) => name.replace(/^spec\b/, inTemplate)))].map(plain);
}

function plain(path: string): string {
  return path
    .toLowerCase()
    .replace(/\["?|"?\]/g, '.')
    .replace(/\.+/g, '.')
    .replace(/\.$/, '');
}

function isOnTheWay(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
