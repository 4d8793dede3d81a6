import { HOST_LABEL, INSTANCE_LABEL, LAUNCHER, LONGEST_LABEL, POD_KIND_LABEL } from '../facts';
import type { Labels } from './label-selector';

/** What the labels of the pod of a VM come from. */
export interface Launcher {
  /** Name of the VM; undefined where the manifest does not tell it. */
  readonly name: string | undefined;
  /** Host name that the guest is given, if it is not that of the VM. */
  readonly hostname: unknown;
  /** Labels of the template. */
  readonly labels: Labels;
  /** Whether KubeVirt labels pods with the name of their VM. */
  readonly hasId: boolean;
}

/** The labels of the pod of a VM: those of its template and those that KubeVirt adds, which `virtctl expose` selects. */
export function launcherLabels({ name, hostname, labels: given, hasId }: Launcher): Labels {
  // Without a prototype, because nothing but the keys of labels is to be found in it.
  const labels: Record<string, string> = Object.assign(Object.create(null), given, { [POD_KIND_LABEL]: LAUNCHER });
  if (name === undefined) {
    return labels;
  }
  const hostLabel = typeof hostname === 'string' && hostname !== '' ? hostname : name.split('.')[0];
  labels[HOST_LABEL] = hostLabel.slice(0, LONGEST_LABEL);
  if (hasId && name.length <= LONGEST_LABEL) {
    labels[INSTANCE_LABEL] = name;
  }
  return labels;
}
