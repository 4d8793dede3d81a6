import { CONTROLLER_MANAGER, CONTROLLER_MANAGER_FLAGS, type ControllerManagerFlag } from '../facts';
import { type Manifest, objectsOf } from './manifest';

/** A flag of kube-controller-manager. */
export interface ComponentFlag {
  /** The Pod that has it. */
  readonly manifest: Manifest;
  readonly path: string;
  readonly name: ControllerManagerFlag;
  readonly text: string;
  readonly value: string;
}

const FLAG = /^--([a-z-]+)=(.*)$/;

/** Whether a Pod is one of kube-controller-manager, which runs as a static Pod. */
export function isControllerManager({ metadata }: Manifest): boolean {
  return metadata?.labels?.component === CONTROLLER_MANAGER || String(metadata?.name).startsWith(`${CONTROLLER_MANAGER}-`);
}

/** The flags of a Pod that decide how long an outage lasts. */
export function controllerManagerFlagsOf(manifest: Manifest): ComponentFlag[] {
  return objectsOf(manifest.spec?.containers).flatMap((spec, container) =>
    ['command', 'args'].flatMap((field) =>
      listOf(spec[field]).flatMap((text, index) => {
        const [, given, value = ''] = FLAG.exec(text) ?? [];
        const name = CONTROLLER_MANAGER_FLAGS.find((known) => known === given);
        return name === undefined ? [] : [{ manifest, path: `spec.containers[${container}].${field}[${index}]`, name, text, value }];
      }),
    ),
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
