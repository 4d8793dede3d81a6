import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { rootOf } from '../cluster/root';
import { ArgumentError } from '../errors';
import { HEALTH_CHECK_PATIENCE, IntentAnnotation } from '../facts';
import { patienceWithin } from '../recovery';
import { JudgedApp } from './judged-app';

/** Apps in which a patience is derived at the moment: health checks have the usual one meanwhile. */
const deriving = new WeakSet<IConstruct>();

/**
 * How many seconds a health check may wait, so that the VMs of its app are back within their objectives. It is asked when manifests are
 * rendered: objectives may come later than the health check.
 *
 * @param paths where its patience stands in its manifest
 */
export function derivedPatience(healthCheck: ApiObject, paths: readonly string[]): number {
  const root = rootOf(healthCheck);
  if (deriving.has(root) || !hasObjectives(root)) {
    return HEALTH_CHECK_PATIENCE.usual;
  }
  deriving.add(root);
  try {
    const { graph, cluster, manifests } = new JudgedApp(root);
    const manifest = manifests.get(healthCheck);
    return manifest === undefined ? HEALTH_CHECK_PATIENCE.usual : patienceWithin(manifest, paths, graph, cluster);
  } catch (error) {
    // What cannot be rendered is told where it is.
    if (error instanceof ArgumentError) {
      return HEALTH_CHECK_PATIENCE.usual;
    }
    throw error;
  } finally {
    deriving.delete(root);
  }
}

const OBJECTIVES = [IntentAnnotation.RECOVERY_OBJECTIVE, IntentAnnotation.RECOVERY_OBJECTIVES];

/** Whether anybody asks: the app is not rendered for nothing. */
function hasObjectives(root: IConstruct): boolean {
  return root.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .some((object) => {
      const annotations = annotationsOf(object);
      return OBJECTIVES.some((name) => annotations?.[name] !== undefined);
    });
}

function annotationsOf({ metadata }: ApiObject): Record<string, unknown> | undefined {
  try {
    return metadata.toJson()?.annotations;
  } catch {
    return undefined;
  }
}
