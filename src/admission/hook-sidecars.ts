import { InstanceAnnotation, parsedJson } from '../facts';
import { objectsOf, type VirtualMachineView } from '../graph';

/** The containers that KubeVirt starts in the pod of a VM to change its libvirt XML. */
export interface HookSidecars {
  /** Manifest path of the annotation. */
  readonly path: string;
  readonly value: string;
  readonly sidecars: readonly Record<string, any>[];
}

/** The hook sidecars of a VM; undefined: it has no such annotation, or nobody can read it. */
export function hookSidecars(vm: VirtualMachineView): HookSidecars | undefined {
  const value: unknown = vm.podAnnotations[InstanceAnnotation.HOOK_SIDECARS];
  const list = listOf(value);
  return list === undefined
    ? undefined
    : {
        path: vm.templateMetadataPath(`annotations["${InstanceAnnotation.HOOK_SIDECARS}"]`),
        value: value as string,
        sidecars: objectsOf(list),
      };
}

/** The hook sidecars that the annotations of an instance list. */
export function hookSidecarList(annotations: Readonly<Record<string, unknown>>): readonly Record<string, any>[] {
  return objectsOf(listOf(annotations[InstanceAnnotation.HOOK_SIDECARS]));
}

function listOf(value: unknown): unknown[] | undefined {
  const list = typeof value === 'string' ? parsedJson(value) : undefined;
  return Array.isArray(list) ? list : undefined;
}
