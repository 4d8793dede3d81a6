import type { SchemaNode } from './schema-node';
import { child, type Step, valueAt, writtenPath } from './steps';

/** A field that a VM had once, or that people know from Pods and Deployments: what to do instead is not to move it. */
interface RetiredField {
  /** A field that the object around it takes: it tells which object that is. */
  readonly beside: string;
  readonly name: string;
  readonly advice: (manifest: object, steps: readonly Step[]) => string;
}

const NO_POD = 'A VM runs no containers of its own: its disks and volumes say what boots. Remove it.';
const NO_DEPLOYMENT = 'A VirtualMachine is one VM: a VirtualMachinePool has replicas and a selector. Remove it.';
const NO_ACCOUNT = 'A guest gets the token of a service account from a volume with serviceAccount, as a disk. Remove it.';

const RETIRED: readonly RetiredField[] = [
  { beside: 'lun', name: 'volumeName', advice: adviceOnVolumeName },
  { beside: 'domain', name: 'containers', advice: () => NO_POD },
  { beside: 'domain', name: 'initContainers', advice: () => NO_POD },
  { beside: 'domain', name: 'serviceAccount', advice: () => NO_ACCOUNT },
  { beside: 'domain', name: 'securityContext', advice: () => 'KubeVirt decides how the pod of a VM runs. Remove it.' },
  {
    beside: 'domain',
    name: 'imagePullSecrets',
    advice: () => 'The Secret for the image of a disk is named beside the image: containerDisk.imagePullSecret. Remove it.',
  },
  ...['labelSelector', 'matchLabelKeys', 'namespaceSelector', 'namespaces', 'topologyKey'].map((name) => ({
    beside: 'podAffinityTerm',
    name,
    advice: () => 'It belongs into podAffinityTerm, beside which weight says how much it counts: move it there.',
  })),
  ...['matchExpressions', 'matchFields', 'nodeSelectorTerms'].map((name) => ({
    beside: 'preference',
    name,
    advice: () => 'What is preferred stands in preference, with matchExpressions, beside weight: move it there.',
  })),
  ...['matchExpressions', 'matchFields', 'matchLabels'].map((name) => ({
    beside: 'nodeSelectorTerms',
    name,
    advice: () => 'What is required stands in an entry of nodeSelectorTerms, with matchExpressions: move it there.',
  })),
  {
    beside: 'topologyKey',
    name: 'podAffinityTerm',
    advice: () => 'Only preferred terms have it: write what is in it one level higher, and remove it.',
  },
  { beside: 'topologyKey', name: 'weight', advice: () => 'Only preferred terms have a weight. Remove it.' },
  { beside: 'runStrategy', name: 'replicas', advice: () => NO_DEPLOYMENT },
  { beside: 'runStrategy', name: 'selector', advice: () => NO_DEPLOYMENT },
  {
    beside: 'domain',
    name: 'restartPolicy',
    advice: () => 'Whether a VM is restarted is said by runStrategy of the VirtualMachine. Remove it.',
  },
];

/** What to do instead of a field that has no place any more; undefined for any other field. */
export function adviceOnRetired(manifest: object, steps: readonly Step[], name: string, parent: SchemaNode): string | undefined {
  return RETIRED.find((field) => field.name === name && parent.fields.has(field.beside))?.advice(manifest, steps);
}

/** Long ago a disk named its volume; today the two have the same name. */
function adviceOnVolumeName(manifest: object, steps: readonly Step[]): string {
  const volumes = [...steps.slice(0, steps.lastIndexOf('domain')), 'volumes'];
  const list = valueAt(manifest, volumes);
  const name = child(valueAt(manifest, steps), 'name');
  const index = Array.isArray(list) ? list.findIndex((volume) => child(volume, 'name') === name) : -1;
  const rule = 'A disk has the volume of its own name';
  return index < 0
    ? `${rule}: give the volume that name in ${writtenPath(volumes)}[].name, and remove it.`
    : `${rule}, ${writtenPath([...volumes, index, 'name'])}: remove it.`;
}
