import {
  CONTROL_PLANE_MACHINE_TYPE,
  DNS_SUBDOMAIN,
  entryPath,
  hasFormat,
  MACHINE_CLUSTER_LABEL,
  MACHINE_ROLE_LABEL,
  MACHINE_TYPE_LABEL,
} from '../facts';
import { isObject, type Manifest, objectsOf } from '../graph';

/** What the API server or the webhook refuses in a ControlPlaneMachineSet. */
export interface ControlPlaneFault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
  /** What to write instead; undefined: nobody knows. */
  readonly wanted?: unknown;
}

type Fields = Readonly<Record<string, any>>;

/** A field that says which one of the others is set. */
interface Union {
  readonly path: string;
  readonly fields: Fields;
  readonly decidedBy: string;
  /** The field that each value stands for. */
  readonly members: Readonly<Record<string, string>>;
}

const TEMPLATE = `spec.template.${CONTROL_PLANE_MACHINE_TYPE}`;
const DOMAINS = `${TEMPLATE}.failureDomains`;
const PLATFORMS = { AWS: 'aws', Azure: 'azure', GCP: 'gcp', OpenStack: 'openstack', VSphere: 'vsphere', Nutanix: 'nutanix' };
const SUBNETS = { ID: 'id', ARN: 'arn', Filters: 'filters' };
const NAME = 'cluster';

/** The name and the expressions of the schema: what else the webhook looks at are the Machines and the platform of the cluster. */
export function controlPlaneFaults({ metadata, spec }: Manifest): ControlPlaneFault[] {
  const template = fieldsOf(spec?.template);
  const machines = fieldsOf(template[CONTROL_PLANE_MACHINE_TYPE]);
  return [
    ...nameFaults(metadata?.name),
    ...prefixFaults(spec?.machineNamePrefix),
    ...typeFaults(template),
    ...unionsOf(fieldsOf(machines.failureDomains)).flatMap(unionFaults),
    ...(isObject(machines.metadata?.labels) ? labelFaults(machines.metadata.labels) : []),
    ...rootVolumeFaults(objectsOf(machines.failureDomains?.openstack)),
  ];
}

function nameFaults(value: unknown): ControlPlaneFault[] {
  const message = 'there is one ControlPlaneMachineSet of a given name';
  return value === NAME ? [] : [{ path: 'metadata.name', value, message, remedy: `Call it ${NAME}.`, wanted: NAME }];
}

function prefixFaults(value: unknown): ControlPlaneFault[] {
  const message = `names of Machines begin with ${DNS_SUBDOMAIN.words}`;
  const isWrong = typeof value === 'string' && value !== '' && !hasFormat(value, DNS_SUBDOMAIN);
  return isWrong ? [{ path: 'spec.machineNamePrefix', value, message, remedy: 'Use lower case letters, digits, "-" and ".".' }] : [];
}

function typeFaults({ machineType, [CONTROL_PLANE_MACHINE_TYPE]: machines }: Fields): ControlPlaneFault[] {
  const message = 'the type of the Machines needs it';
  const isMissing = machineType === CONTROL_PLANE_MACHINE_TYPE && machines === undefined;
  return isMissing ? [{ path: TEMPLATE, value: machines, message, remedy: 'Describe the Machines in it.' }] : [];
}

function unionsOf(domains: Fields): Union[] {
  const ofDomains = { path: DOMAINS, fields: domains, decidedBy: 'platform', members: PLATFORMS };
  const subnets = objectsOf(domains.aws).flatMap(({ subnet }, index) =>
    isObject(subnet) ? [{ path: `${DOMAINS}.aws[${index}].subnet`, fields: subnet, decidedBy: 'type', members: SUBNETS }] : [],
  );
  return [ofDomains, ...subnets];
}

function unionFaults({ path, fields, decidedBy, members }: Union): ControlPlaneFault[] {
  const decided = fields[decidedBy];
  return Object.entries(members).flatMap(([value, field]) => {
    const isSet = fields[field] !== undefined;
    if (isSet === (decided === value)) {
      return [];
    }
    const message = isSet ? `it goes with ${decidedBy} ${value} alone` : `${decidedBy} ${value} needs it`;
    const remedy = isSet ? `Remove it, or set ${decidedBy} to ${value}.` : `Set it, or change ${decidedBy}.`;
    return [{ path: `${path}.${field}`, value: fields[field], message, remedy }];
  });
}

function labelFaults(labels: Fields): ControlPlaneFault[] {
  const roles = [MACHINE_ROLE_LABEL, MACHINE_TYPE_LABEL].filter((label) => labels[label] !== 'master').map((label) => [label, 'master']);
  const wrong = labels[MACHINE_CLUSTER_LABEL] === undefined ? [...roles, [MACHINE_CLUSTER_LABEL, 'the name of the cluster']] : roles;
  return wrong.map(([label, wanted]) => ({
    path: entryPath(`${TEMPLATE}.metadata.labels`, label),
    value: labels[label],
    message: `Machines of the control plane have this label, with ${wanted}`,
    remedy: `Set it to ${wanted}.`,
    wanted: label === MACHINE_CLUSTER_LABEL ? undefined : wanted,
  }));
}

function rootVolumeFaults(domains: readonly Fields[]): ControlPlaneFault[] {
  return domains.flatMap(({ availabilityZone, rootVolume }, index) => {
    const isWrong = availabilityZone !== undefined && isObject(rootVolume) && rootVolume.availabilityZone === undefined;
    const path = `${DOMAINS}.openstack[${index}].rootVolume.availabilityZone`;
    const message = 'the failure domain has a zone, and its root volume has none';
    return isWrong ? [{ path, value: undefined, message, remedy: 'Set it.' }] : [];
  });
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
