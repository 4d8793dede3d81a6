import { type Manifest, type ManifestGraph, objectsOf, perGraph } from '../graph';

/** A flag of kube-controller-manager, and the Pod that has it. */
export interface ComponentFlag {
  readonly manifest: Manifest;
  readonly path: string;
  readonly text: string;
  readonly value: string;
}

const CONTROLLER_MANAGER = 'kube-controller-manager';
const FLAG = /^--([a-z-]+)=(.*)$/;

/**
 * The flags of kube-controller-manager, by name, where its Pod is among the objects of the cluster: it runs as a static Pod.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
 */
export const controllerManagerFlags = perGraph((graph: ManifestGraph): Map<string, ComponentFlag> => {
  const flags = new Map<string, ComponentFlag>();
  for (const manifest of graph.ofKind('', 'Pod').filter(isControllerManager)) {
    for (const [container, spec] of objectsOf(manifest.spec?.containers).entries()) {
      for (const field of ['command', 'args']) {
        for (const [index, text] of listOf(spec[field]).entries()) {
          const [, name, value] = FLAG.exec(text) ?? [];
          if (name !== undefined) {
            flags.set(name, { manifest, path: `spec.containers[${container}].${field}[${index}]`, text, value });
          }
        }
      }
    }
  }
  return flags;
});

function isControllerManager({ metadata }: Manifest): boolean {
  return metadata?.labels?.component === CONTROLLER_MANAGER || metadata?.name?.startsWith(`${CONTROLLER_MANAGER}-`) === true;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
